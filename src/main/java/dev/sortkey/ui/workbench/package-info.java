/// How panels are opened. Imports core, ui.kit and ui.work.
@NullMarked
package dev.sortkey.ui.workbench;

import org.jspecify.annotations.NullMarked;
