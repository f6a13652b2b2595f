package dev.sortkey.ui.editor;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The JSON in a string, laid out to be read and edited.
final class NestedJsonView extends VBox {
  private final NestedJson nested;
  private final CodeEditor area =
      new CodeEditor("nested-json", Messages.text("editor.nested.area"), JsonTokens::of);
  private final PauseTransition pause = new PauseTransition(Duration.millis(200));
  private final Hyperlink fault = new Hyperlink();
  private final HBox faultBar = new HBox(8, Icons.of(Feather.ALERT_CIRCLE), fault);

  NestedJsonView(DraftViewModel model, NestedJson.Open open) {
    this.nested = model.nested();
    ItemDraft draft = model.draft();
    Label title =
        Controls.label(
            draft == null ? open.node().label() : draft.path(open.node()).toString(), "sk-mono");
    title.setMinWidth(0);
    Button discard = Controls.flat(Messages.text("editor.nested.discard"), null, null);
    discard.setId("nested-discard");
    discard.setMinWidth(Region.USE_PREF_SIZE);
    discard.setOnAction(_ -> nested.discard());
    Button done = Controls.button(Messages.text("editor.nested.done"), null, null);
    done.setId("nested-done");
    done.setMinWidth(Region.USE_PREF_SIZE);
    done.setOnAction(_ -> nested.close());
    for (Button button : new Button[] {discard, done}) {
      button.getStyleClass().add("sk-small");
    }
    var bar = new HBox(8, title, Controls.spring(), discard, done);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("sk-json-bar");
    fault.setWrapText(true);
    fault.setId("nested-fault");
    fault.setMinHeight(Region.USE_PREF_SIZE);
    fault.setOnAction(_ -> {
      JsonFault now = nested.faultProperty().get();
      if (now != null) {
        area.jump(now.line(), now.column());
      }
    });
    faultBar.getStyleClass().add("sk-json-fault-bar");
    faultBar.setAlignment(Pos.TOP_LEFT);
    VBox.setVgrow(area, Priority.ALWAYS);
    getStyleClass().add("sk-json-view");
    getChildren().addAll(bar, area, faultBar);
    area.show(open.pretty());
    pause.setOnFinished(_ -> nested.read());
    area.onTyped(() -> {
      nested.typing(area::text);
      pause.playFromStart();
    });
    nested.faultProperty().when(sceneProperty().isNotNull()).subscribe(this::show);
  }

  void focus() {
    area.focus();
  }

  private void show(@Nullable JsonFault now) {
    Controls.show(faultBar, now != null);
    area.markFault(now == null ? 0 : now.line());
    if (now != null) {
      fault.setText(JsonDraft.words(now));
    }
  }
}
