package dev.sortkey.ui.purge;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.purge.Rebuilding.Found;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.workbench.Desk;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Offers to create a table that an earlier Sortkey dropped for it and could not create any more.
final class OfferDialog extends StackPane {
  private final Desk desk;
  private final RebuildViewModel model;
  private final Runnable close;
  private final Label failed = Controls.label("", "sk-error-text");

  /// @param close called when the dialog is to go
  OfferDialog(Desk desk, RebuildViewModel model, Found found, Runnable close) {
    this.desk = desk;
    this.model = model;
    this.close = close;
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    String kind = found == Found.MISSING ? "missing" : "another";
    Button later = Controls.button(Messages.text("purge.offer.close"), null, null);
    later.setId("offer-later");
    later.setOnAction(_ -> close.run());
    Button forget = Controls.button(Messages.text("purge.offer.forget"), null, null);
    forget.setId("offer-forget");
    forget.setOnAction(_ -> forget());
    Button create =
        Controls.primary(Messages.text("purge.offer.create." + kind), Feather.PLUS, null);
    create.setId("offer-create");
    create.setOnAction(_ -> model.run());
    Label words =
        Controls.label(
            Messages.text(
                "purge.offer.words." + kind, model.table(), desk.session().connection().name()));
    words.setWrapText(true);
    failed.setWrapText(true);
    Controls.show(failed, false);
    var steps = new RebuildView(model);
    var body = new VBox(12, words, failed, steps);
    getChildren()
        .add(
            new DialogCard(
                Messages.text("purge.offer.title", model.table()),
                body,
                later,
                forget,
                desk.writing(create)));
    model
        .busyProperty()
        .subscribe(busy -> {
          boolean begun = busy || model.begun();
          Controls.show(words, !begun);
          Controls.show(steps, begun);
          Controls.show(create, !begun);
          Controls.show(forget, !begun);
          later.setText(Messages.text(busy ? "purge.hide" : "purge.offer.close"));
        });
  }

  private void forget() {
    desk.work()
        .write(
            Messages.text("purge.offer.forgetting", model.table()),
            _ -> {
              desk.store().dropped().forget(desk.session().connection().id(), model.table());
              return true;
            },
            outcome -> {
              if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
                failed.setText(why.title() + " " + why.detail());
                Controls.show(failed, true);
              } else {
                close.run();
              }
            });
  }
}
