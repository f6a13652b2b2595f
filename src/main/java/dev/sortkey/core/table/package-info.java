/// Tables, keys and indexes, and the port that lists, describes, creates and deletes them. Imports
/// core.value.
@NullMarked
package dev.sortkey.core.table;

import org.jspecify.annotations.NullMarked;
