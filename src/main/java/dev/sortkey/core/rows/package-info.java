/// A result of any size in compact form, decoded when looked at, and the entities in it. Imports
/// core.value, core.text and core.progress.
@NullMarked
package dev.sortkey.core.rows;

import org.jspecify.annotations.NullMarked;
