/// Differences between items, changes, and the port that writes them. Imports core.expr and
/// core.table.
@NullMarked
package dev.sortkey.core.edit;

import org.jspecify.annotations.NullMarked;
