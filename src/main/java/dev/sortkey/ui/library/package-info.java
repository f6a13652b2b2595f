/// The library: what was run, and what was saved to be run again. Imports core, store, ui.kit,
/// ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.library;

import org.jspecify.annotations.NullMarked;
