package dev.sortkey.ui.streams;

import dev.sortkey.core.stream.ChangeRecord.Event;
import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.value.Item;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which changes are shown.
///
/// @param key what the key, or one of its attributes, begins with
/// @param followed one item alone, or null
/// @param attribute a part of a changed path
record RecordFilter(
    String key, @Nullable Item followed, Set<Event> events, String attribute, boolean hideTtl) {
  RecordFilter {
    events = Set.copyOf(events);
  }

  static RecordFilter all() {
    return new RecordFilter("", null, Set.of(Event.values()), "", false);
  }

  RecordFilter withKey(String text) {
    return new RecordFilter(text, null, events, attribute, hideTtl);
  }

  RecordFilter following(Item item) {
    return new RecordFilter("", item, events, attribute, hideTtl);
  }

  RecordFilter with(Event event, boolean shown) {
    var wanted = new HashSet<>(events);
    if (shown) {
      wanted.add(event);
    } else {
      wanted.remove(event);
    }
    return new RecordFilter(key, followed, wanted, attribute, hideTtl);
  }

  RecordFilter withAttribute(String text) {
    return new RecordFilter(key, followed, events, text, hideTtl);
  }

  RecordFilter hidingTtl(boolean hide) {
    return new RecordFilter(key, followed, events, attribute, hide);
  }

  boolean matches(TailRecord record) {
    return events.contains(record.change().event())
        && !(hideTtl && record.change().byTtl())
        && (followed == null || followed.equals(record.change().key()))
        && (key.isEmpty() || keyBegins(record.change().key()))
        && (attribute.isEmpty() || record.touched().stream().anyMatch(this::named));
  }

  private boolean keyBegins(Item item) {
    return RecordText.key(item).startsWith(key)
        || item.attributes().values().stream()
            .anyMatch(value -> RecordText.value(value).startsWith(key));
  }

  private boolean named(String path) {
    int last = path.length() - attribute.length();
    for (int at = 0; at <= last; at++) {
      if (path.regionMatches(true, at, attribute, 0, attribute.length())) {
        return true;
      }
    }
    return false;
  }
}
