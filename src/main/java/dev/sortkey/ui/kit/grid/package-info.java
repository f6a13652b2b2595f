/// The grid that shows a million rows as easily as a hundred. Imports core.value and ui.kit.
@NullMarked
package dev.sortkey.ui.kit.grid;

import org.jspecify.annotations.NullMarked;
