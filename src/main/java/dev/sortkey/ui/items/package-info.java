/// The items panel: query builder, grid and inspector. Imports core, store, ui.kit, ui.work,
/// ui.workbench and ui.editor.
@NullMarked
package dev.sortkey.ui.items;

import org.jspecify.annotations.NullMarked;
