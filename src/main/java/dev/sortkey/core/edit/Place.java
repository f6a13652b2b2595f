package dev.sortkey.core.edit;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import org.jspecify.annotations.Nullable;

/// One place of a change that can be rejected alone: what stands at a path, or one member of the
/// set there.
///
/// @param member of a set that is a set on both sides, as a value of its own; else null
public record Place(AttrPath path, @Nullable Attr member) {
  public static Place of(AttrPath path) {
    return new Place(path, null);
  }
}
