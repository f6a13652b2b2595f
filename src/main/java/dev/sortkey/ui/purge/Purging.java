package dev.sortkey.ui.purge;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.purge.Dropped;
import dev.sortkey.core.purge.Rebuilding;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.workbench.Desk;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;

/// Opens the dialogs that empty tables on one connection, and the one that brings back a table
/// which an earlier Sortkey dropped and could not create anew.
public final class Purging {
  /// A table that was noted down, as it stands now.
  private record Look(Dropped table, Rebuilding.Found found) {}

  private final Desk desk;
  private final Predicate<Node> shown;
  private final BooleanSupplier taken;
  private final Duration every;
  private final Deque<Look> left = new ArrayDeque<>();

  /// @param shown whether this is the dialog in front
  /// @param taken whether any dialog is in front
  /// @param every how often the endpoint is asked how far it is
  public Purging(Desk desk, Predicate<Node> shown, BooleanSupplier taken, Duration every) {
    this.desk = desk;
    this.shown = shown;
    this.taken = taken;
    this.every = every;
  }

  /// Asks how the table is to be emptied, and empties it.
  public void purge(String table) {
    if (desk.refusesWrite()) {
      return;
    }
    var model = new PurgeViewModel(desk, table, every);
    var dialog = new PurgeDialog(model, desk.workbench()::closeDialog);
    model
        .emptyingProperty()
        .addListener((_, _, now) -> {
          if (now != null && now.ended() && !shown.test(dialog)) {
            desk.workbench().toast(PurgeWords.ended(table, now));
          }
        });
    model
        .problemProperty()
        .addListener((_, _, now) -> {
          if (now != null && !shown.test(dialog)) {
            desk.workbench().toast(now);
          }
        });
    model
        .rebuildProperty()
        .addListener((_, _, rebuild) -> {
          if (rebuild != null) {
            follow(rebuild, dialog);
          }
        });
    desk.workbench().showDialog(dialog);
  }

  /// Looks for tables that were dropped earlier and are not there again, and offers them.
  public void offer() {
    desk.work()
        .read(
            Messages.text("purge.offer.job"),
            _ -> {
              List<Look> found = new ArrayList<>();
              String connection = desk.session().connection().id();
              desk.store().dropped().unreadable(connection).forEach(this::unreadable);
              for (Dropped table : desk.store().dropped().of(connection)) {
                Rebuilding.Found now = Rebuilding.look(desk.session(), table);
                if (now == Rebuilding.Found.STILL_THERE) {
                  desk.store().dropped().forget(table.connection(), table.table());
                } else {
                  found.add(new Look(table, now));
                }
              }
              return found;
            },
            (Outcome<List<Look>> outcome) -> {
              switch (outcome) {
                case Outcome.Done<List<Look>>(List<Look> found) -> {
                  left.addAll(found);
                  offerNext();
                }
                case Outcome.Failed<List<Look>>(Problem why) -> desk.workbench().toast(why);
                case Outcome.Cancelled<List<Look>> _ -> {}
              }
            });
  }

  private void unreadable(String file) {
    Problem problem =
        Problem.of(
            Problem.Kind.LOCAL_IO,
            Messages.text("purge.offer.unreadable.title"),
            Messages.text("purge.offer.unreadable.detail", file));
    desk.work().onFx(() -> desk.workbench().toast(problem));
  }

  private void offerNext() {
    Look next = left.poll();
    if (next == null) {
      return;
    }
    String table = next.table().table();
    if (taken.getAsBoolean()) {
      desk.workbench().toast(Messages.text("purge.offer.later", table));
      offerNext();
      return;
    }
    var rebuild =
        new RebuildViewModel(
            desk,
            new Rebuilding(desk.session(), desk.store().dropped(), next.table(), null, every));
    var dialog =
        new OfferDialog(
            desk,
            rebuild,
            next.found(),
            () -> {
              desk.workbench().closeDialog();
              offerNext();
            });
    follow(rebuild, dialog);
    desk.workbench().showDialog(dialog);
  }

  /// What comes while the dialog is left is told, and a table that is missing is put before the
  /// person again.
  private void follow(RebuildViewModel rebuild, Node dialog) {
    rebuild
        .busyProperty()
        .addListener((_, _, busy) -> {
          if (busy || shown.test(dialog)) {
            return;
          }
          String table = rebuild.table();
          if (rebuild.standingProperty().get().finished()) {
            desk.workbench().toast(Messages.text("purge.anew.done", table));
            return;
          }
          Problem why = rebuild.why();
          if (why != null) {
            desk.workbench().toast(why);
          }
          if (rebuild.standingProperty().get().dropped()) {
            again(table, dialog);
          }
        });
  }

  private void again(String table, Node dialog) {
    if (taken.getAsBoolean()) {
      desk.workbench().toast(Messages.text("purge.offer.later", table));
    } else {
      desk.workbench().showDialog(dialog);
    }
  }
}
