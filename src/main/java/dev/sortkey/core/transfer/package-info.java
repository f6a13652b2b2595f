/// Items on their way into files and back. Imports core.edit, core.json, core.query, core.rows,
/// core.table, core.value and FastCSV.
@NullMarked
package dev.sortkey.core.transfer;

import org.jspecify.annotations.NullMarked;
