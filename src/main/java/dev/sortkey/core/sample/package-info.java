/// The sample tables that fill the sandbox. Imports core.value and core.table.
@NullMarked
package dev.sortkey.core.sample;

import org.jspecify.annotations.NullMarked;
