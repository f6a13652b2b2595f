package dev.sortkey.core.query;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a way reads what it reads, in words.
final class Reasons {
  private final List<Condition> parts;

  /// @param parts all that must hold
  Reasons(List<Condition> parts) {
    this.parts = parts;
  }

  String get(int keys, List<Condition> check) {
    List<String> words = new ArrayList<>();
    words.add(
        keys == 1 ? Messages.text("query.way.get") : Messages.text("query.way.get-many", keys));
    checked(words, check);
    return String.join("; ", words);
  }

  /// @param filter what DynamoDB looks at after the read
  /// @param check what Sortkey looks at
  /// @param lacking what is fetched, empty when all attributes are and null when nothing is
  String query(
      Source source,
      List<KeyRange> ranges,
      List<Condition> filter,
      List<Condition> check,
      @Nullable List<String> lacking) {
    List<String> words = new ArrayList<>();
    words.add(key(source, ranges));
    if (!filter.isEmpty()) {
      words.add(Messages.text("query.way.filtered", names(filter)));
    }
    checked(words, check.stream().filter(part -> holds(source, part)).toList());
    if (lacking != null) {
      words.add(
          lacking.isEmpty()
              ? Messages.text("query.way.fetch-rest")
              : Messages.text("query.way.fetch", String.join(", ", lacking)));
    }
    return String.join("; ", words);
  }

  private static boolean holds(Source source, Condition part) {
    return Conditions.names(part).stream().allMatch(source::holds);
  }

  private void checked(List<String> words, List<Condition> check) {
    if (!check.isEmpty()) {
      words.add(Messages.text("query.way.checked", names(check)));
    }
  }

  private String key(Source source, List<KeyRange> ranges) {
    List<String> partition = AutoPlanner.names(source.keys().partition());
    String given = String.join(", ", partition);
    int depth = ranges.stream().mapToInt(range -> range.equal().size()).max().orElse(0);
    boolean ranged = ranges.stream().anyMatch(range -> range.range() != null);
    List<String> sorts =
        source.keys().sort().stream()
            .map(KeyAttribute::name)
            .limit(depth + (ranged ? 1 : 0))
            .toList();
    if (ranges.size() > 1) {
      return sorts.isEmpty()
          ? Messages.text("query.way.several", given, ranges.size())
          : Messages.text(
              "query.way.several-sorted", given, String.join(", ", sorts), ranges.size());
    }
    if (sorts.isEmpty()) {
      return Messages.text("query.way.partition", given);
    }
    return ranged
        ? Messages.text("query.way.range", given, sorts.getLast())
        : Messages.text("query.way.equal", given, String.join(", ", sorts));
  }

  String scan(Source source) {
    String every =
        source.index() == null
            ? Messages.text("query.way.scan")
            : Messages.text("query.way.scan-index", source.index().name());
    if (parts.isEmpty()) {
      return every;
    }
    return every + "; " + Messages.text("query.way.filtered", names(parts));
  }

  private static String names(List<Condition> parts) {
    Set<String> names = new LinkedHashSet<>();
    Conditions.paths(parts).forEach(path -> names.add(path.toString()));
    return String.join(", ", names);
  }
}
