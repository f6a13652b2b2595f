package dev.sortkey.core.codegen;

import dev.sortkey.core.query.Observed;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.Way;
import dev.sortkey.core.table.TableSchema;
import java.util.List;

/// The way that a program takes: the best of those that DynamoDB goes by itself. Where Sortkey
/// would go another, looking at items itself, that is said.
///
/// @param other whether Sortkey itself would read it by another, cheaper way
public record CodePlan(ReadPlan plan, boolean other) {
  /// @throws IllegalArgumentException when it cannot be planned; the message is for the person
  public static CodePlan of(TableSchema table, QuerySpec spec) {
    List<Way.Usable> ways = Planner.ways(table, spec, Observed.none()).usable();
    Way.Usable best = ways.getFirst();
    Way.Usable plain =
        ways.stream()
            .filter(way -> way.plan().fetch() == null && way.plan().check() == null)
            .findFirst()
            .orElse(best);
    return new CodePlan(plain.plan(), plain != best);
  }
}
