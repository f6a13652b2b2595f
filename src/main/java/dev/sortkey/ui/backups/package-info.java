/// AWS backups and point-in-time recovery: the page of one table, and the panel over all of them.
/// Imports core, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.backups;

import org.jspecify.annotations.NullMarked;
