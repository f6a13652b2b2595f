/// The nested item editor, used by several panels. Imports core, ui.kit and ui.work.
@NullMarked
package dev.sortkey.ui.editor;

import org.jspecify.annotations.NullMarked;
