package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which index would make a read cheaper that now has to look at everything.
final class IndexAdvice {
  /// Fewer items say nothing about a share.
  private static final int ENOUGH = 50;

  private IndexAdvice() {}

  static @Nullable String of(TableSchema table, List<Condition> parts, Sample sample) {
    Condition equal = null;
    for (Condition part : parts) {
      if (indexable(table, part)
          && part instanceof Condition.Compare(var _, var comparison, var _)
          && comparison == Comparison.EQ
          && (equal == null || sample.count(part) < sample.count(equal))) {
        equal = part;
      }
    }
    if (equal == null) {
      return null;
    }
    Condition sort = null;
    for (Condition part : parts) {
      if (sort == null && part != equal && indexable(table, part)) {
        sort = part;
      }
    }
    List<Condition> key = new ArrayList<>(List.of(equal));
    if (sort != null) {
      key.add(sort);
    }
    String names =
        String.join(", ", key.stream().map(part -> String.valueOf(Region.name(part))).toList());
    if (sample.size() < ENOUGH) {
      return Messages.text("query.way.advice", names);
    }
    double share = (sample.count(new Condition.And(key)) + 0.5) / sample.size();
    return share > 0.5
        ? null
        : Messages.text("query.way.advice-share", names, percent(share * 100));
  }

  /// Whether a key could take the condition.
  private static boolean indexable(TableSchema table, Condition part) {
    String name = Region.name(part);
    Domain domain = name == null ? null : Domain.of(part);
    boolean one =
        switch (domain) {
          case Domain.Values(var values) ->
              values.size() == 1
                  && List.of(AttrType.S, AttrType.N, AttrType.B).contains(values.getFirst().type());
          case Domain.Range _ -> true;
          case null, default -> false;
        };
    return one && !table.keys().partition().getFirst().name().equals(name);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 10 ? "%.1f" : "%.0f", share);
  }
}
