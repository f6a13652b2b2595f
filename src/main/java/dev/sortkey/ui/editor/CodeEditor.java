package dev.sortkey.ui.editor;

import java.util.List;
import java.util.function.Function;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;

/// Text to be typed in a language: coloured, with line numbers and a mark on what is wrong. The one
/// place that knows the incubating code editor. Only lines in sight are coloured.
public class CodeEditor extends StackPane {
  /// A piece of a line, from `start` up to `end`.
  public record Piece(String style, int start, int end) {}

  private final CodeArea area = new CodeArea();
  private final Function<String, List<Piece>> colours;
  private final Inks inks = new Inks(this::repaint);
  private final Vicinity vicinity = new Vicinity(area, this::repaint);
  private Runnable onTyped = () -> {};

  /// The text as last seen: to gather it from the lines takes time.
  private String known = "";

  private boolean stale;

  private int faultLine = -1;
  private int faultFrom;
  private int faultTo;
  private boolean filling;

  /// @param colours cuts a line into pieces, each with its style class
  public CodeEditor(String id, String name, Function<String, List<Piece>> colours) {
    this.colours = colours;
    getStyleClass().add("sk-json");
    area.getStyleClass().addAll("sk-json-area", "sk-code-area");
    area.setId(id);
    area.setLineNumbersEnabled(true);
    area.setWrapText(false);
    area.setTabSize(2);
    area.setLineEnding(LineEnding.LF);
    area.setAccessibleText(name);
    repaint();
    area.getModel()
        .addListener(change -> {
          if (!filling && change.isEdit()) {
            stale = true;
            onTyped.run();
          }
        });
    // also where no text is
    area.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> area.requestFocus());
    getChildren().addAll(inks, area);
    // Without a caret, what is typed goes nowhere.
    area.select(TextPos.ZERO);
  }

  /// The text as it stands.
  public String text() {
    if (stale) {
      known = area.getText();
      stale = false;
    }
    return known;
  }

  /// Called after each edit by the person.
  public void onTyped(Runnable action) {
    onTyped = action;
  }

  /// Replaces the text when it differs, and goes to its beginning.
  public void show(String text) {
    if (!stale && text.equals(known)) {
      return;
    }
    known = text;
    stale = false;
    filling = true;
    // The area cannot draw a selection that reaches beyond its new text.
    area.select(TextPos.ZERO);
    area.setText(text);
    area.clearUndoRedo();
    area.select(TextPos.ZERO);
    filling = false;
  }

  /// Marks a line, counted from 1; 0 for none.
  public void markFault(int line) {
    markFault(line, 0, Integer.MAX_VALUE);
  }

  /// Marks a part of a line; its columns count from 0.
  public void markFault(int line, int from, int to) {
    int marked = line - 1;
    if (marked != faultLine || from != faultFrom || to != faultTo) {
      faultFrom = from;
      faultTo = to;
      int before = faultLine;
      faultLine = marked;
      repaint(before);
      repaint(marked);
    }
  }

  /// Goes to a place, counted from 1, and puts the focus there.
  public void jump(int line, int column) {
    StyledTextModel model = area.getModel();
    int index = Math.clamp(line - 1, 0, Math.max(0, model.size() - 1));
    int offset = Math.clamp(column - 1, 0, model.getPlainText(index).length());
    area.select(TextPos.ofLeading(index, offset));
    area.requestFocus();
  }

  /// Where the caret stands, as an offset in [#text].
  public int caret() {
    TextPos at = area.getCaretPosition();
    return at == null ? 0 : offset(at);
  }

  private int offset(TextPos at) {
    int offset = 0;
    for (int line = 0; line < at.index(); line++) {
      offset += area.getModel().getPlainText(line).length() + 1;
    }
    return offset + at.offset();
  }

  private TextPos position(int offset) {
    int left = offset;
    int line = 0;
    StyledTextModel model = area.getModel();
    while (line < model.size() - 1 && left > model.getPlainText(line).length()) {
      left -= model.getPlainText(line).length() + 1;
      line++;
    }
    return TextPos.ofLeading(line, Math.clamp(left, 0, model.getPlainText(line).length()));
  }

  /// Puts a text in the place of another, as if it had been typed, and the caret behind it.
  public void replace(int from, int to, String text) {
    area.replaceText(position(from), position(to), text);
    area.select(position(from + text.length()));
  }

  /// Puts the caret at an offset.
  public void moveTo(int offset) {
    area.select(position(offset));
  }

  /// Called when the caret moved.
  public void onMoved(Runnable action) {
    area.caretPositionProperty().addListener((_, _, _) -> action.run());
  }

  public void focus() {
    area.requestFocus();
  }

  /// Builds all lines anew, which the model reports like a change of all of them.
  private void repaint() {
    boolean before = filling;
    filling = true;
    area.setSyntaxDecorator(new Colours());
    filling = before;
  }

  private void repaint(int line) {
    if (line >= 0 && area.getModel() instanceof CodeTextModel model && line < model.size()) {
      int length = model.getPlainText(line).length();
      model.fireStyleChangeEvent(TextPos.ofLeading(line, 0), TextPos.ofLeading(line, length));
    }
  }

  /// Colours one line when it comes into sight.
  private final class Colours implements SyntaxDecorator {
    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
      if (!vicinity.holds(index)) {
        return vicinity.blank();
      }
      String line = model.getPlainText(index);
      var paragraph = RichParagraph.builder();
      for (Piece piece : colours.apply(line)) {
        paragraph.addSegment(line, piece.start(), piece.end(), inks.of(piece.style()));
      }
      if (index == faultLine) {
        int from = Math.clamp(faultFrom, 0, line.length());
        int to = Math.clamp(faultTo, Math.min(from + 1, line.length()), line.length());
        paragraph.addHighlight(from, Math.max(1, to - from), "sk-json-fault");
      }
      return paragraph.build();
    }

    @Override
    public void handleChange(
        CodeTextModel model,
        TextPos start,
        TextPos end,
        int charsTop,
        int linesAdded,
        int charsBottom) {
      if (!filling && linesAdded <= 1 && end.index() - start.index() <= 1) {
        vicinity.typed(start.index() + linesAdded);
      } else {
        vicinity.fill();
      }
    }
  }
}
