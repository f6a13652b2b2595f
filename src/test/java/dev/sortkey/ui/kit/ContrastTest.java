package dev.sortkey.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The tokens meet WCAG 2.2 AA: 4.5 for text, 3 for dots and bars that carry meaning.
class ContrastTest {
  private record Pair(Token front, Token back) {}

  private static List<Pair> textPairs() {
    List<Pair> pairs = new ArrayList<>();
    List<Token> grounds =
        List.of(Token.CANVAS, Token.SURFACE, Token.OVERLAY, Token.HOVER, Token.ACCENT_TINT);
    for (Token ground : grounds) {
      for (Token text : List.of(Token.TEXT, Token.MUTED, Token.ACCENT, Token.SUBTLE)) {
        pairs.add(new Pair(text, ground));
      }
    }
    for (Token text : List.of(Token.SUCCESS, Token.WARNING, Token.DANGER)) {
      pairs.add(new Pair(text, Token.CANVAS));
      pairs.add(new Pair(text, Token.SURFACE));
    }
    pairs.add(new Pair(Token.ON_ACCENT, Token.ACCENT_FILL));
    pairs.add(new Pair(Token.ON_ACCENT, Token.ACCENT_FILL_HOVER));
    pairs.add(new Pair(Token.SUCCESS, Token.SUCCESS_TINT));
    pairs.add(new Pair(Token.WARNING, Token.WARNING_TINT));
    pairs.add(new Pair(Token.DANGER, Token.DANGER_TINT));
    for (Token tint : List.of(Token.WARNING_TINT, Token.DANGER_TINT, Token.SUCCESS_TINT)) {
      pairs.add(new Pair(Token.TEXT, tint));
    }
    for (Token row : List.of(Token.ADD_ROW, Token.EDIT_ROW, Token.DELETE_ROW)) {
      pairs.add(new Pair(Token.TEXT, row));
    }
    for (Token word : List.of(Token.ADD_WORD, Token.EDIT_WORD, Token.DELETE_WORD)) {
      pairs.add(new Pair(Token.TEXT, word));
    }
    for (Token ink :
        List.of(
            Token.TEXT,
            Token.MUTED,
            Token.TYPE_S,
            Token.TYPE_N,
            Token.TYPE_B,
            Token.TYPE_L,
            Token.TYPE_M)) {
      pairs.add(new Pair(ink, Token.FOUND));
    }
    pairs.add(new Pair(Token.TEXT, Token.FOUND_HERE));
    pairs.add(new Pair(Token.TYPE_S, Token.TYPE_S_TINT));
    pairs.add(new Pair(Token.TYPE_N, Token.TYPE_N_TINT));
    pairs.add(new Pair(Token.TYPE_B, Token.TYPE_B_TINT));
    pairs.add(new Pair(Token.TYPE_BOOL, Token.TYPE_BOOL_TINT));
    pairs.add(new Pair(Token.TYPE_NULL, Token.TYPE_NULL_TINT));
    pairs.add(new Pair(Token.TYPE_L, Token.TYPE_L_TINT));
    pairs.add(new Pair(Token.TYPE_M, Token.TYPE_M_TINT));
    for (Token set : List.of(Token.TYPE_S, Token.TYPE_N, Token.TYPE_B)) {
      pairs.add(new Pair(set, Token.CANVAS));
    }
    return pairs;
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void textCanBeRead(Theme theme) {
    assertThat(textPairs())
        .allSatisfy(pair ->
            assertThat(contrast(pair.front().color(theme), pair.back().color(theme)))
                .as(pair.toString())
                .isGreaterThanOrEqualTo(4.5));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void dotsAndBarsCanBeSeen(Theme theme) {
    for (Token token : Token.values()) {
      if (token.name().startsWith("ENV_")) {
        for (Token ground : List.of(Token.CANVAS, Token.SURFACE, Token.ACCENT_TINT)) {
          assertThat(contrast(token.color(theme), ground.color(theme)))
              .as(token + " on " + ground)
              .isGreaterThanOrEqualTo(3);
        }
      }
    }
  }

  @Test
  void theMeasureIsWcags() {
    assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21.0);
    assertThat(contrast(Color.web("#777777"), Color.WHITE)).isBetween(4.4, 4.5);
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
