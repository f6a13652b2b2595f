package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import org.jspecify.annotations.Nullable;

/// A cell made ready for drawing: its text, its badge if the type calls for one, and the text as it
/// was last cut to a width.
final class CellView {
  final AttrType type;
  final boolean badge;
  final CellText text;

  /// Said in place of a text that is empty.
  final String note;

  private double cutTo = -1;
  private CellText cut = new CellText("", "");

  private CellView(AttrType type, boolean badge, CellText text, String note) {
    this.type = type;
    this.badge = badge;
    this.text = text;
    this.note = note;
  }

  static CellView of(@Nullable Attr value, @Nullable AttrType columnType) {
    if (value == null) {
      return new CellView(AttrType.NULL, false, new CellText("", ""), "");
    }
    AttrType type = value.type();
    CellText text = CellText.of(value);
    boolean empty = text.head().isEmpty() && text.body().isEmpty();
    boolean other = columnType != null && columnType != type;
    String note = empty && type != AttrType.NULL ? Messages.text("kit.grid.empty") : "";
    return new CellView(type, empty || other, text, note);
  }

  /// Whether the row lacks the attribute, so that nothing is drawn.
  boolean blank() {
    return !badge && text.head().isEmpty() && text.body().isEmpty() && note.isEmpty();
  }

  /// The text cut to a width, remembered for the next frame.
  CellText cut(double width, TextFit fit) {
    if (width != cutTo) {
      cutTo = width;
      String head = fit.cut(text.head(), width);
      double left = head.isEmpty() ? width : width - fit.width(head) - fit.advance();
      cut = new CellText(head, left < fit.advance() ? "" : fit.cut(text.body(), left));
    }
    return cut;
  }
}
