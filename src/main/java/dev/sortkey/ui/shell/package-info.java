/// The window: sidebar, tabs, status bar, activity list, command palette. Imports every panel's
/// door.
@NullMarked
package dev.sortkey.ui.shell;

import org.jspecify.annotations.NullMarked;
