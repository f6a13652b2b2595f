/// The PartiQL editor. Imports core, store, ui.editor, ui.rows, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.partiql;

import org.jspecify.annotations.NullMarked;
