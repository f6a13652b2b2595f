package dev.sortkey.ui.createtable;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.workbench.Desk;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The bar beneath the wizard: what is wrong with the step, and the ways out of it.
final class WizardBar {
  static final KeyCombination NEXT =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination CANCEL = new KeyCodeCombination(KeyCode.ESCAPE);

  private final Label problems = Controls.label("", "sk-error-text");
  private final Button cancel = Controls.flat(Messages.text("createtable.cancel"), null, CANCEL);
  private final Button back = Controls.button(Messages.text("createtable.back"), null, null);
  private final Button review = Controls.button(Messages.text("createtable.review"), null, null);
  private final Button next = Controls.primary("", null, NEXT);
  private final Button create = Controls.primary(Messages.text("createtable.create"), null, NEXT);

  WizardBar(Runnable onCancel, Runnable onBack, Runnable onReview, Runnable onNext) {
    problems.setGraphic(Icons.small(Feather.ALERT_TRIANGLE));
    next.setId("create-table-next");
    review.setId("create-table-review");
    back.setId("create-table-back");
    create.setId("create-table-create");
    cancel.setOnAction(_ -> onCancel.run());
    back.setOnAction(_ -> onBack.run());
    review.setOnAction(_ -> onReview.run());
    next.setOnAction(_ -> onNext.run());
    create.setOnAction(_ -> onNext.run());
  }

  Node node(Desk desk) {
    var bar =
        new HBox(
            8,
            cancel,
            Controls.spring(),
            problems,
            Controls.explained(back, Messages.text("createtable.back.why")),
            review,
            next,
            desk.writing(create));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("sk-commit-bar");
    return bar;
  }

  Button next() {
    return next.isVisible() ? next : create;
  }

  /// @param said how many flaws the bar tells of
  /// @param flaws how many there are
  void show(CreateTableViewModel model, long said, long flaws) {
    Step here = model.stepProperty().get();
    boolean creating = model.creationProperty().get() != null;
    boolean last = here == Step.REVIEW;
    problems.setText(
        Messages.text(last ? "createtable.problems.all" : "createtable.problems", said));
    Controls.show(problems, said > 0 && !creating);
    back.setDisable(here == Step.DETAILS);
    Controls.show(back, !creating);
    Controls.show(review, model.after(here) != Step.REVIEW && !last && !creating);
    Controls.show(next, !last && !creating);
    Controls.show(create, last && !creating);
    create.setDisable(flaws > 0);
    if (!last) {
      String text = Messages.text("createtable.next", model.after(here).title());
      next.setText(text);
      next.setAccessibleText(text);
    }
    cancel.setText(
        Messages.text(
            model.creatingProperty().get()
                ? "createtable.stop"
                : creating ? "createtable.close" : "createtable.cancel"));
  }
}
