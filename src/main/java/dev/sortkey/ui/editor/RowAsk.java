package dev.sortkey.ui.editor;

import org.jspecify.annotations.Nullable;

/// What a row has to say about something the person wanted there: a question before something would
/// be lost, or why it could not be done.
///
/// @param yes what to do when the person agrees, or null when there is nothing to agree to
record RowAsk(DraftNode node, String words, @Nullable Runnable yes) {}
