package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.expr.Matcher;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The values that conditions leave to one key attribute.
sealed interface Domain {
  /// No condition says anything that a key could use.
  record All() implements Domain {}

  /// These only, at least one, each another.
  record Values(List<Attr> values) implements Domain {
    public Values {
      values = List.copyOf(values);
    }
  }

  /// All values of one type between two ends.
  ///
  /// @param low null when open
  /// @param high null when open
  /// @param prefix what all of them begin with, when that says the same as the ends; else null
  record Range(
      @Nullable Attr low,
      boolean lowIncluded,
      @Nullable Attr high,
      boolean highIncluded,
      @Nullable Attr prefix)
      implements Domain {
    public Range {
      if (low == null && high == null) {
        throw new IllegalArgumentException("a range without an end");
      }
    }

    boolean holds(Attr value) {
      return (low == null || isAfter(value, low, lowIncluded))
          && (high == null || isAfter(high, value, highIncluded));
    }

    Attr end() {
      return low != null ? low : orThrow(high);
    }

    /// What a key condition can say of it; it may take the ends in.
    Condition written(AttrPath path) {
      if (prefix != null) {
        return new Condition.BeginsWith(path, prefix);
      }
      if (low != null && high != null) {
        return new Condition.Between(path, low, high);
      }
      if (low != null) {
        return new Condition.Compare(path, lowIncluded ? Comparison.GE : Comparison.GT, low);
      }
      return new Condition.Compare(
          path, highIncluded ? Comparison.LE : Comparison.LT, orThrow(high));
    }

    /// The values that the written condition lets through.
    Range asWritten() {
      return prefix == null && low != null && high != null
          ? new Range(low, true, high, true, null)
          : this;
    }

    /// Both as one, when they overlap or touch at a common value; else null.
    @Nullable Domain joined(Range other) {
      Range first = startsBefore(other) ? this : other;
      Range second = first == this ? other : this;
      if (first.high != null
          && second.low != null
          && !isAfter(first.high, second.low, first.highIncluded || second.lowIncluded)) {
        return null;
      }
      return second.within(first) ? first : first.upTo(second);
    }

    /// From the beginning of this one to the end of another.
    private Domain upTo(Range last) {
      return low == null && last.high == null
          ? new All()
          : new Range(low, lowIncluded, last.high, last.highIncluded, null);
    }

    /// The smallest run of values, its ends taken in, that holds both.
    Domain around(Range other) {
      Range first = startsBefore(other) ? this : other;
      Range last = endsAfter(other) ? this : other;
      return first.low == null && last.high == null
          ? new All()
          : new Range(first.low, true, last.high, true, null);
    }

    private boolean endsAfter(Range other) {
      return high == null || other.high != null && Matcher.order(high, other.high).orElse(0) >= 0;
    }

    private boolean startsBefore(Range other) {
      if (low == null || other.low == null) {
        return low == null;
      }
      int order = Matcher.order(low, other.low).orElse(0);
      return order < 0 || order == 0 && (lowIncluded || !other.lowIncluded);
    }
  }

  /// The values that one condition on the attribute leaves, [All] when a key cannot use it, null
  /// when there is none.
  static @Nullable Domain of(Condition leaf) {
    return switch (leaf) {
      case Condition.Compare(var _, var comparison, Attr value) -> compared(comparison, value);
      case Condition.Between(var _, Attr low, Attr high) -> ranged(low, true, high, true, null);
      case Condition.In(var _, var values) -> valued(values);
      case Condition.BeginsWith(var _, Attr prefix) -> prefixed(prefix);
      default -> new All();
    };
  }

  private static @Nullable Domain compared(Comparison comparison, Attr value) {
    if (comparison == Comparison.EQ) {
      return valued(List.of(value));
    }
    if (Matcher.order(value, value).isEmpty()) {
      return new All();
    }
    return switch (comparison) {
      case LT -> ranged(null, false, value, false, null);
      case LE -> ranged(null, false, value, true, null);
      case GT -> ranged(value, false, null, false, null);
      case GE -> ranged(value, true, null, false, null);
      default -> new All();
    };
  }

  private static @Nullable Domain prefixed(Attr prefix) {
    return switch (prefix) {
      case Attr.S(String text) when !text.isEmpty() -> {
        String next = next(text);
        yield ranged(prefix, true, next == null ? null : new Attr.S(next), false, prefix);
      }
      case Attr.B(Bytes bytes) when bytes.length() > 0 -> {
        byte[] next = next(bytes.toArray());
        yield ranged(prefix, true, next == null ? null : new Attr.B(Bytes.of(next)), false, prefix);
      }
      default -> new All();
    };
  }

