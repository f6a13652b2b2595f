package dev.sortkey.core.purge;

import dev.sortkey.core.purge.Rebuild.Fate;
import dev.sortkey.core.purge.Rebuild.Followers;
import dev.sortkey.core.purge.Rebuild.Line;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.table.WarmThroughput;
import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says in words what becomes of each part of a table that is created anew.
final class RebuildWords {
  /// What every new table can take at once (Developer Guide, "Warm throughput").
  private static final long USUAL_READS = 12_000;

  private static final long USUAL_WRITES = 4_000;

  private final List<Line> lines = new ArrayList<>();

  private RebuildWords() {}

  static List<Line> of(TableDraft draft, TableDetails details, Followers followers) {
    var words = new RebuildWords();
    words.back(draft);
    words.again(draft, followers);
    words.gone(draft, details);
    return words.lines;
  }

  private void back(TableDraft draft) {
    TableDraft.Settings settings = draft.settings();
    back("keys", keys(draft.keys()));
    for (TableDraft.IndexDraft index : draft.indexes()) {
      back(
          "index",
          index.name(),
          index.kind(),
          keys(index.keys()),
          Messages.text(
              "purge.projection." + index.projection().kind(),
              String.join(", ", index.projection().included())));
    }
    capacity(draft.capacity());
    if (!settings.scaling().isEmpty()) {
      back(
          "scaling",
          settings.scaling().stream()
              .map(RebuildWords::scaled)
              .distinct()
              .collect(Collectors.joining(", ")));
    }
    back("class." + settings.tableClass());
    switch (settings.encryption()) {
      case Encryption.AwsOwned _ -> back("encryption.owned");
      case Encryption.AwsManaged _ -> back("encryption.managed");
      case Encryption.Customer(String key) -> back("encryption.customer", key);
    }
    back(draft.deletionProtection() ? "protection" : "protection.off");
    if (settings.ttl() != null) {
      back("ttl", settings.ttl());
    }
    if (settings.recoveryDays() != null) {
      back("recovery", settings.recoveryDays());
    }
    if (settings.stream() != null) {
      back("stream", settings.stream());
    }
    if (!settings.tags().isEmpty()) {
      back(
          "tags",
          settings.tags().stream().map(RebuildWords::tag).collect(Collectors.joining(", ")));
    }
    if (settings.policy() != null) {
      back("policy");
    }
  }

  private void capacity(Capacity capacity) {
    switch (capacity) {
      case Capacity.OnDemand(Long read, Long write) -> {
        back("on-demand");
        if (read != null || write != null) {
          back("maximum", most(read), most(write));
        }
      }
      case Capacity.Provisioned(long read, long write) -> back("provisioned", read, write);
    }
  }

  private void again(TableDraft draft, Followers followers) {
    if (draft.settings().stream() != null) {
      again("functions", followers.functions());
    }
    again("kinesis", followers.kinesis());
    lines.add(new Line(Fate.AGAIN, Messages.text("purge.again.watching")));
  }

  private void again(String key, @Nullable List<String> names) {
    if (names == null) {
      lines.add(new Line(Fate.AGAIN, Messages.text("purge.again." + key + ".unknown")));
    } else if (!names.isEmpty()) {
      lines.add(
          new Line(Fate.AGAIN, Messages.text("purge.again." + key, String.join(", ", names))));
    }
  }

  private void gone(TableDraft draft, TableDetails details) {
    gone("items");
    if (draft.settings().stream() != null) {
      gone("stream");
    }
    if (draft.settings().recoveryDays() != null) {
      gone("recovery");
    }
    WarmThroughput warm = details.warm();
    if (warm != null && (above(warm.read(), USUAL_READS) || above(warm.write(), USUAL_WRITES))) {
      gone("warm", most(warm.read()), most(warm.write()));
    }
  }

  private static boolean above(@Nullable Long units, long usual) {
    return units != null && units > usual;
  }

  private void back(String key, Object... arguments) {
    lines.add(new Line(Fate.BACK, Messages.text("purge.back." + key, arguments)));
  }

  private void gone(String key, Object... arguments) {
    lines.add(new Line(Fate.GONE, Messages.text("purge.gone." + key, arguments)));
  }

  private static String keys(KeySchema keys) {
    return keys.all().stream()
        .map(key -> Messages.text("purge.key", key.name(), key.type()))
        .collect(Collectors.joining(", "));
  }

  private static String scaled(ScaledUnits units) {
    return units.index() == null ? Messages.text("purge.scaling.table") : units.index();
  }

  private static String tag(Tag tag) {
    return Messages.text("purge.tag", tag.key(), tag.value());
  }

  private static String most(@Nullable Long units) {
    return units == null ? Messages.text("purge.unlimited") : Messages.text("purge.units", units);
  }
}
