package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Fonts;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Token;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/// Draws the names of the columns, with a key for keys and an arrow for the order.
final class HeaderPainter {
  private static final double PAD = BodyPainter.PAD;
  private static final double HEIGHT = GridState.HEADER;
  private static final double ICON = 12;
  private static final double KEY = ICON + 6;
  private static final double ARROW = ICON + 8;
  private static final double BASELINE = 18;

  private final Font face = Fonts.textMedium(12);
  private final Font small = Fonts.mono(11);
  private final Font icons = Icons.font(ICON);
  private final Text probe = new Text();
  private final Map<String, Name> names = new HashMap<>();

  /// A column's name cut to the room it had when last drawn.
  private record Name(double room, String text, double width) {}

  HeaderPainter() {
    probe.setFont(face);
  }

  /// The room that a header needs to show in full, its arrow included.
  double needs(GridColumn column) {
    double key = column.key() ? KEY : 0;
    return Math.ceil(measured(column.name())) + key + 2 * PAD + 1 + ARROW;
  }

  void forget() {
    names.clear();
  }

  void paint(Pen pen, GridState state, double width) {
    ColumnLayout layout = state.layout;
    pen.rect(Token.SURFACE, 0, 0, width, HEIGHT);
    int until = layout.endVisible(state.scrollX, state.viewWidth);
    for (int column = layout.firstVisible(state.scrollX); column < until; column++) {
      header(pen, state, column);
    }
    if (state.scrollX > 0) {
      pen.rect(Token.SURFACE, 0, 0, layout.pinnedRight(), HEIGHT);
    }
    for (int column = 0; column < layout.pinned(); column++) {
      header(pen, state, column);
    }
    String number = Messages.text("kit.grid.number");
    pen.text(Token.MUTED, small, number, layout.gutter() - 1 - PAD - 6.6, BASELINE);
    pen.vertical(Token.LINE, layout.gutter(), 0, HEIGHT);
    if (layout.pinned() > 0) {
      pen.rect(Token.BORDER, layout.pinnedRight() - 2, 0, 2, HEIGHT);
    }
    pen.horizontal(Token.BORDER, 0, HEIGHT, width);
  }

  /// The line at which a dragged column would be put.
  static void drop(Pen pen, GridState state, double bottom) {
    if (state.dragged >= 0 && state.dropAt != state.dragged) {
      double left = state.layout.x(state.dropAt, state.scrollX);
      boolean after = state.dropAt > state.dragged;
      double x = after ? left + state.layout.width(state.dropAt) : left;
      pen.rect(Token.ACCENT, x - 1, 0, 2, bottom);
    }
  }

  private void header(Pen pen, GridState state, int index) {
    GridColumn column = state.columns.get(index);
    SortRequest sort = state.sort;
    boolean sorted = sort != null && sort.column().equals(column.name());
    double left = state.layout.x(index, state.scrollX);
    double right = left + state.layout.width(index);
    if (index == state.dragged) {
      pen.rect(Token.ACCENT_TINT, left, 0, right - left, HEIGHT);
    }
    double key = column.key() ? KEY : 0;
    double arrow = sorted ? ARROW : 0;
    Name name = name(column.name(), right - left - 2 * PAD - 1 - key - arrow);
    boolean numbers = column.type() == AttrType.N;
    double x = left + PAD;
    if (numbers) {
      x = Math.max(x, right - 1 - PAD - name.width - key - arrow);
    }
    if (column.key()) {
      icon(pen, Feather.KEY, x);
      x += key;
    }
    pen.text(Token.TEXT, face, name.text, x, BASELINE);
    if (sorted && sort != null) {
      Feather shape = sort.descending() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP;
      icon(pen, shape, x + name.width + ARROW - ICON);
    }
    pen.vertical(Token.LINE, right, 0, HEIGHT);
  }

  private void icon(Pen pen, Feather icon, double x) {
    pen.text(Token.MUTED, icons, Character.toString(icon.getCode()), x, BASELINE + 1);
  }

  private Name name(String text, double room) {
    Name known = names.get(text);
    if (known == null || known.room != room) {
      String cut = text;
      int keep = text.length();
      while (keep > 0 && measured(cut) > room) {
        cut = text.substring(0, --keep) + "…";
      }
      known = new Name(room, cut, measured(cut));
      names.put(text, known);
    }
    return known;
  }

  private double measured(String text) {
    probe.setText(text);
    return probe.getLayoutBounds().getWidth();
  }
}
