package dev.sortkey.ui.streams;

import dev.sortkey.core.stream.ChangeRecord;
import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.grid.CellText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Changes in the words of the list and the inspector.
final class RecordText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final int MOST_PATHS = 12;

  private RecordText() {}

  /// `14:32:07`; streams tell no fractions of a second.
  static String time(TailRecord record) {
    return record.change().time() == null ? "" : TIME.format(record.change().time());
  }

  static String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at);
  }

  /// `1001 / C123`
  static String key(Item key) {
    return key.attributes().values().stream()
        .map(RecordText::value)
        .collect(Collectors.joining(" / "));
  }

  static String value(Attr value) {
    return value instanceof Attr.B(var bytes) ? bytes.toBase64() : CellText.of(value).line();
  }

  static String event(ChangeRecord.Event event) {
    return Messages.text("streams.event." + event.name().toLowerCase(Locale.ROOT));
  }

  static String sign(ChangeRecord.Event event) {
    return switch (event) {
      case INSERT -> "+";
      case MODIFY -> "~";
      case REMOVE -> "-";
    };
  }

  /// The style class of an event's colour.
  static String style(ChangeRecord.Event event) {
    return switch (event) {
      case INSERT -> "sk-success";
      case MODIFY -> "sk-warning";
      case REMOVE -> "sk-danger";
    };
  }

  /// Whether the text of [#changed] is a list of paths, and not words.
  static boolean isPaths(TailRecord record) {
    return record.diff() != null && !record.changes().isEmpty();
  }

  /// What changed, in a line.
  static String changed(TailRecord record) {
    if (isPaths(record)) {
      String paths = record.touched().stream().limit(MOST_PATHS).collect(Collectors.joining(", "));
      int more = record.touched().size() - MOST_PATHS;
      return more > 0 ? Messages.text("streams.changed.more", paths, more) : paths;
    }
    Item image = record.image();
    String kind =
        switch (record.change().event()) {
          case INSERT -> "insert";
          case MODIFY -> record.diff() != null ? "same" : modified(record.change());
          case REMOVE -> record.change().byTtl() ? "ttl" : "remove";
        };
    return image == null
        ? Messages.text("streams.changed." + kind)
        : Messages.text("streams.changed." + kind + ".counted", image.attributes().size());
  }

  private static String modified(ChangeRecord change) {
    return change.after() != null ? "new" : change.before() != null ? "old" : "keys";
  }
}
