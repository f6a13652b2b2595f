package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.layout.StackPane;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/// Generated code to be read: strings, comments, numbers, annotations and the words of the language
/// in colours of their own. Only lines in sight are coloured.
public final class CodeView extends StackPane {
  private static final Pattern TOKENS =
      Pattern.compile(
          "(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')"
              + "|(?<comment>//.*|/\\*.*|^\\s*\\*.*|^\\s*#.*|<!--.*)"
              + "|(?<mark>@\\w+|(?<=^\\s{0,40})</?[a-z][\\w.:-]*>?|</[\\w.:-]+>|(?<=\\s)--[\\w-]+)"
              + "|(?<number>\\b\\d[\\d_.]*L?\\b)"
              + "|(?<word>\\b(?:class|public|private|static|final|return|new|import|package|void"
              + "|implements|extends|this|if|try|boolean|int|long|true|false|null)\\b)");
  private static final String[] KINDS = {"string", "comment", "mark", "number", "word"};

  private final CodeArea area = new CodeArea();
  private final Inks inks = new Inks(() -> area.setSyntaxDecorator(new Colours()));

  public CodeView() {
    getStyleClass().add("sk-code-view");
    area.getStyleClass().addAll("sk-json-area", "sk-code-area");
    area.setId("code");
    area.setEditable(false);
    area.setLineNumbersEnabled(true);
    area.setWrapText(false);
    area.setAccessibleText(Messages.text("editor.code"));
    area.setSyntaxDecorator(new Colours());
    getChildren().addAll(inks, area);
  }

  public void show(String text) {
    // The area cannot draw a selection that reaches beyond its new text.
    area.select(TextPos.ZERO);
    area.setText(text);
    area.select(TextPos.ZERO);
  }

  public void focus() {
    area.requestFocus();
  }

  /// Colours one line when it comes into sight.
  private final class Colours implements SyntaxDecorator {
    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
      String line = model.getPlainText(index);
      var paragraph = RichParagraph.builder();
      Matcher token = TOKENS.matcher(line);
      int at = 0;
      while (token.find()) {
        paragraph.addSegment(line, at, token.start(), inks.of("sk-json-other"));
        paragraph.addSegment(line, token.start(), token.end(), inks.of(style(token)));
        at = token.end();
      }
      return paragraph.addSegment(line, at, line.length(), inks.of("sk-json-other")).build();
    }

    private static String style(Matcher token) {
      for (String kind : KINDS) {
        if (token.group(kind) != null) {
          return "sk-code-" + kind;
        }
      }
      return "sk-json-other";
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
