/// Emptying a whole table: by deleting each item, or by dropping the table and creating it anew.
/// Imports core.
@NullMarked
package dev.sortkey.core.purge;

import org.jspecify.annotations.NullMarked;
