package dev.sortkey.ui.rows;

import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.CommitPlan;
import dev.sortkey.core.edit.WriteUnits;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.TableChanges;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What is staged for the table, at the foot of its items: how much, what it will cost, the way
/// back, and the way to the review.
public final class StagedBar extends HBox {
  private final TableSchema table;
  private final TableChanges changes;
  private final Slot pricing;
  private final Label count = Controls.label("", "sk-strong");
  private final Label edits = Controls.label("", "sk-count-pill", "sk-edit-pill");
  private final Label fresh = Controls.label("", "sk-count-pill", "sk-add-pill");
  private final Label gone = Controls.label("", "sk-count-pill", "sk-delete-pill");
  private final Label conflicts = Controls.label("", "sk-danger-text");
  private final Label cost = Controls.label("", "sk-muted");
  private final Button undo =
      Controls.icon(Feather.CORNER_UP_LEFT, Messages.text("items.staged.undo"), EditKeys.UNDO);
  private final Button redo =
      Controls.icon(Feather.CORNER_UP_RIGHT, Messages.text("items.staged.redo"), EditKeys.REDO);
  private final Runnable review;
  private final Subscription following;

  public StagedBar(TableSchema table, TableChanges changes, Work work, Runnable review) {
    super(8);
    this.table = table;
    this.changes = changes;
    this.review = review;
    this.pricing = work.slot();
    getStyleClass().addAll("sk-commit-bar");
    setAlignment(Pos.CENTER_LEFT);
    setId("staged-bar");
    undo.setId("staged-undo");
    redo.setId("staged-redo");
    undo.setOnAction(_ -> changes.undo());
    redo.setOnAction(_ -> changes.redo());
    Button discard = Controls.flat(Messages.text("items.staged.discard"), null, null);
    discard.setId("staged-discard");
    discard.setOnAction(
        _ -> changes.stage(set -> set.discard(set.entries().keySet().stream().toList())));
    Button look = Controls.button(Messages.text("items.staged.review"), null, EditKeys.REVIEW);
    look.setId("staged-review");
    look.setOnAction(_ -> review.run());
    count.setId("staged-count");
    for (Label label : new Label[] {count, edits, fresh, gone, conflicts}) {
      label.setMinWidth(USE_PREF_SIZE);
    }
    cost.setMinWidth(0);
    getChildren()
        .addAll(
            count,
            edits,
            fresh,
            gone,
            conflicts,
            cost,
            Controls.spring(),
            undo,
            redo,
            discard,
            look);
    following =
        changes
            .stagingProperty()
            .subscribe(_ -> draw())
            .and(changes.committingProperty().subscribe(_ -> draw()));
  }

  /// The name of the table.
  public String table() {
    return table.name();
  }

  /// Does what a key says that was pressed among the rows.
  public void key(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (EditKeys.REVIEW.match(event)) {
      review.run();
    } else if (!typing && EditKeys.UNDO.match(event)) {
      changes.undo();
    } else if (!typing && EditKeys.REDO.match(event)) {
      changes.redo();
    } else {
      return;
    }
    event.consume();
  }

  public void close() {
    following.unsubscribe();
    pricing.abandon();
  }

  private void draw() {
    ChangeSet now = changes.now();
    ChangeSet.Counts counts = now.counts();
    boolean ways = changes.canUndo() || changes.canRedo();
    Controls.show(this, counts.all() > 0 || ways);
    count.setText(Messages.text("items.staged.count", counts.all()));
    pill(edits, "items.staged.edits", counts.edits());
    pill(fresh, "items.staged.new", counts.inserts());
    pill(gone, "items.staged.deletes", counts.deletes());
    pill(conflicts, "items.staged.conflicts", counts.conflicts());
    undo.setDisable(!changes.canUndo());
    redo.setDisable(!changes.canRedo());
    cost.setText("");
    pricing.read(
        Messages.text("items.staged.pricing"),
        _ -> CommitPlan.of(now.all(), false).units(table),
        (Outcome<WriteUnits> outcome) -> {
          if (outcome instanceof Outcome.Done<WriteUnits>(WriteUnits units) && units.total() > 0) {
            cost.setText(Messages.text("items.staged.cost", units.total()));
          }
        });
  }

  private static void pill(Label pill, String key, int number) {
    pill.setText(Messages.text(key, number));
    Controls.show(pill, number > 0);
  }
}
