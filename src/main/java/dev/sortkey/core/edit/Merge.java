package dev.sortkey.core.edit;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two edits of the same original brought together: what does not overlap is merged by itself;
/// where both changed the same, the person chooses, and until then mine stands and is named.
///
/// @param theirs what mine is put on top of
/// @param rows every path that at least one of them changed
/// @param choices what the person chose, by path
public record Merge(Item theirs, List<Row> rows, Map<AttrPath, Choice> choices) {
  /// Whose change a path shows.
  public enum Side {
    MINE,
    THEIRS,
    /// Both made the same change.
    SAME,
    /// Both changed a set, and all that they added and took out goes together.
    BOTH,
    /// Both changed it, each in another way.
    OVERLAP
  }

  /// One path in its three versions, each null where it is absent.
  ///
  /// @param standing what stands there unless the person chooses
  public record Row(
      AttrPath path,
      @Nullable Attr original,
      @Nullable Attr theirs,
      @Nullable Attr mine,
      Side side,
      @Nullable Attr standing) {}

  /// What shall stand at a path.
  public sealed interface Choice {
    record Theirs() implements Choice {}

    record Mine() implements Choice {}

    /// Something else, or nothing at all.
    record Own(@Nullable Attr value) implements Choice {}
  }

  public Merge {
    rows = List.copyOf(rows);
    choices = Map.copyOf(choices);
  }

  public static Merge of(Item original, Item theirs, Item mine) {
    return new Merge(theirs, ThreeWay.rows(original, theirs, mine), Map.of());
  }

  /// Of a staged change that someone else was faster than, with the item as it was found; an item
  /// that is gone leaves nothing to merge with.
  public static Merge of(Staged staged, Item theirs) {
    return of(Change.orNothing(staged.change().before()), theirs, Change.orNothing(staged.item()));
  }

  public Merge choose(AttrPath path, Choice choice) {
    if (rows.stream().noneMatch(row -> row.path().equals(path))) {
      throw new IllegalArgumentException("nobody changed " + path);
    }
    Map<AttrPath, Choice> more = new LinkedHashMap<>(choices);
    more.put(path, choice);
    return new Merge(theirs, rows, more);
  }

  /// The same choice wherever both changed the same.
  public Merge chooseAll(Choice choice) {
    Map<AttrPath, Choice> more = new LinkedHashMap<>(choices);
    rows.stream()
        .filter(row -> row.side() == Side.OVERLAP)
        .forEach(row -> more.put(row.path(), choice));
    return new Merge(theirs, rows, more);
  }

  public long overlaps() {
    return rows.stream().filter(row -> row.side() == Side.OVERLAP).count();
  }

  /// The overlaps that nobody has decided yet.
  public long undecided() {
    return rows.stream()
        .filter(row -> row.side() == Side.OVERLAP && !choices.containsKey(row.path()))
        .count();
  }

  /// What stands at a row's path by now; null where nothing does.
  public @Nullable Attr value(Row row) {
    return switch (choices.get(row.path())) {
      case Choice.Theirs _ -> row.theirs();
      case Choice.Mine _ -> row.mine();
      case Choice.Own(Attr value) -> value;
      case null -> row.standing();
    };
  }

  /// Theirs with all that stands on top.
  public Item result() {
    Item result = theirs;
    for (Row row : rows) {
      Attr value = value(row);
      if (value != null && !value.equals(row.theirs())) {
        result = result.with(row.path(), value);
      }
    }
    // from the last element to the first, so that no index moves before its turn
    List<Row> gone =
        rows.stream()
            .filter(row -> value(row) == null && row.theirs() != null)
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
