/// A result of any size in compact form, decoded when looked at. Imports core.value.
@NullMarked
package dev.sortkey.core.rows;

import org.jspecify.annotations.NullMarked;
