/// The Settings page of a table: capacity and auto scaling, class, encryption, expiry, protection,
/// tags and warm throughput, changed after a diff and in order. Imports core, ui.kit, ui.work and
/// ui.workbench.
@NullMarked
package dev.sortkey.ui.settings;

import org.jspecify.annotations.NullMarked;
