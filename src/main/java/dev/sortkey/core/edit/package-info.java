/// Differences between items, changes, what is staged of them, and the port that writes them.
/// Imports core.expr, core.json, core.progress, core.table and java-diff-utils.
@NullMarked
package dev.sortkey.core.edit;

import org.jspecify.annotations.NullMarked;
