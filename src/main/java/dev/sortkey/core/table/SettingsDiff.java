package dev.sortkey.core.table;

import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says a change of settings line by line.
final class SettingsDiff {
  private final TableSettings before;
  private final TableSettings after;
  private final List<SettingsChange.Line> lines = new ArrayList<>();

  SettingsDiff(SettingsChange change) {
    before = change.before();
    after = change.after();
  }

  List<SettingsChange.Line> lines() {
    line("capacity", capacity(before.capacity()), capacity(after.capacity()));
    after
        .indexes()
        .forEach((name, now) -> {
          Capacity was = before.indexes().get(name);
          if (was != null) {
            line("index", capacity(was), capacity(now), name);
          }
        });
    scalingOf(null);
    after.indexes().keySet().forEach(this::scalingOf);
    line("class", tableClass(before), tableClass(after));
    line("encryption", encryption(before.encryption()), encryption(after.encryption()));
    line("protection", onOff(before.deletionProtection()), onOff(after.deletionProtection()));
    line("ttl", ttl(before.ttl()), ttl(after.ttl()));
    line("warm", warm(before.warm()), warm(after.warm()));
    tags();
    return List.copyOf(lines);
  }

  private void line(String key, String was, String now, Object... arguments) {
    if (!was.equals(now)) {
      lines.add(
          new SettingsChange.Line(Messages.text("table.setting." + key, arguments), was, now));
    }
  }

  private static String capacity(Capacity capacity) {
    return switch (capacity) {
      case Capacity.Provisioned(long read, long write) ->
          Messages.text("table.setting.provisioned", read, write);
      case Capacity.OnDemand(Long read, Long write) ->
          read == null && write == null
              ? Messages.text("table.setting.on-demand")
              : Messages.text("table.setting.on-demand-most", limit(read), limit(write));
    };
  }

  private static String limit(@Nullable Long units) {
    return units == null
        ? Messages.text("table.setting.unlimited")
        : Messages.text("table.setting.units", units);
  }

  private void scalingOf(@Nullable String index) {
    for (ScaledUnits.Side side : ScaledUnits.Side.values()) {
      line(
          "scaling." + side,
          scaling(before.scaled(index, side)),
          scaling(after.scaled(index, side)),
          index == null ? Messages.text("table.apply.table") : index);
    }
  }

  private static String scaling(Optional<ScaledUnits> units) {
    return units
        .map(ScaledUnits::scaling)
        .map(it -> Messages.text("table.setting.scaled", it.least(), it.most(), it.target()))
        .orElse(Messages.text("table.setting.off"));
  }

  private static String tableClass(TableSettings settings) {
    return Messages.text("table.setting.class." + settings.tableClass());
  }

  private static String encryption(Encryption encryption) {
    return switch (encryption) {
      case Encryption.AwsOwned _ -> Messages.text("table.setting.aws-owned");
      case Encryption.AwsManaged _ -> Messages.text("table.setting.aws-managed");
      case Encryption.Customer(String key) -> Messages.text("table.setting.customer", key);
    };
  }

  private static String onOff(boolean on) {
    return Messages.text(on ? "table.setting.on" : "table.setting.off");
  }

  private static String ttl(@Nullable String attribute) {
    return attribute == null
        ? Messages.text("table.setting.off")
        : Messages.text("table.setting.by", attribute);
  }

  private static String warm(@Nullable WarmThroughput warm) {
    return warm == null
        ? Messages.text("table.setting.off")
        : Messages.text("table.setting.warm-units", warm.read(), warm.write());
  }

  private void tags() {
    Set<String> keys = new LinkedHashSet<>();
    before.tags().forEach(tag -> keys.add(tag.key()));
    after.tags().forEach(tag -> keys.add(tag.key()));
    for (String key : keys) {
      line("tag", value(before, key), value(after, key), key);
    }
  }

  private static String value(TableSettings settings, String key) {
    return settings.tags().stream()
        .filter(tag -> Objects.equals(tag.key(), key))
        .findFirst()
        .map(tag -> tag.value().isEmpty() ? Messages.text("table.setting.empty") : tag.value())
        .orElse(Messages.text("table.setting.absent"));
  }
}
