/// Small shared controls and the theme. Imports core.text and JavaFX.
@NullMarked
package dev.sortkey.ui.kit;

import org.jspecify.annotations.NullMarked;
