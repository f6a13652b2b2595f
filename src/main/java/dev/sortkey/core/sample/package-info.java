/// The sample tables that fill the sandbox. Imports core.value, core.table and core.text.
@NullMarked
package dev.sortkey.core.sample;

import org.jspecify.annotations.NullMarked;
