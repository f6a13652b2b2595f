/// The create table panel. Imports core, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.createtable;

import org.jspecify.annotations.NullMarked;
