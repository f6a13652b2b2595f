package dev.sortkey.ui.editor;

import org.jspecify.annotations.Nullable;

/// What keeps a draft from being saved.
///
/// @param node where it is, or null when it is the item as a whole
/// @param name whether the name is wrong rather than the value
/// @param beyondJson whether JSON has no way to say it, so that the form has to be mended first
record DraftFlaw(@Nullable DraftNode node, String message, boolean name, boolean beyondJson) {}
