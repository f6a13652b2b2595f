package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the person asks to read, in typed values: the console's Query and Scan, or conditions
/// alone, for which the planner finds the way.
///
/// @param index the index to read, or null for the table; in Auto null leaves the choice open
/// @param partition for a Query: one value for each partition key attribute
/// @param sort for a Query: conditions on sort key attributes in their order; equalities first, the
///   last may be a range
/// @param filters conditions, all of which must hold: in a Query or Scan they are applied after the
///   read; in Auto they are all that is asked, on keys and other attributes alike
/// @param projection the paths to return; empty for all
/// @param limit how many items to return at the most, or null for no limit but the budget's
public record QuerySpec(
    Mode mode,
    @Nullable String index,
    List<Attr> partition,
    List<Condition> sort,
    List<Condition> filters,
    List<AttrPath> projection,
    boolean descending,
    boolean consistent,
    @Nullable Integer limit) {
  public enum Mode {
    /// Conditions only; [Planner#ways] ranks the ways.
    AUTO,
    QUERY,
    SCAN
  }

  public QuerySpec {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
    filters = List.copyOf(filters);
    projection = List.copyOf(projection);
  }

  public static QuerySpec scan() {
    return new QuerySpec(
        Mode.SCAN, null, List.of(), List.of(), List.of(), List.of(), false, false, null);
  }

  /// Conditions on any attributes; the planner finds the way.
  public static QuerySpec auto(List<Condition> conditions) {
    return new QuerySpec(
        Mode.AUTO, null, List.of(), List.of(), conditions, List.of(), false, false, null);
  }

  /// The same in another mode.
  public QuerySpec in(Mode other) {
    return new QuerySpec(
        other, index, partition, sort, filters, projection, descending, consistent, limit);
  }
}
