/// Rows as text for other programs, and the port that reads and writes whole tables. Imports
/// core.json, core.query, core.table, core.value and FastCSV.
@NullMarked
package dev.sortkey.core.transfer;

import org.jspecify.annotations.NullMarked;
