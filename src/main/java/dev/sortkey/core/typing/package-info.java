/// What people type into one field, as values, and values as they would be typed. Imports
/// core.expr, core.json and core.value.
@NullMarked
package dev.sortkey.core.typing;

import org.jspecify.annotations.NullMarked;
