package dev.sortkey.ui.snapshots;

import dev.sortkey.core.snapshot.Manifest;
import dev.sortkey.core.snapshot.Setting;
import dev.sortkey.core.snapshot.Snapshot;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a snapshot says about itself, in words.
final class DetailLines {
  private DetailLines() {}

  /// By the name of each line.
  static SequencedMap<String, String> of(Snapshot snapshot) {
    Manifest manifest = snapshot.manifest();
    var lines = new LinkedHashMap<String, String>();
    lines.put("snapshots.detail.table", manifest.table());
    lines.put("snapshots.detail.from", SnapshotList.origin(manifest));
    lines.put(
        "snapshots.detail.taken",
        manifest.started().equals(manifest.ended())
            ? Times.second(manifest.started())
            : Messages.text(
                "snapshots.detail.span",
                Times.second(manifest.started()),
                Times.second(manifest.ended())));
    lines.put(
        "snapshots.detail.reads",
        Messages.text(
            manifest.origin() == null
                ? "snapshots.detail.point"
                : manifest.consistent()
                    ? "snapshots.detail.consistent"
                    : "snapshots.detail.eventual"));
    lines.put(
        "snapshots.detail.items",
        Messages.text(
            "snapshots.detail.counted",
            Figures.count(manifest.items()),
            manifest.data().size(),
            Figures.bytes(snapshot.bytes())));
    TableDraft draft = manifest.draft();
    if (draft == null) {
      lines.put("snapshots.detail.schema", Messages.text("snapshots.detail.no-schema"));
    } else {
      lines.put("snapshots.detail.keys", keys(draft.keys().all()));
      if (!draft.indexes().isEmpty()) {
        lines.put(
            "snapshots.detail.indexes",
            draft.indexes().stream()
                .map(index -> index.name() + " (" + keys(index.keys().all()) + ")")
                .collect(Collectors.joining(", ")));
      }
      lines.put("snapshots.detail.capacity", capacity(draft.capacity()));
      lines.put("snapshots.detail.settings", settings(draft));
    }
    unknown(manifest, true, lines, "snapshots.detail.not-offered");
    unknown(manifest, false, lines, "snapshots.detail.not-read");
    lines.put("snapshots.detail.folder", SnapshotsCard.home(snapshot.root()));
    return lines;
  }

  /// The settings that would be set again after a restore.
  static String settings(TableDraft draft) {
    List<String> parts = parts(draft);
    return parts.isEmpty() ? Messages.text("snapshots.setting.none") : String.join(" · ", parts);
  }

  /// Whether there are any.
  static boolean any(TableDraft draft) {
    return !parts(draft).isEmpty();
  }

  private static List<String> parts(TableDraft draft) {
    List<String> parts = new ArrayList<>();
    TableDraft.Settings settings = draft.settings();
    if (settings.ttl() != null) {
      parts.add(Messages.text("snapshots.setting.ttl-of", settings.ttl()));
    }
    if (!settings.tags().isEmpty()) {
      parts.add(Messages.text("snapshots.setting.tags-of", settings.tags().size()));
    }
    add(parts, settings.stream() != null, Setting.STREAM);
    add(parts, settings.recoveryDays() != null, Setting.RECOVERY);
    add(parts, settings.policy() != null, Setting.POLICY);
    add(parts, !settings.scaling().isEmpty(), Setting.SCALING);
    add(parts, draft.deletionProtection(), Setting.PROTECTION);
    return parts;
  }

  static String name(Setting setting) {
    return Messages.text("snapshots.setting." + setting.name().toLowerCase(Locale.ROOT));
  }

  private static void add(List<String> parts, boolean there, Setting setting) {
    if (there) {
      parts.add(name(setting));
    }
  }

  private static void unknown(
      Manifest manifest, boolean offered, SequencedMap<String, String> lines, String key) {
    String all =
        manifest.unknown().stream()
            .filter(each -> (each.why() == null) == offered)
            .map(each -> named(each.setting(), each.why()))
            .collect(Collectors.joining(", "));
    if (!all.isEmpty()) {
      lines.put(key, all);
    }
  }

  private static String named(Setting setting, @Nullable String why) {
    return why == null ? name(setting) : name(setting) + " (" + why + ")";
  }

  private static String keys(List<KeyAttribute> keys) {
    return keys.stream()
        .map(key -> key.name() + " " + key.type())
        .collect(Collectors.joining(" · "));
  }

  private static String capacity(Capacity capacity) {
    return switch (capacity) {
      case Capacity.OnDemand _ -> Messages.text("snapshots.detail.on-demand");
      case Capacity.Provisioned(long read, long write) ->
          Messages.text("snapshots.detail.provisioned", read, write);
    };
  }
}
