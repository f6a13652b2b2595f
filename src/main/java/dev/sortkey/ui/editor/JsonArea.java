package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;

/// JSON to be typed.
public final class JsonArea extends CodeEditor {
  public JsonArea() {
    super("json", Messages.text("editor.json"), JsonTokens::of);
  }
}
