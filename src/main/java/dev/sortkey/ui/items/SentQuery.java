package dev.sortkey.ui.items;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.sent.Sent;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.SentDialog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Shows the requests that a query sends, with what else will be asked for.
final class SentQuery {
  private SentQuery() {}

  static void show(Desk desk, QueryViewModel query, Consumer<String> clipboard) {
    query
        .check()
        .ifPresent(plan ->
            desk.workbench()
                .showDialog(
                    new SentDialog(
                            Sent.of(plan), notes(plan), clipboard, desk.workbench()::closeDialog)
                        .node()));
  }

  private static List<String> notes(ReadPlan plan) {
    List<String> notes = new ArrayList<>();
    notes.add(Messages.text("items.sent.pages"));
    if (plan.fetch() != null) {
      notes.add(Messages.text("items.sent.fetch"));
    }
    if (plan.check() != null) {
      notes.add(Messages.text("items.sent.check"));
    }
    return notes;
  }
}
