/// Snapshots on this computer: the card on the pages of backups, and its dialogs. Imports core,
/// ui.editor, ui.kit, ui.work and ui.workbench.
@NullMarked
package dev.sortkey.ui.snapshots;

import org.jspecify.annotations.NullMarked;
