package dev.sortkey.ui.editor;

import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/// The lines that can be in sight while someone types. The code area builds a hundred lines above
/// and a hundred below those in sight anew for each letter; while letters follow each other, these
/// are left blank, as high as the others, and filled in as soon as the typing pauses or anything is
/// done that could bring them into sight.
final class Vicinity {
  private static final Duration PAUSE = Duration.millis(300);

  /// Lines built beyond those in sight, since the area moves when an end of a line is typed.
  private static final int MARGIN = 2;

  private final CodeArea area;
  private final Runnable repaint;
  private final PauseTransition pause = new PauseTransition(PAUSE);

  /// The line typed in, or -1 when all lines are built.
  private int line = -1;

  /// The lines that are built while someone types.
  private int first;

  private int last;
  private double lineHeight;

  /// @param repaint builds all lines anew
  Vicinity(CodeArea area, Runnable repaint) {
    this.area = area;
    this.repaint = repaint;
    pause.setOnFinished(_ -> fill());
    area.addEventFilter(ScrollEvent.ANY, _ -> fill());
    area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> fill());
    area.heightProperty().addListener((_, _, _) -> fill());
    area.caretPositionProperty().addListener((_, _, now) -> moved(now));
  }

  /// Called when a letter or an end of a line was typed.
  void typed(int at) {
    if (line < 0) {
      var probe = new Text("0");
      probe.setFont(area.getFont());
      lineHeight = Math.ceil(probe.getLayoutBounds().getHeight());
      Bounds screen = area.getSkin() == null ? null : area.localToScreen(area.getLayoutBounds());
      first = screen == null ? at : lineAt(screen, screen.getMinY() + 1, at) - MARGIN;
      last = screen == null ? at : lineAt(screen, screen.getMaxY() - 1, at) + MARGIN;
    }
    if (at < first + MARGIN || at > last - MARGIN) {
      // The caret is where no line was in sight: the area will move, but no further than this.
      int reach = (int) Math.ceil(area.getHeight() / lineHeight) + MARGIN;
      first = at - reach;
      last = at + reach;
    }
    line = at;
    pause.playFromStart();
  }

  private int lineAt(Bounds screen, double y, int otherwise) {
    TextPos there = area.getTextPosition(screen.getCenterX(), y);
    return there == null ? otherwise : there.index();
  }

  /// Builds all lines again.
  void fill() {
    if (line >= 0) {
      line = -1;
      pause.stop();
      repaint.run();
    }
  }

  boolean holds(int index) {
    return line < 0 || index >= first && index <= last;
  }

  /// In the place of a line out of sight.
  RichParagraph blank() {
    double height = lineHeight;
    return RichParagraph.of(() -> {
      var region = new Region();
      region.setMinHeight(height);
      return region;
    });
  }

  private void moved(TextPos now) {
    if (now == null || Math.abs(now.index() - line) > 1) {
      fill();
    }
  }
}
