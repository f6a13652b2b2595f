package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.ValueDiff;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A wrapped value with the words tinted that the other side does not have.
final class DiffText extends Pane {
  private final TextFlow flow;
  private final Path tint = new Path();
  private final List<ValueDiff.Span> spans;

  DiffText(List<ValueDiff.Span> spans, boolean before) {
    this.spans = spans;
    var text = new Text(spans.stream().map(ValueDiff.Span::text).collect(Collectors.joining()));
    text.getStyleClass().add("sk-diff-text");
    flow = new TextFlow(text);
    tint.getStyleClass().add(before ? "sk-diff-word-before" : "sk-diff-word-after");
    tint.setStroke(null);
    tint.setManaged(false);
    getChildren().addAll(tint, flow);
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
    tint.getElements().clear();
    int at = 0;
    for (ValueDiff.Span span : spans) {
      int end = at + span.text().length();
      if (span.changed()) {
        tint.getElements().addAll(flow.getRangeShape(at, end, false));
      }
      at = end;
    }
  }
}
