/// The panel of exports and imports. Imports core, store, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.transfer;

import org.jspecify.annotations.NullMarked;
