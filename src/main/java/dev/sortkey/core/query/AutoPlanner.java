package dev.sortkey.core.query;

import static dev.sortkey.core.query.Planner.wrong;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds every way to read what conditions ask, and ranks them.
final class AutoPlanner {
  /// @param open how many key attributes the way leaves open
  private record Ranked(Way.Usable way, double expected, int open) {}

  private final TableSchema table;
  private final QuerySpec spec;
  private final List<Condition> parts;
  private final Estimator estimator;
  private final PlanWriting writing;
  private final List<Region> regions;
  private final List<Ranked> usable = new ArrayList<>();
  private final List<Way> unusable = new ArrayList<>();

  AutoPlanner(TableSchema table, QuerySpec spec, Observed seen) {
    this.table = table;
    this.spec = spec;
    this.parts = Conditions.parts(spec.filters());
    this.estimator = new Estimator(table, seen);
    this.writing = new PlanWriting(table, spec, parts);
    this.regions = Region.of(new Condition.And(parts), keyNames());
  }

  /// @throws IllegalArgumentException when DynamoDB would refuse a value or a condition, or nothing
  ///   could ever fulfil them; the message is for the person
  Ways ways() {
    AskedRules.check(table, spec, parts);
    if (regions.isEmpty()) {
      throw wrong("query.contradiction");
    }
    for (Source source : sources()) {
      if (ready(source)) {
        queries(source);
      }
    }
    scans();
    usable.sort(
        Comparator.comparing((Ranked ranked) -> ranked.way().caveat() != null)
            .thenComparingDouble(Ranked::expected)
            .thenComparing(ranked -> ranked.way().operation())
            .thenComparingInt(Ranked::open));
    List<Way> all = new ArrayList<>(usable.stream().map(Ranked::way).toList());
    all.addAll(unusable);
    return new Ways(all, usable.isEmpty() ? null : advice());
  }

  private @Nullable String advice() {
    return usable.getFirst().way().operation() == ReadPlan.Operation.SCAN
        ? IndexAdvice.of(table, parts, estimator.sample())
        : null;
  }

  private Set<String> keyNames() {
    Set<String> names = new LinkedHashSet<>();
    table.keys().all().forEach(key -> names.add(key.name()));
    table.indexes().forEach(index -> index.keys().all().forEach(key -> names.add(key.name())));
    return names;
  }

  /// The table and its indexes, or the one index that was chosen.
  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    if (spec.index() == null) {
      sources.add(new Source(table, null));
    }
    for (Index index : table.indexes()) {
      if (spec.index() == null || spec.index().equals(index.name())) {
        sources.add(new Source(table, index));
      }
    }
    if (sources.isEmpty()) {
      throw wrong("query.index-unknown", table.name(), String.valueOf(spec.index()));
    }
    return sources;
  }

  private boolean ready(Source source) {
    Index index = source.index();
    if (index == null) {
      return true;
    }
    if (source.isGlobal() && spec.consistent()) {
      return refuse(source, "query.way.eventual");
    }
    if (index.backfilling() || index.status().equals("CREATING")) {
      return refuse(source, "query.way.building");
    }
    return true;
  }

  private boolean refuse(Source source, String reason, Object... arguments) {
    unusable.add(
        new Way.Unusable(
            ReadPlan.Operation.QUERY, source.indexName(), Messages.text(reason, arguments)));
    return false;
  }

  private void queries(Source source) {
    KeyAccess access = KeyAccess.of(source, regions, parts);
    switch (access) {
      case KeyAccess.Closed(String why) -> {
        if (!parts.isEmpty()) {
          unusable.add(new Way.Unusable(ReadPlan.Operation.QUERY, source.indexName(), why));
        }
      }
      case KeyAccess.Open(var ranges) -> {
        read(source, ranges);
        List<KeyRange> hulls = KeyRange.hulls(ranges);
        if (hulls.size() < ranges.size()) {
          read(source, hulls);
        }
      }
    }
  }

  private void read(Source source, List<KeyRange> ranges) {
    boolean keyed =
        source.index() == null && ranges.stream().allMatch(r -> r.isWholeKey(source.keys()));
    ReadPlan plan = keyed ? writing.get(ranges) : writing.query(source, ranges);
    Estimator.Estimate cost =
        keyed
            ? estimator.get(ranges.size(), spec.consistent())
            : estimator.query(plan, source, ranges, writing.beforeFetch(source, ranges));
    int given =
        ranges.stream()
            .mapToInt(range -> range.equal().size() + (range.range() == null ? 0 : 1))
            .min()
            .orElse(0);
    add(plan, cost, source, source.keys().sort().size() - given);
  }

  private void scans() {
    Source whole = new Source(table, null);
    Estimator.@Nullable Estimate most = null;
    if (spec.index() == null) {
      ReadPlan plan = writing.scan(whole);
      most = estimator.scan(plan, whole);
      add(plan, most, whole, 0);
    }
    for (Source source : sources()) {
      if (source.index() == null
          || source.isGlobal() && spec.consistent()
          || source.index().backfilling()
          || source.index().status().equals("CREATING")
          || !writing.heldBy(source)) {
        continue;
      }
      ReadPlan plan = writing.scan(source);
      Estimator.Estimate cost = estimator.scan(plan, source);
      if (most == null || cost.high() < most.low() && caveat(source) == null) {
        add(plan, cost, source, 0);
      }
    }
  }

  private void add(ReadPlan plan, Estimator.Estimate cost, Source source, int open) {
    String caveat = caveat(source);
    var way = new Way.Usable(plan, cost.cost(), estimator.time(cost), caveat);
    usable.add(new Ranked(way, cost.expected(), open));
  }

  /// An index leaves out items that lack one of its key attributes (Developer Guide, "Take
  /// advantage of sparse indexes"). That does not matter when the conditions ask for that
  /// attribute, nor when the index has as many items as the table.
  private @Nullable String caveat(Source source) {
    Condition all = new Condition.And(parts);
    List<String> open =
        source.needed().stream().filter(name -> !Conditions.demands(all, name)).toList();
    if (open.isEmpty()
        || source.itemCount() >= table.itemCount() && estimator.sample().allIn(source)) {
      return null;
    }
    return Messages.text(
        "query.way.sparse",
        String.join(", ", open),
        Long.toString(source.itemCount()),
        Long.toString(table.itemCount()));
  }

  static List<String> names(List<KeyAttribute> keys) {
    return keys.stream().map(KeyAttribute::name).toList();
  }
}
