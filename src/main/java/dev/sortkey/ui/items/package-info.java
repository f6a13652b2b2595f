/// The items panel: query builder, grid and inspector. Imports core, store, ui.kit, ui.work,
/// ui.workbench, ui.editor and ui.rows.
@NullMarked
package dev.sortkey.ui.items;

import org.jspecify.annotations.NullMarked;
