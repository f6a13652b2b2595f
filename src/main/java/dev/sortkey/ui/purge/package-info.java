/// Emptying a whole table, and bringing back one that was dropped for it. Imports core, store,
/// ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.purge;

import org.jspecify.annotations.NullMarked;
