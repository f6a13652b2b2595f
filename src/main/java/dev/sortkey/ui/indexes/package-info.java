/// The indexes page of a table. Imports core, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.indexes;

import org.jspecify.annotations.NullMarked;
