/// Dialogs about whole tables. Imports core, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.tables;

import org.jspecify.annotations.NullMarked;
