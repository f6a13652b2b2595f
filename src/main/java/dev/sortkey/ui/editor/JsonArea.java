package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;

/// JSON to be typed: coloured, with line numbers and a mark on the line that is wrong. The one
/// place that knows the incubating code editor. Only lines in sight are coloured.
public final class JsonArea extends StackPane {
  private final CodeArea area = new CodeArea();
  private Runnable onTyped = () -> {};

  /// The text as last seen: to gather it from the lines takes time.
  private String known = "";

  private boolean stale;

  private int faultLine = -1;
  private boolean filling;

  public JsonArea() {
    getStyleClass().add("sk-json");
    area.getStyleClass().add("sk-json-area");
    area.setId("json");
    area.setLineNumbersEnabled(true);
    area.setWrapText(false);
    area.setTabSize(2);
    area.setLineEnding(LineEnding.LF);
    area.setAccessibleText(Messages.text("editor.json"));
    area.setSyntaxDecorator(new Colours());
    area.getModel()
        .addListener(change -> {
          if (!filling && change.isEdit()) {
            stale = true;
            onTyped.run();
          }
        });
    // also where no text is
    area.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> area.requestFocus());
    getChildren().add(area);
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
    int marked = line - 1;
    if (marked != faultLine) {
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

  public void focus() {
    area.requestFocus();
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
      String line = model.getPlainText(index);
      var paragraph = RichParagraph.builder();
      for (JsonTokens.Token token : JsonTokens.of(line)) {
        paragraph.addWithStyleNames(
            line.substring(token.start(), token.end()), token.kind().style());
      }
      if (index == faultLine) {
        paragraph.addHighlight(0, Math.max(1, line.length()), "sk-json-fault");
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
        int charsBottom) {}
  }
}
