/// The review of what is staged, its commit, and the commits that were made. Imports core, store,
/// ui.kit, ui.work, ui.workbench and ui.editor.
@NullMarked
package dev.sortkey.ui.review;

import org.jspecify.annotations.NullMarked;
