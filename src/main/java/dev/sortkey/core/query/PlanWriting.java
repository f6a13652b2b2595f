package dev.sortkey.core.query;

import static dev.sortkey.core.query.Planner.wrong;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Expressions;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the plan of a way: which conditions the key takes, which go into the filter, and which
/// Sortkey looks at itself.
final class PlanWriting {
  private final TableSchema table;
  private final QuerySpec spec;
  private final List<Condition> parts;

  /// @param parts all that must hold
  PlanWriting(TableSchema table, QuerySpec spec, List<Condition> parts) {
    this.table = table;
    this.spec = spec;
    this.parts = parts;
  }

  /// Where the conditions go that a key does not take.
  ///
  /// @param filter what DynamoDB looks at after the read
  /// @param before what Sortkey looks at before it fetches
  /// @param check what Sortkey looks at in the end
  private record Split(List<Condition> filter, List<Condition> before, List<Condition> check) {}

  /// Whether a source has all that is asked for and all that conditions look at.
  boolean heldBy(Source source) {
    return source.holdsAll()
        || !spec.projection().isEmpty() && needed().stream().allMatch(source::holds);
  }

  ReadPlan get(List<KeyRange> ranges) {
    List<Condition> check = open(new Source(table, null), ranges);
    List<ReadRequest> requests = new ArrayList<>();
    for (KeyRange range : ranges) {
      var expressions = new Expressions();
      String projection = projection(expressions, check);
      requests.add(
          new ReadRequest(
              key(range), null, null, projection, expressions.names(), expressions.values()));
    }
    return new ReadPlan(
        ReadPlan.Operation.GET,
        table.name(),
        null,
        requests,
        null,
        Conditions.all(check),
        false,
        spec.consistent(),
        spec.limit(),
        new Reasons(parts).get(ranges.size(), check));
  }

  ReadPlan query(Source source, List<KeyRange> ranges) {
    boolean fetches = !heldBy(source);
    Split split = split(source, ranges);
    List<ReadRequest> requests = new ArrayList<>();
    for (KeyRange range : ranges) {
      var expressions = new Expressions();
      String key = expressions.condition(range.condition(source.keys()));
      String filter = filter(expressions, split.filter());
      String projection = fetches ? null : projection(expressions, split.check());
      requests.add(
          new ReadRequest(
              null, key, filter, projection, expressions.names(), expressions.values()));
    }
    return new ReadPlan(
        ReadPlan.Operation.QUERY,
        table.name(),
        source.indexName(),
        requests,
        fetches ? fetch(split) : null,
        Conditions.all(fetches ? parts : split.check()),
        spec.descending(),
        spec.consistent(),
        spec.limit(),
        new Reasons(parts)
            .query(
                source, ranges, split.filter(), sifted(split), fetches ? lacking(source) : null));
  }

  private static List<Condition> sifted(Split split) {
    Set<Condition> sifted = new LinkedHashSet<>(split.before());
    sifted.addAll(split.check());
    return List.copyOf(sifted);
  }

  ReadPlan scan(Source source) {
    var expressions = new Expressions();
    String filter = filter(expressions, parts);
    String projection = projection(expressions, List.of());
    return ReadPlan.of(
        ReadPlan.Operation.SCAN,
        table.name(),
        source.indexName(),
        new ReadRequest(null, null, filter, projection, expressions.names(), expressions.values()),
        false,
        spec.consistent(),
        spec.limit(),
        new Reasons(parts).scan(source));
  }

  /// What an item of the index must fulfil to be fetched, beside the key; null when all are.
  @Nullable Condition beforeFetch(Source source, List<KeyRange> ranges) {
    Split split = split(source, ranges);
    List<Condition> before = new ArrayList<>(split.filter());
    before.addAll(split.before());
    return Conditions.all(before);
  }

  private Split split(Source source, List<KeyRange> ranges) {
    List<Condition> filter = new ArrayList<>();
    List<Condition> before = new ArrayList<>();
    List<Condition> check = new ArrayList<>();
    for (Condition part : open(source, ranges)) {
      Set<String> names = Conditions.names(part);
      if (!names.stream().allMatch(source::holds)) {
        check.add(part);
      } else if (names.stream().anyMatch(source.keys()::has)) {
        before.add(part);
        check.add(part);
      } else {
        filter.add(part);
      }
    }
    return new Split(filter, before, check);
  }

  /// The conditions that the key leaves open.
  private List<Condition> open(Source source, List<KeyRange> ranges) {
    return parts.stream()
        .filter(part -> !ranges.stream().allMatch(range -> range.implies(source.keys(), part)))
        .toList();
  }

  private ReadPlan.Fetch fetch(Split split) {
    var expressions = new Expressions();
    String projection = projection(expressions, parts);
    return new ReadPlan.Fetch(
        table.keys().all().stream().map(KeyAttribute::name).toList(),
        Conditions.all(split.before()),
        new ReadRequest(null, null, null, projection, expressions.names(), expressions.values()));
  }

  private ItemKey key(KeyRange range) {
    var values = new LinkedHashMap<String, Attr>();
    values.put(table.keys().partition().getFirst().name(), range.partition().getFirst());
    for (int i = 0; i < range.equal().size(); i++) {
      values.put(table.keys().sort().get(i).name(), range.equal().get(i));
    }
    return new ItemKey(values);
  }

  private static @Nullable String filter(Expressions expressions, List<Condition> parts) {
    Condition all = Conditions.all(parts);
    if (all == null) {
      return null;
    }
    String text = expressions.condition(all);
    if (!Expressions.fits(all, text)) {
      throw wrong(
          "query.too-long", Messages.text("query.part.filter"), text.length(), Expressions.LONGEST);
    }
    return text;
  }

  /// The paths to return, with the table's key, so that the rows stay editable, and with what is
  /// looked at afterwards; null for everything.
  private @Nullable String projection(Expressions expressions, List<Condition> check) {
    if (spec.projection().isEmpty()) {
      return null;
    }
    Set<AttrPath> paths = new LinkedHashSet<>();
    table.keys().all().forEach(key -> paths.add(AttrPath.of(key.name())));
    for (AttrPath path : spec.projection()) {
      for (AttrPath other : spec.projection()) {
        if (!other.equals(path) && path.startsWith(other)) {
          throw wrong("query.paths-overlap", other, path);
        }
      }
      paths.add(path);
    }
    // A list element's place is lost in a projection, so that what is looked at comes whole.
    Conditions.paths(check).forEach(path -> paths.add(AttrPath.of(Conditions.top(path))));
    List<AttrPath> apart =
        paths.stream()
            .filter(path ->
                paths.stream().noneMatch(other -> !other.equals(path) && path.startsWith(other)))
            .toList();
    String text = expressions.projection(apart);
    if (!Expressions.fits(text)) {
      throw wrong(
          "query.too-long",
          Messages.text("query.part.projection"),
          text.length(),
          Expressions.LONGEST);
    }
    return text;
  }

  /// The attributes that are asked for or looked at.
  private Set<String> needed() {
    Set<String> names = new LinkedHashSet<>();
    spec.projection().forEach(path -> names.add(Conditions.top(path)));
    parts.forEach(part -> names.addAll(Conditions.names(part)));
    return names;
  }

  /// What a source does not have of it, by name; empty when everything is asked for.
  private List<String> lacking(Source source) {
    return spec.projection().isEmpty()
        ? List.of()
        : needed().stream().filter(name -> !source.holds(name)).toList();
  }
}
