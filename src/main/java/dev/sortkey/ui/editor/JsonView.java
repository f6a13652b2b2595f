package dev.sortkey.ui.editor;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.JsonForm;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Segmented;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The item as JSON, in either notation, with what is wrong beneath.
final class JsonView extends VBox {
  private final DraftViewModel model;
  private final JsonArea area = new JsonArea();
  private final PauseTransition pause = new PauseTransition(Duration.millis(200));
  private final Hyperlink fault = new Hyperlink();
  private final HBox faultBar = new HBox(8, Icons.of(Feather.ALERT_CIRCLE), fault);
  private final Label flaw = Controls.label("", "sk-error-text");
  private final VBox flawBar = new VBox(flaw);

  JsonView(DraftViewModel model) {
    this.model = model;
    var notation =
        new Segmented<>(
            List.of(JsonForm.values()),
            value -> Messages.text("editor.notation." + value.name().toLowerCase(Locale.ROOT)),
            JsonForm.PLAIN);
    notation.getStyleClass().add("sk-small");
    notation
        .valueProperty()
        .addListener((_, _, now) -> {
          model.setNotation(now);
          notation.valueProperty().set(model.json().notationProperty().get());
        });
    model.json().notationProperty().addListener((_, _, now) -> notation.valueProperty().set(now));
    Button format = Controls.flat(Messages.text("editor.json.format"), null, RowKeys.FORMAT);
    format.getStyleClass().add("sk-small");
    format.setId("format");
    format.setOnAction(_ -> format());
    var bar = new HBox(8, notation, Controls.spring(), format);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("sk-json-bar");
    faultBar.getStyleClass().add("sk-json-fault-bar");
    faultBar.setAlignment(Pos.CENTER_LEFT);
    fault.setWrapText(true);
    fault.setId("json-fault");
    fault.setMinHeight(Label.USE_PREF_SIZE);
    fault.setOnAction(_ -> jump());
    flaw.setWrapText(true);
    flaw.setMinHeight(Label.USE_PREF_SIZE);
    flawBar.getStyleClass().add("sk-json-fault-bar");
    VBox.setVgrow(area, Priority.ALWAYS);
    getStyleClass().add("sk-json-view");
    getChildren().addAll(bar, area, faultBar, flawBar);
    pause.setOnFinished(_ -> model.readTyped());
    area.onTyped(() -> {
      model.typing(area::text);
      pause.playFromStart();
    });
    model.json().textProperty().addListener((_, _, now) -> area.show(now));
    model.json().faultProperty().addListener((_, _, now) -> showFault(now));
    model.revisionProperty().addListener((_, _, _) -> showFlaws());
    area.show(model.json().textProperty().get());
    showFault(model.json().faultProperty().get());
    showFlaws();
  }

  void focus() {
    area.focus();
  }

  void format() {
    model.readTyped();
    model.json().format();
  }

  private void jump() {
    JsonFault now = model.json().faultProperty().get();
    if (now != null) {
      area.jump(now.line(), now.column());
    }
  }

  private void showFault(@Nullable JsonFault now) {
    Controls.show(faultBar, now != null);
    area.markFault(now == null ? 0 : now.line());
    if (now != null) {
      fault.setText(JsonDraft.words(now));
    }
  }

  /// What DynamoDB would refuse in sound JSON, by its path.
  private void showFlaws() {
    List<DraftFlaw> flaws = model.json().sound() ? model.flawsProperty().get() : List.of();
    Controls.show(flawBar, !flaws.isEmpty());
    if (!flaws.isEmpty()) {
      DraftFlaw first = flaws.getFirst();
      ItemDraft draft = model.draft();
      String where = first.node() == null || draft == null ? "" : draft.path(first.node()) + ": ";
      flaw.setText(
          where
              + first.message()
              + (flaws.size() == 1 ? "" : " " + Messages.text("editor.more", flaws.size() - 1)));
    }
  }
}
