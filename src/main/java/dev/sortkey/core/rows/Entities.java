package dev.sortkey.core.rows;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// The entities in the rows of a single-table design, and which row is of which.
public final class Entities {
  /// The place of rows that no rule fits.
  static final short NONE = -1;

  /// One entity.
  ///
  /// @param saved whether the rule is the person's, and not read from the keys
  /// @param count of its rows
  /// @param attributes that its rows have
  public record Entity(EntityRule rule, boolean saved, int count, Set<String> attributes) {
    public Entity {
      attributes = Set.copyOf(attributes);
    }

    public String name() {
      return rule.name();
    }
  }

  private final List<Entity> all;
  private final int rows;
  private final int others;
  private final Set<String> otherAttributes;

  /// By row, the place in `all`; later rows may be filled in behind `known`.
  private final short[] entityOf;

  private final int known;

  Entities(
      List<Entity> all,
      int rows,
      int others,
      Set<String> otherAttributes,
      short[] entityOf,
      int known) {
    this.all = List.copyOf(all);
    this.rows = rows;
    this.others = others;
    this.otherAttributes = Set.copyOf(otherAttributes);
    this.entityOf = entityOf;
    this.known = known;
  }

  public static Entities none() {
    return new Entities(List.of(), 0, 0, Set.of(), new short[0], 0);
  }

  public List<Entity> all() {
    return all;
  }

  /// How many rows were looked at.
  public int rows() {
    return rows;
  }

  /// How many of them are of no entity.
  public int others() {
    return others;
  }

  public Set<String> otherAttributes() {
    return otherAttributes;
  }

  /// The rows of some entities, by their places in [#all]; -1 stands for those of none.
  public IntPredicate rowsOf(Set<Integer> places) {
    var wanted = new boolean[all.size() + 1];
    places.forEach(place -> wanted[place + 1] = true);
    return row -> row < known && wanted[entityOf[row] + 1];
  }
}
