package dev.sortkey.ui.editor;

import dev.sortkey.ui.workbench.FileChoice;
import java.net.URI;
import java.util.function.Consumer;

/// What rows need from beyond the window.
///
/// @param browser opens a page in the person's browser
record Outside(FileChoice files, Consumer<URI> browser) {}
