/// What a table did over time. Imports core.table.
@NullMarked
package dev.sortkey.core.metrics;

import org.jspecify.annotations.NullMarked;
