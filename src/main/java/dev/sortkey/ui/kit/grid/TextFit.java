package dev.sortkey.ui.kit.grid;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures and cuts texts in a typeface of one width per character; only texts with characters
/// from other typefaces (CJK, emoji) are laid out to be measured.
final class TextFit {
  private static final String CUT = "…";
  private final Text probe = new Text();
  private final double advance;

  TextFit(Font mono) {
    probe.setFont(mono);
    probe.setText("0".repeat(100));
    advance = probe.getLayoutBounds().getWidth() / 100;
  }

  double advance() {
    return advance;
  }

  double width(String text) {
    return even(text) ? text.length() * advance : measured(text);
  }

  /// The text, or as much of it as fits with an ellipsis.
  String cut(String text, double width) {
    double room = width + 0.01;
    if (even(text)) {
      int most = Math.max(0, (int) (room / advance));
      if (text.length() <= most) {
        return text;
      }
      return most == 0 ? "" : text.substring(0, most - 1) + CUT;
    }
    if (measured(text) <= room) {
      return text;
    }
    int fits = 0;
    int fails = text.length();
    while (fails - fits > 1) {
      int middle = (fits + fails) >>> 1;
      if (measured(text.substring(0, middle)) + advance <= room) {
        fits = middle;
      } else {
        fails = middle;
      }
    }
    if (fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1))) {
      fits--;
    }
    return room < advance ? "" : text.substring(0, fits) + CUT;
  }

  private double measured(String text) {
    probe.setText(text);
    return probe.getLayoutBounds().getWidth();
  }

  /// Whether all characters are surely in the typeface.
  private static boolean even(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean sure = c >= ' ' && c <= '~' || c > 0xA0 && c <= 0xFF && c != 0xAD || c == '…';
      if (!sure) {
        return false;
      }
    }
    return true;
  }
}
