/// The start page. Imports core, store, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.connections;

import org.jspecify.annotations.NullMarked;