  private static @Nullable Domain ranged(
      @Nullable Attr low,
      boolean lowIncluded,
      @Nullable Attr high,
      boolean highIncluded,
      @Nullable Attr prefix) {
    if (low != null && high != null) {
      OptionalInt order = Matcher.order(low, high);
      if (order.isEmpty()
          || order.getAsInt() > 0
          || order.getAsInt() == 0 && !(lowIncluded && highIncluded)) {
        return null;
      }
      if (order.getAsInt() == 0) {
        return new Values(List.of(low));
      }
    }
    return new Range(low, lowIncluded, high, highIncluded, prefix);
  }

  private static @Nullable Domain valued(List<Attr> values) {
    List<Attr> distinct = new ArrayList<>();
    for (Attr value : values) {
      if (distinct.stream().noneMatch(value::same)) {
        distinct.add(value);
      }
    }
    return distinct.isEmpty() ? null : new Values(distinct);
  }

  /// What both leave, or null when that is nothing.
  default @Nullable Domain and(Domain other) {
    return switch (this) {
      case All _ -> other;
      case Values(var mine) ->
          switch (other) {
            case All _ -> this;
            case Values(var theirs) ->
                valued(mine.stream().filter(v -> theirs.stream().anyMatch(v::same)).toList());
            case Range range -> valued(mine.stream().filter(range::holds).toList());
          };
      case Range range ->
          switch (other) {
            case All _ -> this;
            case Values _ -> other.and(this);
            case Range its -> narrowed(range, its);
          };
    };
  }

  private static @Nullable Domain narrowed(Range one, Range other) {
    if (Matcher.order(one.end(), other.end()).isEmpty()) {
      return null;
    }
    if (one.within(other)) {
      return one;
    }
    if (other.within(one)) {
      return other;
    }
    boolean oneLow =
        other.low == null || one.low != null && isAfter(one.low, other.low, !one.lowIncluded);
    boolean oneHigh =
        other.high == null || one.high != null && isAfter(other.high, one.high, !one.highIncluded);
    Range low = oneLow ? one : other;
    Range high = oneHigh ? one : other;
    return ranged(low.low, low.lowIncluded, high.high, high.highIncluded, null);
  }

  /// Whether all of these are among the others.
  default boolean within(Domain other) {
    return switch (other) {
      case All _ -> true;
      case Values(var theirs) ->
          this instanceof Values(var mine)
              && mine.stream().allMatch(v -> theirs.stream().anyMatch(v::same));
      case Range range ->
          switch (this) {
            case All _ -> false;
            case Values(var mine) -> mine.stream().allMatch(range::holds);
            case Range mine ->
                (range.low == null
                        || mine.low != null
                            && isAfter(mine.low, range.low, range.lowIncluded || !mine.lowIncluded))
                    && (range.high == null
                        || mine.high != null
                            && isAfter(
                                range.high, mine.high, range.highIncluded || !mine.highIncluded));
          };
    };
  }

  private static boolean isAfter(Attr value, Attr end, boolean orSame) {
    OptionalInt order = Matcher.order(value, end);
    return order.isPresent() && (orSame ? order.getAsInt() >= 0 : order.getAsInt() > 0);
  }

  private static Attr orThrow(@Nullable Attr value) {
    if (value == null) {
      throw new IllegalStateException("a range without an end");
    }
    return value;
  }

  /// The first text behind all that begin with this one, by code points, as UTF-8 orders; null when
  /// there is none.
  private static @Nullable String next(String prefix) {
    int[] points = prefix.codePoints().toArray();
    for (int at = points.length - 1; at >= 0; at--) {
      if (points[at] < Character.MAX_CODE_POINT) {
        int up = points[at] + 1;
        points[at] = up >= Character.MIN_SURROGATE && up <= Character.MAX_SURROGATE ? 0xE000 : up;
        return new String(points, 0, at + 1);
      }
    }
    return null;
  }

  private static byte @Nullable [] next(byte[] prefix) {
    for (int at = prefix.length - 1; at >= 0; at--) {
      if (prefix[at] != (byte) 0xFF) {
        byte[] next = Arrays.copyOf(prefix, at + 1);
        next[at]++;
        return next;
      }
    }
    return null;
  }
}
