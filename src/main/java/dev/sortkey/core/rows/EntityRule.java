package dev.sortkey.core.rows;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which items of a table are of one entity: those whose keys fit the patterns and, where an
/// attribute is named, that say so in it.
///
/// @param partition as [KeyPattern] writes it
/// @param sort likewise; `*` where the table has no sort key
/// @param attribute the attribute that names the entity in an item, or empty
/// @param value what the attribute holds, a string
public record EntityRule(
    String name, String partition, String sort, String attribute, String value) {
  /// @throws IllegalArgumentException when there is no name, or a pattern cannot be read
  public EntityRule {
    if (name.isBlank()) {
      throw new IllegalArgumentException(Messages.text("entities.unnamed"));
    }
    KeyPattern.parse(partition);
    KeyPattern.parse(sort);
    // A file may lack them.
    Objects.requireNonNull(attribute);
    Objects.requireNonNull(value);
  }

  public EntityRule named(String other) {
    return new EntityRule(other, partition, sort, attribute, value);
  }

  /// Whether two rules choose the same items, whatever they are called.
  public boolean sameItems(EntityRule other) {
    return named(other.name).equals(other);
  }

  public KeyPattern partitionPattern() {
    return KeyPattern.parse(partition);
  }

  public KeyPattern sortPattern() {
    return KeyPattern.parse(sort);
  }

  /// What tells the keys of the entity at a glance, such as `ORDER#`, or empty.
  public String mark() {
    String lead = sortPattern().lead();
    return lead.isEmpty() ? partitionPattern().lead() : lead;
  }

  /// What it says, in one line.
  ///
  /// @param sorted whether the table has a sort key
  public String words(boolean sorted) {
    String keys = sorted ? partition + " · " + sort : partition;
    return attribute.isEmpty() ? keys : keys + " · " + attribute + " = " + value;
  }

  /// @param partitionKey the table's attribute of that role
  /// @param sortKey likewise, or null when it has none
  public boolean matches(Item item, String partitionKey, @Nullable String sortKey) {
    return fits(partitionPattern(), item.get(partitionKey))
        && (sortKey == null || fits(sortPattern(), item.get(sortKey)))
        && (attribute.isEmpty() || new Attr.S(value).equals(item.get(attribute)));
  }

  private static boolean fits(KeyPattern pattern, @Nullable Attr key) {
    return switch (key) {
      case Attr.S(String text) -> pattern.matches(text);
      case Attr.N(String digits) -> pattern.isNumber() || pattern.matches(digits);
      case null, default -> pattern.isAny();
    };
  }
}
