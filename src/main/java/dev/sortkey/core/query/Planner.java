package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Expressions;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns what the person asks into the operation to send. Pure.
public final class Planner {
  private final TableSchema table;
  private final QuerySpec spec;
  private final @Nullable Index index;
  private final KeySchema keys;

  private Planner(TableSchema table, QuerySpec spec) {
    this.table = table;
    this.spec = spec;
    this.index = spec.index() == null ? null : index(table, spec.index());
    this.keys = index == null ? table.keys() : index.keys();
  }

  /// A projection gets the table's key attributes added where they are missing, so that the rows
  /// stay editable.
  ///
  /// @throws IllegalArgumentException when the specification does not fit the schema; the message
  ///   is for the person
  public static ReadPlan plan(TableSchema table, QuerySpec spec) {
    return spec.mode() == QuerySpec.Mode.AUTO
        ? ways(table, spec, Observed.none()).best().orElseThrow().plan()
        : new Planner(table, spec).plan();
  }

  /// All ways to read what an Auto specification asks, ranked, with reasons and costs; for a Query
  /// or a Scan, which name their way, that one.
  ///
  /// @throws IllegalArgumentException when no way could read it, as when a value does not fit; the
  ///   message is for the person
  public static Ways ways(TableSchema table, QuerySpec spec, Observed seen) {
    if (spec.mode() == QuerySpec.Mode.AUTO) {
      return new AutoPlanner(table, spec, seen).ways();
    }
    var planner = new Planner(table, spec);
    return new Ways(List.of(planner.way(planner.plan(), new Estimator(table, seen))), null);
  }

  /// What a plan may cost from here to the end of its results, by the sizes that the table's
  /// description states.
  public static CostEstimate estimate(TableSchema table, ReadPlan plan) {
    long bytes = table.sizeBytes();
    if (plan.index() != null) {
      bytes = index(table, plan.index()).sizeBytes();
    }
    return CostEstimate.of(plan, bytes);
  }

  private static Index index(TableSchema table, String name) {
    return table.index(name).orElseThrow(() -> wrong("query.index-unknown", table.name(), name));
  }

  private Way.Usable way(ReadPlan plan, Estimator estimator) {
    var source = new Source(table, index);
    Estimator.Estimate cost =
        spec.mode() == QuerySpec.Mode.QUERY
            ? estimator.query(plan, source, List.of(KeyConditions.range(spec)), null)
            : estimator.scan(plan, source);
    return new Way.Usable(plan, cost.cost(), estimator.time(cost), null);
  }

  private ReadPlan plan() {
    if (index != null && index.kind() == Index.Kind.GSI) {
      checkGlobal(index);
    }
    if (spec.limit() != null && spec.limit() < 1) {
      throw wrong("query.limit");
    }
    boolean query = spec.mode() == QuerySpec.Mode.QUERY;
    var expressions = new Expressions();
    String keyCondition = query ? keyCondition(expressions) : null;
    String filter = spec.filters().isEmpty() ? null : filter(expressions, query);
    String projection = spec.projection().isEmpty() ? null : projection(expressions);
    return ReadPlan.of(
        query ? ReadPlan.Operation.QUERY : ReadPlan.Operation.SCAN,
        table.name(),
        spec.index(),
        new ReadRequest(
            null, keyCondition, filter, projection, expressions.names(), expressions.values()),
        query && spec.descending(),
        spec.consistent(),
        spec.limit(),
        reason(query));
  }

  private void checkGlobal(Index global) {
    if (spec.consistent()) {
      throw wrong("query.consistent-global", global.name());
    }
    if (global.backfilling() || global.status().equals("CREATING")) {
      throw wrong("query.index-building", global.name());
    }
  }

  private String keyCondition(Expressions expressions) {
    return checkLength("query.part.key", expressions.condition(KeyConditions.of(keys, spec)));
  }

  private String filter(Expressions expressions, boolean query) {
    var rules = new FilterRules(query ? keys : new KeySchema(List.of(), List.of()));
    spec.filters().forEach(rules::check);
    return checkLength(
        "query.part.filter", expressions.condition(new Condition.And(spec.filters())));
  }

  private String projection(Expressions expressions) {
    List<AttrPath> paths = new ArrayList<>();
    table.keys().all().stream()
        .map(key -> AttrPath.of(key.name()))
        .filter(key -> !spec.projection().contains(key))
        .forEach(paths::add);
    spec.projection().stream().distinct().forEach(paths::add);
    for (AttrPath path : paths) {
      checkHeld(path);
      for (AttrPath other : paths) {
        if (other != path && path.startsWith(other)) {
          throw wrong("query.paths-overlap", other, path);
        }
      }
    }
    return checkLength("query.part.projection", expressions.projection(paths));
  }

  /// A global index gives only what is projected into it; for the rest a local one goes to the
  /// table.
  private void checkHeld(AttrPath path) {
    if (index == null
        || index.kind() != Index.Kind.GSI
        || index.projection().kind() == Projection.Kind.ALL
        || !(path.steps().getFirst() instanceof AttrPath.Name(String name))) {
      return;
    }
    if (!keys.has(name)
        && !table.keys().has(name)
        && !index.projection().included().contains(name)) {
      throw wrong("query.not-projected", index.name(), name);
    }
  }

  private static String checkLength(String part, String expression) {
    if (!Expressions.fits(expression)) {
      throw wrong("query.too-long", Messages.text(part), expression.length(), Expressions.LONGEST);
    }
    return expression;
  }

  private String reason(boolean query) {
    String way;
    if (!query) {
      way = Messages.text(index == null ? "query.reason.scan" : "query.reason.scan-index");
    } else if (spec.sort().isEmpty()) {
      way =
          Messages.text(
              keys.sort().isEmpty() && index == null
                  ? "query.reason.one"
                  : "query.reason.collection");
    } else if (spec.sort().size() == keys.sort().size()
        && KeyConditions.isEquality(spec.sort().getLast())) {
      way = Messages.text(index == null ? "query.reason.one" : "query.reason.both");
    } else {
      way = Messages.text("query.reason.range", sortNames());
    }
    return spec.filters().isEmpty() ? way : way + Messages.text("query.reason.filter");
  }

  private String sortNames() {
    return String.join(
        ", ", keys.sort().stream().limit(spec.sort().size()).map(KeyAttribute::name).toList());
  }

  static IllegalArgumentException wrong(String key, Object... arguments) {
    return new IllegalArgumentException(Messages.text(key, arguments));
  }
}
