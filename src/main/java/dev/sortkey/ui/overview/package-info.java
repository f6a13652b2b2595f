/// The overview page of a table. Imports core, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.overview;

import org.jspecify.annotations.NullMarked;
