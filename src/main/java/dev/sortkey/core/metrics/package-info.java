/// What a table did over time, as CloudWatch or this Sortkey's own calls tell it. Imports
/// core.table, core.calls and core.text.
@NullMarked
package dev.sortkey.core.metrics;

import org.jspecify.annotations.NullMarked;
