/// The way to a table, and a read on it, as code. Imports core.table, core.query, core.value,
/// core.json and core.text.
@NullMarked
package dev.sortkey.core.codegen;

import org.jspecify.annotations.NullMarked;
