package dev.sortkey.ui.editor;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.ProblemBanner;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the editor says or asks above the item: a problem, a refusal, a key that is taken, edits
/// that would be lost.
final class Bars extends VBox {
  private final ItemEditorViewModel model;

  /// @param remedies does what the editor cannot do by itself
  Bars(ItemEditorViewModel model, Consumer<Problem.Remedy> remedies) {
    this.model = model;
    var banner =
        new ProblemBanner(remedy -> {
          if (remedy == Problem.Remedy.RETRY) {
            model.retry();
          } else {
            remedies.accept(remedy);
          }
        });
    banner.onSignedIn(model::signedIn);
    model.problemProperty().addListener((_, _, now) -> banner.show(now));
    banner.show(model.problemProperty().get());
    getChildren()
        .addAll(
            banner,
            leave(
                model.leavingProperty(),
                Messages.text("editor.leave.detail"),
                model::stay,
                model::leave),
            taken(),
            notice(model));
  }

  /// Asks before something typed is dropped.
  static Region leave(
      ReadOnlyBooleanProperty asked, String detail, Runnable staying, Runnable leaving) {
    Button discard = Controls.button(Messages.text("editor.leave.discard"), null, null);
    discard.getStyleClass().addAll("sk-small", "sk-danger");
    discard.setId("discard");
    discard.setOnAction(_ -> leaving.run());
    Button stay = Controls.button(Messages.text("editor.leave.stay"), null, null);
    stay.getStyleClass().add("sk-small");
    stay.setId("keep-editing");
    stay.setOnAction(_ -> staying.run());
    Region bar = bar(Messages.text("editor.leave.title"), detail, stay, discard);
    Controls.show(bar, asked.get());
    asked.addListener((_, _, now) -> {
      Controls.show(bar, now);
      if (now) {
        stay.requestFocus();
      }
    });
    return bar;
  }

  private Region taken() {
    Button open = Controls.button(Messages.text("editor.taken.open"), null, null);
    open.getStyleClass().add("sk-small");
    open.setId("open-taken");
    open.setOnAction(_ -> model.openTaken());
    Button keep = Controls.button(Messages.text("editor.taken.keep"), null, null);
    keep.getStyleClass().add("sk-small");
    keep.setOnAction(_ -> model.dismissTaken());
    Region bar =
        bar(Messages.text("editor.taken.title"), Messages.text("editor.taken.detail"), keep, open);
    Controls.show(bar, model.takenProperty().get() != null);
    model.takenProperty().addListener((_, _, now) -> Controls.show(bar, now != null));
    return bar;
  }

  /// Says why something was refused.
  static Region notice(DraftViewModel model) {
    Label words = Controls.label("");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setId("editor-notice");
    HBox.setHgrow(words, Priority.ALWAYS);
    Button dismiss = Controls.icon(Feather.X, Messages.text("editor.notice.dismiss"), null);
    dismiss.getStyleClass().add("sk-small");
    dismiss.setOnAction(_ -> model.dismissNotice());
    var bar = new HBox(8, Icons.of(Feather.INFO), words, Controls.spring(), dismiss);
    bar.getStyleClass().addAll("sk-editor-bar", "sk-notice");
    model
        .noticeProperty()
        .addListener((_, _, now) -> {
          words.setText(now == null ? "" : now);
          Controls.show(bar, now != null);
        });
    Controls.show(bar, false);
    return bar;
  }

  private static Region bar(String title, String detail, Button... ways) {
    Label head = Controls.label(title, "sk-strong");
    Label more = Controls.label(detail);
    for (Label label : new Label[] {head, more}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    var bar = new VBox(4, head, more, new FlowPane(8, 6, ways));
    bar.getStyleClass().addAll("sk-editor-bar", "sk-warning-bar");
    return bar;
  }
}
