package dev.sortkey.ui.editor;

import javafx.scene.Node;
import javafx.scene.control.Label;

/// A value that is only shown.
record FixedValue(Label label) implements RowValue {
  @Override
  public Node node() {
    return label;
  }

  @Override
  public void refresh() {}

  @Override
  public Node input() {
    return label;
  }
}
