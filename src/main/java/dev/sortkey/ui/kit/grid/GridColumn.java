package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import org.jspecify.annotations.Nullable;

/// A column of a [DataGrid]: one attribute of the rows, or what stands at a path into one.
///
/// @param name what the header says; no two columns of a grid have the same
/// @param type the type that most rows have there, or null when none is known; values of other
///   types carry a badge
/// @param key whether it is part of a key
/// @param pinned whether it stands still when it is among the first
public record GridColumn(
    String name, @Nullable AttrType type, boolean key, boolean pinned, AttrPath path) {
  /// A column of an attribute, which stands still when it is of a key.
  public GridColumn(String name, @Nullable AttrType type, boolean key) {
    this(name, type, key, key, AttrPath.of(name));
  }

  /// A column of what stands at a path.
  public static GridColumn at(AttrPath path, @Nullable AttrType type) {
    return new GridColumn(path.toString(), type, false, false, path);
  }

  public GridColumn withPinned(boolean still) {
    return new GridColumn(name, type, key, still, path);
  }

  /// Whether it is no attribute of its own.
  public boolean nested() {
    return path.steps().size() > 1;
  }

  /// The attribute that it shows or looks into.
  public String attribute() {
    return path.steps().getFirst() instanceof AttrPath.Name(String first) ? first : name;
  }
}
