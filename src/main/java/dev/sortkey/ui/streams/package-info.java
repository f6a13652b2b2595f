/// The streams of a table: its changes live, its Lambda triggers and Kinesis destinations. Imports
/// core, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.streams;

import org.jspecify.annotations.NullMarked;
