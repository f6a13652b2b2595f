/// The monitor page of a table: charts over time. Imports core, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.monitor;

import org.jspecify.annotations.NullMarked;
