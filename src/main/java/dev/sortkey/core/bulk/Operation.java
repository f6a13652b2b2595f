package dev.sortkey.core.bulk;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.DynamoNumber;
import dev.sortkey.core.value.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is done to each item of a bulk edit.
public sealed interface Operation {
  /// The place that is changed.
  AttrPath path();

  /// The item afterwards; the same one where nothing is to be done.
  ///
  /// @throws IllegalArgumentException when it does not fit the item; the message is for the person
  Item apply(Item item);

  /// Puts a value there, whatever was there.
  record Put(AttrPath path, Attr value) implements Operation {
    @Override
    public Item apply(Item item) {
      return put(item, path, value);
    }
  }

  /// Takes the attribute away where it is.
  record Remove(AttrPath path) implements Operation {
    @Override
    public Item apply(Item item) {
      return item.get(path) == null ? item : item.without(path);
    }
  }

  /// Gives the attribute another name, beside its old place.
  record Rename(AttrPath path, String name) implements Operation {
    @Override
    public Item apply(Item item) {
      Attr value = item.get(path);
      if (value == null) {
        return item;
      }
      if (!(path.steps().getLast() instanceof AttrPath.Name)) {
        throw new IllegalArgumentException(Messages.text("bulk.unfit.element", path));
      }
      var steps = new ArrayList<>(path.steps().subList(0, path.steps().size() - 1));
      steps.add(new AttrPath.Name(name));
      var to = new AttrPath(steps);
      if (item.get(to) != null) {
        throw new IllegalArgumentException(Messages.text("bulk.unfit.taken", to));
      }
      return put(item.without(path), to, value);
    }
  }

  /// Adds to a number, an absent one being 0, as DynamoDB's ADD does (API Reference, UpdateItem);
  /// the sum is exact or refused.
  record Add(AttrPath path, String amount) implements Operation {
    @Override
    public Item apply(Item item) {
      Attr now = item.get(path);
      if (now != null && !(now instanceof Attr.N)) {
        throw new IllegalArgumentException(
            Messages.text("bulk.unfit.type", path, now.type().name(), "N"));
      }
      BigDecimal sum =
          (now instanceof Attr.N(String digits) ? new BigDecimal(digits) : BigDecimal.ZERO)
              .add(new BigDecimal(amount));
      return put(item, path, number(sum));
    }
  }

  /// Appends to a list, or adds members to a set of their type; an absent one begins with them.
  record Append(AttrPath path, Attr values) implements Operation {
    @Override
    public Item apply(Item item) {
      Attr now = item.get(path);
      if (now == null) {
        return put(item, path, values);
      }
      Attr together =
          switch (values) {
            case Attr.L(var more) when now instanceof Attr.L(var elements) -> {
              List<Attr> all = new ArrayList<>(elements);
              all.addAll(more);
              yield new Attr.L(all);
            }
            case Attr.SS(var more) when now instanceof Attr.SS(var members) -> {
              var all = new LinkedHashSet<>(members);
              all.addAll(more);
              yield Attr.SS.of(List.copyOf(all));
            }
            case Attr.NS(var more) when now instanceof Attr.NS(var members) -> {
              List<String> all = new ArrayList<>(members);
              more.stream()
                  .filter(
                      one -> members.stream().noneMatch(has -> DynamoNumber.compare(has, one) == 0))
                  .forEach(all::add);
              yield Attr.NS.of(all);
            }
            default ->
                throw new IllegalArgumentException(
                    Messages.text(
                        "bulk.unfit.type", path, now.type().name(), values.type().name()));
          };
      return now.same(together) ? item : put(item, path, together);
    }
  }

  /// Makes a value of another type out of the one that is there, where nothing is lost by it.
  record Convert(AttrPath path, AttrType type) implements Operation {
    @Override
    public Item apply(Item item) {
      Attr now = item.get(path);
      return now == null || now.type() == type ? item : put(item, path, Conversion.of(now, type));
    }
  }

  /// Replaces what a regular expression finds in a string; groups are `$1`, `$2`. It holds the
  /// flags beside the text, since a [Pattern] does not tell those it was made with from those
  /// inside it: `a(?i)b` made anew from what it says of itself would find `Ab` too.
  record Replace(AttrPath path, String pattern, int flags, String replacement)
      implements Operation {
    @Override
    public Item apply(Item item) {
      Attr now = item.get(path);
      if (now == null) {
        return item;
      }
      if (!(now instanceof Attr.S(String text))) {
        throw new IllegalArgumentException(
            Messages.text("bulk.unfit.type", path, now.type().name(), "S"));
      }
      try {
        Matcher matcher = Pattern.compile(pattern, flags).matcher(text);
        String changed = matcher.replaceAll(replacement);
        return changed.equals(text) ? item : put(item, path, new Attr.S(changed));
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IllegalArgumentException(
            Messages.text("bulk.unfit.replacement", e.getMessage()), e);
      }
    }
  }

  /// Puts what a formula makes of the item's attributes.
  record Compute(AttrPath path, Formula formula) implements Operation {
    @Override
    public Item apply(Item item) {
      Attr made = formula.of(item);
      Attr now = item.get(path);
      return now != null && now.same(made) ? item : put(item, path, made);
    }
  }

  private static Item put(Item item, AttrPath path, Attr value) {
    Attr now = item.get(path);
    if (now != null && now.equals(value)) {
      return item;
    }
    for (int i = 1; i < path.steps().size(); i++) {
      var parent = new AttrPath(path.steps().subList(0, i));
      Attr holds = item.get(parent);
      boolean fits =
          path.steps().get(i) instanceof AttrPath.Name
              ? holds instanceof Attr.M
              : holds instanceof Attr.L;
      if (!fits) {
        throw new IllegalArgumentException(Messages.text("bulk.unfit.parent", path, parent));
      }
    }
    return item.with(path, value);
  }

  /// A number as DynamoDB keeps it.
  ///
  /// @throws IllegalArgumentException when it has too many digits or is out of range
  static Attr.N number(BigDecimal value) {
    String digits = value.toPlainString();
    @Nullable String flaw = DynamoNumber.flaw(digits).orElse(null);
    if (flaw != null) {
      throw new IllegalArgumentException(flaw);
    }
    return new Attr.N(digits);
  }
}
