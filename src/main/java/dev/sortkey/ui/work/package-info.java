/// The only home of threads in the window: jobs, slots and their outcomes. Imports core and JavaFX.
@NullMarked
package dev.sortkey.ui.work;

import org.jspecify.annotations.NullMarked;
