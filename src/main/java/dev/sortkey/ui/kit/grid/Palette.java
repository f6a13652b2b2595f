package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.Token;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;

/// The tokens as colours of one theme, since a canvas knows no style sheets.
final class Palette {
  private final Map<Token, Color> colors = new EnumMap<>(Token.class);

  Palette(Theme theme) {
    for (Token token : Token.values()) {
      colors.put(token, token.color(theme));
    }
  }

  Color of(Token token) {
    return colors.getOrDefault(token, Color.TRANSPARENT);
  }

  static Token ink(AttrType type) {
    return switch (type) {
      case S, SS -> Token.TYPE_S;
      case N, NS -> Token.TYPE_N;
      case B, BS -> Token.TYPE_B;
      case BOOL -> Token.TYPE_BOOL;
      case NULL -> Token.TYPE_NULL;
      case L -> Token.TYPE_L;
      case M -> Token.TYPE_M;
    };
  }

  static Token tint(AttrType type) {
    return switch (type) {
      case S, SS -> Token.TYPE_S_TINT;
      case N, NS -> Token.TYPE_N_TINT;
      case B, BS -> Token.TYPE_B_TINT;
      case BOOL -> Token.TYPE_BOOL_TINT;
      case NULL -> Token.TYPE_NULL_TINT;
      case L -> Token.TYPE_L_TINT;
      case M -> Token.TYPE_M_TINT;
    };
  }
}
