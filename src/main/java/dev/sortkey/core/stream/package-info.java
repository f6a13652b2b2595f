/// What flows out of a table: change records, Lambda triggers, Kinesis destinations. Imports
/// core.value, core.table and core.progress.
@NullMarked
package dev.sortkey.core.stream;

import org.jspecify.annotations.NullMarked;
