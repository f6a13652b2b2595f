/// What flows out of a table: change records, Lambda triggers, Kinesis destinations. Imports
/// core.value, core.edit and core.problem.
@NullMarked
package dev.sortkey.core.stream;

import org.jspecify.annotations.NullMarked;
