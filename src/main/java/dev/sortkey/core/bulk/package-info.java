/// One change of many items at once: what it does to an item, what it would do to those that are
/// seen, and its run over all that a read brings. Imports core only.
@NullMarked
package dev.sortkey.core.bulk;

import org.jspecify.annotations.NullMarked;
