/// The Global tables page of a table: its replicas in other regions. Imports core, ui.kit, ui.work
/// and ui.workbench.
@NullMarked
package dev.sortkey.ui.globaltables;

import org.jspecify.annotations.NullMarked;
