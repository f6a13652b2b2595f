package dev.sortkey.ui.tables;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /// @param settled gets how many items were written
  public void fill(Consumer<Outcome<Long>> settled) {
    if (filling.busy()) {
      return;
    }
    filling.write(
        Messages.text("tables.samples.job"),
        this::fill,
        (Outcome<Long> outcome) -> {
          tables.reload();
          settled.accept(outcome);
        });
  }

  private long fill(Progress progress) {
    Set<String> there = new HashSet<>(session.tables().names());
    List<SampleTable> missing =
        SampleTables.all().stream()
            .filter(sample -> !there.contains(sample.draft().name()))
            .toList();
    long written = 0;
    for (SampleTable sample : missing) {
      if (progress.cancelled()) {
        break;
      }
      // DynamoDB Local makes tables at once: there is no CREATING to wait for.
      TableSchema schema = session.tables().create(sample.draft());
      work.onFx(() -> tables.put(schema));
      written +=
          session
              .writer()
              .putAll(schema.name(), sample.items().get(), new Onward(progress, written));
    }
    return written;
  }

  /// Counts on from the tables before.
  private record Onward(Progress progress, long before) implements Progress {
    @Override
    public void report(long done, long total) {
      progress.report(before + done, -1);
    }

    @Override
    public boolean cancelled() {
      return progress.cancelled();
    }
  }
}
