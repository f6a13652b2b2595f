/// The way to a table, a read on it and a write of one item, as code. Imports core.table,
/// core.query, core.edit, core.value, core.json and core.text.
@NullMarked
package dev.sortkey.core.codegen;

import org.jspecify.annotations.NullMarked;
