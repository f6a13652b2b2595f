/// Conditions and the only door to expression text. Imports core.json and core.value.
@NullMarked
package dev.sortkey.core.expr;

import org.jspecify.annotations.NullMarked;
