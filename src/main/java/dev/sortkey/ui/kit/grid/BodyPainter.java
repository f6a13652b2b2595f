package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Fonts;
import dev.sortkey.ui.kit.Token;
import javafx.scene.text.Font;

/// Draws the rows in view: the scrolling columns first, then over them what is pinned.
final class BodyPainter {
  static final double PAD = 8;
  private static final double ROW = GridState.ROW;
  private static final double TOP = GridState.HEADER;
  private static final double BASELINE = 18;
  private static final double BADGE = 18;

  private final Font mono = Fonts.mono(12.5);
  private final Font small = Fonts.mono(11);
  private final Font bold = Fonts.monoBold(11);
  private final Font sign = Fonts.monoBold(13);
  private final Font words = Fonts.text(12);
  private final TextFit fit = new TextFit(mono);
  private final TextFit smallFit = new TextFit(small);
  private final TextFit boldFit = new TextFit(bold);
  private final double emptyWidth;

  BodyPainter() {
    emptyWidth = new TextFit(words).width("empty");
  }

  /// The room that the row numbers need.
  double gutter(int count) {
    return Math.max(36, Math.ceil(smallFit.advance() * String.valueOf(count).length()) + 2 * PAD);
  }

  /// The room that a cell needs to show in full.
  double needs(CellView cell) {
    if (cell.blank()) {
      return 0;
    }
    double badge = cell.badge ? badgeWidth(cell.type) + PAD : 0;
    double note = cell.note.isEmpty() ? 0 : emptyWidth;
    return fit.width(cell.text.line()) + badge + note + 2 * PAD + 1;
  }

  void paint(Pen pen, GridState state, double width, double height) {
    pen.rect(Token.CANVAS, 0, TOP, width, height - TOP);
    int first = state.scroll.first();
    int end = state.scroll.end();
    ColumnLayout layout = state.layout;
    double bottom = Math.min(height, y(state, end - 1, pen) + ROW);
    if (end > first) {
      for (int row = first; row < end; row++) {
        rowBase(pen, state, row, 0, width);
      }
      int from = layout.firstVisible(state.scrollX);
      int until = layout.endVisible(state.scrollX, state.viewWidth);
      columns(pen, state, from, until, bottom);
      if (state.scrollX > 0) {
        for (int row = first; row < end; row++) {
          rowBase(pen, state, row, 0, layout.pinnedRight());
        }
      }
      columns(pen, state, 0, layout.pinned(), bottom);
      numbers(pen, state, bottom);
      if (layout.pinned() > 0) {
        pen.rect(Token.BORDER, layout.pinnedRight() - 2, TOP, 2, bottom - TOP);
      }
      edge(pen, state);
      focus(pen, state);
    }
    if (!state.footer.isEmpty() && end == state.rows.count()) {
      double y = y(state, end, pen);
      pen.text(Token.MUTED, words, state.footer, layout.gutter() + PAD, y + BASELINE);
    }
    state.cells.keep(first, end);
  }

  private static double y(GridState state, int row, Pen pen) {
    return TOP + pen.snap(state.scroll.y(row));
  }

  private static void rowBase(Pen pen, GridState state, int row, double x, double width) {
    double y = y(state, row, pen);
    Token tint = tint(state, row);
    if (tint != Token.CANVAS || x == 0 && state.scrollX > 0) {
      pen.rect(tint, x, y, width, ROW);
    }
    pen.horizontal(Token.LINE, x, y + ROW, width);
  }

  private static Token tint(GridState state, int row) {
    if (state.range() == null && state.selection.contains(row)) {
      return Token.ACCENT_TINT;
    }
    return switch (state.rows.mark(row)) {
      case ADD -> Token.ADD_ROW;
      case DELETE -> Token.DELETE_ROW;
      case EDIT, NONE -> row == state.hover ? Token.HOVER : Token.CANVAS;
    };
  }

  private void columns(Pen pen, GridState state, int from, int until, double bottom) {
    int first = state.scroll.first();
    int end = state.scroll.end();
    for (int column = from; column < until; column++) {
      double x = state.layout.x(column, state.scrollX);
      double width = state.layout.width(column);
      pen.vertical(Token.LINE, x + width, TOP, bottom - TOP);
      for (int row = first; row < end; row++) {
        cell(pen, state, row, column, x, width);
      }
    }
  }

