package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.value.AttrType;
import org.jspecify.annotations.Nullable;

/// A column of a [DataGrid]: one attribute of the rows.
///
/// @param type the type that most rows have there, or null when none is known; values of other
///   types carry a badge
/// @param key whether it is part of a key; key columns that come first are pinned
public record GridColumn(String name, @Nullable AttrType type, boolean key) {}
