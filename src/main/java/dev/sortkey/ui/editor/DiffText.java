package dev.sortkey.ui.editor;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A wrapped value with the words tinted that the other side does not have.
final class DiffText extends Pane {
  private final TextFlow flow;
  private final Path tint = new Path();
  private final int from;
  private final int to;

  DiffText(String words, @Nullable String other, boolean before) {
    var text = new Text(words);
    text.getStyleClass().add("sk-diff-text");
    flow = new TextFlow(text);
    tint.getStyleClass().add(before ? "sk-diff-word-before" : "sk-diff-word-after");
    tint.setStroke(null);
    tint.setManaged(false);
    int[] range = other == null ? new int[] {0, 0} : difference(words, other);
    from = range[0];
    to = range[1];
    getChildren().addAll(tint, flow);
  }

  /// The stretch of a text that differs from another, widened to whole words; empty when nothing is
  /// shared, since then the whole value differs.
  static int[] difference(String text, String other) {
    int shortest = Math.min(text.length(), other.length());
    int head = 0;
    while (head < shortest && text.charAt(head) == other.charAt(head)) {
      head++;
    }
    while (head > 0 && head < text.length() && !breaks(text.charAt(head - 1))) {
      head--;
    }
    int tail = 0;
    while (tail < shortest - head
        && text.charAt(text.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
      tail++;
    }
    while (tail > 0 && !breaks(text.charAt(text.length() - tail))) {
      tail--;
    }
    return head == 0 && tail == 0 ? new int[] {0, 0} : new int[] {head, text.length() - tail};
  }

  private static boolean breaks(char c) {
    return Character.isWhitespace(c) || ",.;:\"/-()[]{}".indexOf(c) >= 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(width > 0 ? width : getWidth());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return flow.prefWidth(height);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
    if (from < to) {
      tint.getElements().setAll(flow.getRangeShape(from, to, false));
    }
  }
}
