package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// What a list, map or large set holds, counted when open, at a glance when closed.
record SummaryValue(Label label, FormRows rows, DraftNode draft) implements RowValue {
  SummaryValue(FormRows rows, DraftNode draft) {
    this(Controls.label("", "sk-mono", "sk-row-summary"), rows, draft);
  }

  @Override
  public Node node() {
    return label;
  }

  @Override
  public void refresh() {
    int size = draft.live().size();
    label.setText(
        rows.isOpen(draft) || size == 0 || draft.type().isSet()
            ? Messages.text(
                switch (draft.type()) {
                  case L -> "editor.items";
                  case M -> "editor.fields";
                  default -> "editor.members";
                },
                size)
            : Glance.of(draft.toAttr()));
  }

  @Override
  public Node input() {
    return label;
  }
}
