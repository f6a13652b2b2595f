package dev.sortkey.core.edit;

import dev.sortkey.core.edit.ItemDiff.PathChange;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two edits of the same original brought together: what does not overlap is merged by itself,
/// where both changed the same, mine stands and is named.
///
/// @param result theirs with mine on top
/// @param rows every path that at least one of them changed
public record Merge(Item result, List<Row> rows) {
  /// Whose change a path shows.
  public enum Side {
    MINE,
    THEIRS,
    /// Both made the same change.
    SAME,
    /// Both changed it, each in another way.
    OVERLAP
  }

  /// One path in its three versions, each null where it is absent.
  public record Row(
      AttrPath path,
      @Nullable Attr original,
      @Nullable Attr theirs,
      @Nullable Attr mine,
      Side side) {}

  public Merge {
    rows = List.copyOf(rows);
  }

  public static Merge of(Item original, Item theirs, Item mine) {
    List<PathChange> mineChanges = ItemDiff.between(original, mine).changes();
    List<PathChange> theirChanges = ItemDiff.between(original, theirs).changes();
    List<Row> rows = new ArrayList<>();
    for (AttrPath path : roots(mineChanges, theirChanges)) {
      Attr was = original.get(path);
      Attr their = theirs.get(path);
      Attr own = mine.get(path);
      rows.add(new Row(path, was, their, own, side(was, their, own)));
    }
    return new Merge(apply(theirs, rows), rows);
  }

  public long overlaps() {
    return rows.stream().filter(row -> row.side() == Side.OVERLAP).count();
  }

  /// The changed paths of both; of paths within each other the outermost.
  private static List<AttrPath> roots(List<PathChange> mine, List<PathChange> theirs) {
    Set<AttrPath> all = new LinkedHashSet<>();
    mine.forEach(change -> all.add(change.path()));
    theirs.forEach(change -> all.add(change.path()));
    return all.stream()
        .filter(
            path -> all.stream().noneMatch(other -> !other.equals(path) && path.startsWith(other)))
        .toList();
  }

  private static Side side(@Nullable Attr was, @Nullable Attr theirs, @Nullable Attr mine) {
    if (ItemDiff.sameOrAbsent(theirs, mine)) {
      return Side.SAME;
    }
    if (ItemDiff.sameOrAbsent(was, theirs)) {
      return Side.MINE;
    }
    return ItemDiff.sameOrAbsent(was, mine) ? Side.THEIRS : Side.OVERLAP;
  }

  private static Item apply(Item theirs, List<Row> rows) {
    Item result = theirs;
    List<Row> mine =
        rows.stream().filter(row -> row.side() == Side.MINE || row.side() == Side.OVERLAP).toList();
    for (Row row : mine) {
      if (row.mine() != null) {
        result = result.with(row.path(), row.mine());
      }
    }
    // from the last element to the first, so that no index moves before its turn
    List<Row> gone =
        mine.stream()
            .filter(row -> row.mine() == null)
            .sorted(Comparator.comparingInt((Row row) -> lastIndex(row.path())).reversed())
            .toList();
    for (Row row : gone) {
      result = result.without(row.path());
    }
    return result;
  }

  private static int lastIndex(AttrPath path) {
    return path.steps().getLast() instanceof AttrPath.Index(int index) ? index : 0;
  }
}
