/// Rows as text for other programs. Imports core.json, core.value and FastCSV.
@NullMarked
package dev.sortkey.core.transfer;

import org.jspecify.annotations.NullMarked;
