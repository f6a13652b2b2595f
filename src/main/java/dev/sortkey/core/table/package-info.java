/// Tables, keys and indexes, and the ports that list, describe, create, change and delete them.
/// Imports core.progress, core.text and core.value.
@NullMarked
package dev.sortkey.core.table;

import org.jspecify.annotations.NullMarked;
