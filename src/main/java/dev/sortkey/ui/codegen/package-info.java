/// The way to a table, and a read on it, as code. Imports core, ui.editor, ui.kit, ui.work and
/// ui.workbench.
@NullMarked
package dev.sortkey.ui.codegen;

import org.jspecify.annotations.NullMarked;
