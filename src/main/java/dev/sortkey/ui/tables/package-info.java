/// What is done to whole tables: deleting one. Imports core, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.tables;

import org.jspecify.annotations.NullMarked;