  private void cell(Pen pen, GridState state, int row, int column, double x, double width) {
    double y = y(state, row, pen);
    GridColumn of = state.columns.get(column);
    GridRows.Mark mark = state.rows.mark(row);
    CellRange range = state.range();
    if (range != null && range.contains(row, column)) {
      pen.rect(Token.ACCENT_TINT, x, y, width - 1, ROW - 1);
    }
    if (mark == GridRows.Mark.EDIT && state.rows.edited(row, of.attribute())) {
      pen.rect(Token.EDIT_ROW, x, y, width - 1, ROW - 1);
      pen.rect(Token.WARNING, x, y, 2, ROW - 1);
    }
    CellView cell = state.cell(row, column);
    if (cell.blank()) {
      return;
    }
    boolean here = found(pen, state, row, column, x, width);
    boolean deleted = mark == GridRows.Mark.DELETE;
    double badge = cell.badge ? badgeWidth(cell.type) + PAD - 1 : 0;
    double room = width - 2 * PAD - 1 - badge;
    CellText text = cell.cut(room, fit);
    double headWidth = fit.width(text.head());
    double gap = text.head().isEmpty() || text.body().isEmpty() ? 0 : fit.advance();
    double bodyWidth = fit.width(text.body());
    double note = cell.note.isEmpty() || room < emptyWidth ? 0 : emptyWidth;
    double left = x + PAD;
    if (of.type() == AttrType.N) {
      double used = badge + headWidth + gap + bodyWidth + note;
      boolean alone = badge > 0 && used == badge;
      left = Math.max(left, x + width - 1 - PAD - used + (alone ? PAD - 1 : 0));
    }
    if (badge > 0 && room > -PAD) {
      badge(pen, cell.type, here, left, y);
      left += badge;
    }
    if (note > 0) {
      pen.text(here ? Token.TEXT : Token.MUTED, words, cell.note, left, y + BASELINE);
    }
    if (headWidth > 0) {
      Token ink = here ? Token.TEXT : deleted ? Token.MUTED : Palette.ink(cell.type);
      pen.text(ink, mono, text.head(), left, y + BASELINE);
    }
    if (bodyWidth > 0) {
      boolean muted = !here && (deleted || !text.head().isEmpty());
      Token ink = muted ? Token.MUTED : Token.TEXT;
      pen.text(ink, mono, text.body(), left + headWidth + gap, y + BASELINE);
    }
    double struck = headWidth + gap + bodyWidth + note;
    if (deleted && struck > 0) {
      pen.horizontal(Token.MUTED, left, y + 15, struck);
    }
  }

  /// Marks a cell that holds what is looked for, inside what else its ground may say.
  ///
  /// @return whether it is the one with the focus, on whose ground all is written in plain ink
  private static boolean found(
      Pen pen, GridState state, int row, int column, double x, double width) {
    boolean found = state.rows.found(row, state.columns.get(column));
    boolean here = found && new Cell(row, column).equals(state.focus);
    if (found) {
      Token ground = here ? Token.FOUND_HERE : Token.FOUND;
      pen.round(ground, x + 3, y(state, row, pen) + 3, width - 7, ROW - 7);
    }
    return here;
  }

  private double badgeWidth(AttrType type) {
    return Math.max(BADGE, Math.round(boldFit.width(type.name())) + 10);
  }

  private void badge(Pen pen, AttrType type, boolean here, double x, double y) {
    double width = badgeWidth(type);
    Token ink = here && type.isSet() ? Token.TEXT : Palette.ink(type);
    if (type.isSet()) {
      pen.roundOutline(ink, x, y + 5, width, BADGE);
    } else {
      pen.round(Palette.tint(type), x, y + 5, width, BADGE);
    }
    double inner = (width - boldFit.width(type.name())) / 2;
    pen.text(ink, bold, type.name(), x + inner, y + 18);
  }

  private void numbers(Pen pen, GridState state, double bottom) {
    double gutter = state.layout.gutter();
    pen.vertical(Token.LINE, gutter, TOP, bottom - TOP);
    for (int row = state.scroll.first(); row < state.scroll.end(); row++) {
      double y = y(state, row, pen);
      double right = gutter - 1 - PAD;
      switch (state.rows.mark(row)) {
        case NONE -> {
          String number = String.valueOf(row + 1);
          double x = right - smallFit.width(number);
          pen.text(Token.MUTED, small, number, x, y + BASELINE);
        }
        case ADD -> sign(pen, Token.SUCCESS, "+", right, y);
        case EDIT -> sign(pen, Token.WARNING, "~", right, y);
        case DELETE -> sign(pen, Token.DANGER, "–", right, y);
      }
      if (state.selection.contains(row)) {
        pen.rect(Token.ACCENT, 0, y, 2, ROW - 1);
      }
    }
  }

  private void sign(Pen pen, Token ink, String text, double right, double y) {
    pen.text(ink, sign, text, right - 7.8, y + BASELINE);
  }

  /// The outline of the selected rectangle, as far as it is in view.
  private static void edge(Pen pen, GridState state) {
    CellRange range = state.range();
    if (range == null
        || range.lastRow() < state.scroll.first()
        || range.firstRow() >= state.scroll.end()) {
      return;
    }
    ColumnLayout layout = state.layout;
    double start = layout.x(range.firstColumn(), state.scrollX);
    double stop = layout.x(range.lastColumn(), state.scrollX) + layout.width(range.lastColumn());
    double still = layout.pinnedRight();
    double left = range.firstColumn() < layout.pinned() ? start : Math.max(start, still);
    double right = range.lastColumn() < layout.pinned() ? stop : Math.max(stop, still);
    double top = Math.max(TOP, y(state, range.firstRow(), pen));
    double bottom = y(state, range.lastRow(), pen) + ROW;
    if (right > left && bottom > top) {
      pen.outline(Token.ACCENT, left, top, right - left, bottom - top);
    }
  }

  private static void focus(Pen pen, GridState state) {
    Cell at = state.focus;
    if (at == null || at.row() < state.scroll.first() || at.row() >= state.scroll.end()) {
      return;
    }
    double x = state.layout.x(at.column(), state.scrollX);
    double right = x + state.layout.width(at.column());
    boolean pinned = at.column() < state.layout.pinned();
    double left = pinned ? x : Math.max(x, state.layout.pinnedRight());
    if (right <= left) {
      return;
    }
    Token ink = state.active ? Token.ACCENT : Token.ACCENT_EDGE;
    double y = y(state, at.row(), pen);
    if (y >= TOP) {
      pen.frame(ink, left, y, right - left, ROW);
    } else {
      pen.frame(ink, left, TOP, right - left, y + ROW - TOP);
    }
  }
}
