/// Rows of a table's items in a grid, whoever read them: what is staged shows in them, and they are
/// edited in place, in a popover or beside the grid. Imports core, ui.kit, ui.work, ui.workbench
/// and ui.editor.
@NullMarked
package dev.sortkey.ui.rows;

import org.jspecify.annotations.NullMarked;
