package dev.sortkey.ui.settings;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.table.Expiry;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Reads a part of a table to show what would expire by an attribute.
final class ExpiryViewModel {
  /// A part of the table that costs little: TTL itself reads all of it in time.
  static final Budget SAMPLE = new Budget(10_000, 10_000, 250, Duration.ofSeconds(10));

  private static final int MOST_SHOWN = 50;

  /// @param counts how many items of each kind
  /// @param shown keys and expiry time of some that would expire
  /// @param whole whether the whole table was read
  record Preview(
      String attribute,
      Map<Expiry, Long> counts,
      List<Item> shown,
      long read,
      boolean whole,
      double readUnits) {
    long count(Expiry kind) {
      return counts.getOrDefault(kind, 0L);
    }
  }

  private final Desk desk;
  private final Clock clock;
  private final Slot slot;
  private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  ExpiryViewModel(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
    this.slot = desk.work().slot();
  }

  ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  void preview(TableSchema table, String attribute) {
    if (attribute.isBlank()) {
      return;
    }
    ReadPlan plan = plan(table, attribute);
    slot.read(
        Messages.text("settings.expiry.job", table.name()),
        progress -> sample(plan, attribute, progress),
        (Outcome<Preview> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Preview>(Preview found) -> {
              problem.set(null);
              preview.set(found);
            }
            case Outcome.Failed<Preview>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<Preview> _ -> {}
          }
        });
  }

  void cancel() {
    slot.cancel();
  }

  void close() {
    slot.abandon();
  }

  private static ReadPlan plan(TableSchema table, String attribute) {
    Set<String> names = new LinkedHashSet<>();
    table.keys().all().forEach(key -> names.add(key.name()));
    names.add(attribute);
    QuerySpec all = QuerySpec.scan();
    return Planner.plan(
        table,
        new QuerySpec(
            all.mode(),
            null,
            List.of(),
            List.of(),
            List.of(),
            names.stream().map(AttrPath::of).toList(),
            false,
            false,
            null));
  }

  private Preview sample(ReadPlan plan, String attribute, Progress progress) {
    ReadResult result =
        desk.session().reader().read(plan, null, SAMPLE, new RowDictionary(), progress);
    Map<Expiry, Long> counts = new EnumMap<>(Expiry.class);
    List<Item> shown = new ArrayList<>();
    for (RowChunk chunk : result.chunks()) {
      for (int i = 0; i < chunk.size(); i++) {
        Item item = chunk.get(i);
        Expiry kind = Expiry.of(item, attribute, clock.instant());
        counts.merge(kind, 1L, Long::sum);
        if (kind == Expiry.EXPIRED && shown.size() < MOST_SHOWN) {
          shown.add(item);
        }
      }
    }
    return new Preview(
        attribute,
        counts,
        List.copyOf(shown),
        result.scanned(),
        result.cursor() == null,
        result.readUnits());
  }
}
