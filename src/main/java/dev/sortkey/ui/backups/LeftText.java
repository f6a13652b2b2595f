package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.LeftBehind;
import dev.sortkey.core.backup.LeftBehind.Setting;
import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says in a line which settings a restore would set again, with their values.
final class LeftText {
  private LeftText() {}

  static String of(LeftBehind left) {
    List<String> parts = new ArrayList<>();
    for (Setting setting : left.present()) {
      parts.add(
          switch (setting) {
            case TTL -> Messages.text("backups.again.ttl", left.ttl());
            case TAGS -> Messages.text("backups.again.tags", left.tags().size());
            case STREAM ->
                Messages.text(
                    "backups.again.stream",
                    left.stream() == null
                        ? ""
                        : left.stream().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            case SCALING -> Messages.text("backups.again.scaling");
            case RECOVERY -> Messages.text("backups.again.recovery", left.recoveryDays());
            case POLICY -> Messages.text("backups.again.policy");
            case PROTECTION -> Messages.text("backups.again.protection");
          });
    }
    String all = parts.isEmpty() ? Messages.text("backups.again.none") : String.join(" · ", parts);
    if (left.unread().isEmpty()) {
      return all;
    }
    List<String> unread =
        left.unread().keySet().stream()
            .sorted()
            .map(
                setting -> Messages.text("backups.step." + setting.name().toLowerCase(Locale.ROOT)))
            .toList();
    return all + ". " + Messages.text("backups.again.unread", String.join(", ", unread));
  }
}
