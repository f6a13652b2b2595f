package dev.sortkey.core.value;

import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What DynamoDB would refuse in an item, said before it is sent (Developer Guide, "Constraints in
/// Amazon DynamoDB").
public final class ItemRules {
  /// Levels of an item, its own attributes being the first: `a.b[0]` stands on the third. A list or
  /// map opens the next level also when it is empty, as measured.
  public static final int DEEPEST = 32;

  /// The longest attribute name, in bytes.
  public static final int LONGEST_NAME = 64 * 1024 - 1;

  private final List<Flaw> flaws = new ArrayList<>();

  private ItemRules() {}

  /// @param path where it is, or null when it is the item as a whole
  /// @param message in plain words, with what to do
  public record Flaw(@Nullable AttrPath path, String message) {}

  /// Types, numbers, sets, depth (32 levels), names and size; not the key, see TableRules.
  public static List<Flaw> check(Item item) {
    var rules = new ItemRules();
    item.attributes()
        .forEach((name, value) -> {
          rules.name(AttrPath.of(name), name);
          rules.value(AttrPath.of(name), value);
        });
    int size = ItemSize.of(item);
    if (size > ItemSize.LIMIT) {
      rules.flaws.add(
          new Flaw(null, Messages.text("value.item-size", size, size - ItemSize.LIMIT)));
    }
    return List.copyOf(rules.flaws);
  }

  private void value(AttrPath path, Attr value) {
    if (value.type().isDocument() && path.steps().size() >= DEEPEST) {
      add(path, "value.depth", DEEPEST);
      return; // what lies below has to move anyway
    }
    switch (value) {
      case Attr.N(String digits) ->
          DynamoNumber.flaw(digits).ifPresent(flaw -> flaws.add(new Flaw(path, flaw)));
      case Attr.S(String text) -> text(path, text);
      case Attr.SS(var texts) -> {
        filled(path, texts);
        texts.forEach(text -> text(path, text));
      }
      case Attr.BS(var binaries) -> filled(path, binaries);
      case Attr.NS(var numbers) -> {
        filled(path, numbers);
        numbers(path, numbers);
      }
      case Attr.L(var elements) -> {
        for (int i = 0; i < elements.size(); i++) {
          value(path.child(i), elements.get(i));
        }
      }
      case Attr.M(var fields) -> {
        for (Map.Entry<String, Attr> field : fields.entrySet()) {
          AttrPath child = path.child(field.getKey());
          name(child, field.getKey());
          value(child, field.getValue());
        }
      }
      case Attr.B _, Attr.Bool _, Attr.Null _ -> {}
    }
  }

  private void name(AttrPath path, String name) {
    int length = ItemSize.of(name);
    if (length == 0) {
      add(path, "value.name-empty");
    } else if (length > LONGEST_NAME) {
      add(path, "value.name-long", length, LONGEST_NAME);
    }
    text(path, name);
  }

  /// Strings are UTF-8, which has no half of a surrogate pair (Developer Guide, "Supported data
  /// types and naming rules", String).
  private void text(AttrPath path, String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        if (Character.charCount(text.codePointAt(at)) == 1) {
          add(path, "value.surrogate", at + 1);
          return;
        }
        at++;
      }
    }
  }

  private void filled(AttrPath path, Collection<?> set) {
    if (set.isEmpty()) {
      add(path, "value.set-empty");
    }
  }

  private void numbers(AttrPath path, Collection<String> numbers) {
    Set<String> seen = new HashSet<>();
    for (String digits : numbers) {
      DynamoNumber.flaw(digits).ifPresent(flaw -> flaws.add(new Flaw(path, flaw)));
      if (!seen.add(DynamoNumber.canonical(digits))) {
        add(path, "value.set-twice", digits);
      }
    }
  }

  private void add(AttrPath path, String key, Object... arguments) {
    flaws.add(new Flaw(path, Messages.text(key, arguments)));
  }
}
