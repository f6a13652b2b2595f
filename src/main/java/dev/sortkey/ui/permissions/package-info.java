/// The Permissions page of a table: its resource policy. Imports core, ui.kit, ui.work,
/// ui.workbench and ui.editor.
@NullMarked
package dev.sortkey.ui.permissions;

import org.jspecify.annotations.NullMarked;
