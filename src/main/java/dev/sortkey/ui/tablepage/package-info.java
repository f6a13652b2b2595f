/// The tab of one table: its head, its pages, and what can be done with the table as a whole.
/// Imports core, ui.kit, ui.work and ui.workbench; the pages are given to it.
@NullMarked
package dev.sortkey.ui.tablepage;

import org.jspecify.annotations.NullMarked;
