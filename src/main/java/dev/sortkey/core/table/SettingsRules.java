package dev.sortkey.core.table;

import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.ItemSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks the settings of a draft: all beyond keys, capacity and indexes.
final class SettingsRules {
  private static final int LONGEST_TAG_KEY = 128;
  private static final int LONGEST_TAG_VALUE = 256;
  private static final int LONGEST_TTL_NAME = 255;
  private static final int MOST_RECOVERY_DAYS = 35;
  static final int LEAST_TARGET = 20;
  static final int MOST_TARGET = 90;

  /// API Reference, Tag: letters, white space, digits and these marks, in any script.
  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private final TableDraft draft;
  private final TableDraft.Settings settings;
  private final List<Flaw> flaws = new ArrayList<>();

  SettingsRules(TableDraft draft) {
    this.draft = draft;
    this.settings = draft.settings();
  }

  List<Flaw> check() {
    if (draft.capacity() instanceof Capacity.Provisioned) {
      settings.scaling().forEach(this::scaling);
    }
    WarmThroughput warm = settings.warm();
    if (warm != null) {
      warm("warm.read", warm.read());
      warm("warm.write", warm.write());
    }
    if (settings.encryption() instanceof Encryption.Customer(String key)) {
      if (key.isBlank()) {
        add("encryption.key", "table.key-id-missing");
      } else if (key.chars().anyMatch(Character::isWhitespace)) {
        add("encryption.key", "table.key-id-space");
      }
    }
    if (settings.policy() != null) {
      PolicyRules.check(settings.policy()).ifPresent(said -> flaws.add(new Flaw("policy", said)));
    }
    tags();
    timeToLive();
    Integer days = settings.recoveryDays();
    if (days != null && (days < 1 || days > MOST_RECOVERY_DAYS)) {
      add("recovery", "table.recovery-days", MOST_RECOVERY_DAYS);
    }
    return flaws;
  }

  /// Of an index only the units, since it scales as the table does.
  private void scaling(ScaledUnits units) {
    boolean read = units.side() == ScaledUnits.Side.READ;
    String side = read ? "read" : "write";
    AutoScaling scaling = units.scaling();
    if (units.index() == null) {
      String field = "scaling." + side;
      if (scaling.least() < 1) {
        add(field + ".least", "table.scaling-least");
      }
      if (scaling.most() < scaling.least()) {
        add(field + ".most", "table.scaling-most", scaling.least());
      }
      if (scaling.target() < LEAST_TARGET || scaling.target() > MOST_TARGET) {
        add(field + ".target", "table.scaling-target", LEAST_TARGET, MOST_TARGET);
      }
      within("capacity." + side, scaling, draft.capacity(), read);
    }
    for (int i = 0; i < draft.indexes().size(); i++) {
      TableDraft.IndexDraft index = draft.indexes().get(i);
      if (index.name().equals(units.index())) {
        within("index[" + i + "]." + side, scaling, index.capacity(), read);
      }
    }
  }

  private void within(String field, AutoScaling scaling, Capacity capacity, boolean read) {
    if (capacity instanceof Capacity.Provisioned(long reads, long writes)) {
      long units = read ? reads : writes;
      if (units >= 1
          && scaling.most() >= scaling.least()
          && (units < scaling.least() || units > scaling.most())) {
        add(field, "table.scaling-units", scaling.least(), scaling.most());
      }
    }
  }

  private void warm(String field, @Nullable Long units) {
    if (units != null && units < 1) {
      add(field, "table.warm");
    }
  }

  private void tags() {
    List<Tag> tags = settings.tags();
    if (tags.size() > TableRules.MOST_TAGS) {
      add("tags", "table.tags-many", TableRules.MOST_TAGS, tags.size());
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      String field = "tag[" + i + "].";
      if (tag.key().isEmpty()) {
        add(field + "key", "table.tag-key-missing");
      } else if (!keys.add(tag.key())) {
        add(field + "key", "table.tag-twice", tag.key());
      }
      if (tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")) {
        add(field + "key", "table.tag-aws");
      }
      tagText(field + "key", tag.key(), LONGEST_TAG_KEY);
      tagText(field + "value", tag.value(), LONGEST_TAG_VALUE);
    }
  }

  private void tagText(String field, String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      add(field, "table.tag-long", length, longest);
    }
    if (!TAG.matcher(text).matches()) {
      add(field, "table.tag-letters");
    }
  }

  private void timeToLive() {
    String name = settings.ttl();
    if (name == null) {
      return;
    }
    int length = ItemSize.of(name);
    if (name.isEmpty()) {
      add("ttl", "table.ttl-missing");
    } else if (length > LONGEST_TTL_NAME) {
      add("ttl", "table.ttl-long", length, LONGEST_TTL_NAME);
    }
    Stream.concat(
            draft.keys().all().stream(),
            draft.indexes().stream().flatMap(index -> index.keys().all().stream()))
        .filter(key -> key.name().equals(name) && key.type() != KeyType.N)
        .findFirst()
        .ifPresent(key -> add("ttl", "table.ttl-type", name, KeyRules.name(key.type())));
  }

  private void add(String field, String key, Object... arguments) {
    flaws.add(new Flaw(field, Messages.text(key, arguments)));
  }
}
