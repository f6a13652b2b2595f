package dev.sortkey.ui.tables;

import dev.sortkey.core.session.Session;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.SampleFill;
import dev.sortkey.ui.workbench.Tables;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;

/// Fills a sandbox with the sample tables that it does not have yet; those that are there stay as
/// they are.
public final class SampleFilling {
  private final Session session;
  private final Tables tables;
  private final Work work;
  private final Slot filling;

  public SampleFilling(Session session, Tables tables, Work work) {
    this.session = session;
    this.tables = tables;
    this.work = work;
    this.filling = work.slot();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return filling.busyProperty();
  }

  /// Stops after the request under way; what came of it is not told.
  public void close() {
    filling.abandon();
  }

  /// @param settled gets how many items were written
  public void fill(Consumer<Outcome<Long>> settled) {
    if (filling.busy()) {
      return;
    }
    filling.write(
        Messages.text("tables.samples.job"),
        progress -> SampleFill.fill(session, made -> work.onFx(() -> tables.put(made)), progress),
        (Outcome<Long> outcome) -> {
          tables.reload();
          settled.accept(outcome);
        });
  }
}
