/// The call log panel. Imports core, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.calls;

import org.jspecify.annotations.NullMarked;
