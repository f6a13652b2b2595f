package dev.sortkey.ui.items;

import dev.sortkey.core.library.Asked;
import dev.sortkey.core.library.AskedText;
import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The last queries on a table, beneath a button.
final class RecentRuns {
  private static final int MOST = 10;
  private static final int LONGEST = 90;

  private final Desk desk;
  private final ItemsViewModel items;

  RecentRuns(Desk desk, ItemsViewModel items) {
    this.desk = desk;
    this.items = items;
  }

  void show(Button button) {
    desk.work()
        .read(
            Messages.text("library.reading"),
            _ -> desk.store().history().runs(desk.session().connection().id()),
            (Outcome<List<RunRecord>> outcome) -> {
              switch (outcome) {
                case Outcome.Done<List<RunRecord>>(var runs) -> open(button, runs);
                case Outcome.Failed<List<RunRecord>>(Problem why) -> desk.workbench().toast(why);
                case Outcome.Cancelled<List<RunRecord>> _ -> {}
              }
            });
  }

  private void open(Button button, List<RunRecord> runs) {
    var menu = new ContextMenu();
    List<Asked> shown = new ArrayList<>();
    for (RunRecord run : runs.reversed()) {
      if (run.asked() instanceof Asked.Conditions asked
          && asked.table().equals(items.name())
          && !shown.contains(asked)
          && shown.size() < MOST) {
        shown.add(asked);
        String text = AskedText.of(asked);
        var item = new MenuItem(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> items.ask(asked.spec(), false));
        menu.getItems().add(item);
      }
    }
    if (shown.isEmpty()) {
      var none = new MenuItem(Messages.text("items.recent.none"));
      none.setDisable(true);
      menu.getItems().add(none);
    }
    var all = new MenuItem(Messages.text("items.recent.all"));
    all.setOnAction(_ -> desk.workbench().open(new Destination.Library()));
    menu.getItems().addAll(new SeparatorMenuItem(), all);
    menu.show(button, Side.BOTTOM, 0, 4);
  }
}
