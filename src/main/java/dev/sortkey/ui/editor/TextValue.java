package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Tip;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// A string, number or binary as text. Long texts and those with line breaks get an area that
/// grows; a field would drop the breaks.
final class TextValue implements RowValue {
  private static final int LONGEST_LINE = 60;
  private static final int MOST_LINES = 8;

  /// Where the text is all that is edited.
  private static final int MOST_LINES_ALONE = 12;

  private static final int LONGEST = 16 * 1024;

  private final DraftViewModel model;
  private final DraftNode draft;
  private final StackPane box = new StackPane();
  private final HBox line;
  private TextInputControl input;
  private final TextOpeners openers;
  private boolean filling;
  private boolean fixed;

  TextValue(FormView form, DraftNode draft) {
    this.model = form.model();
    this.draft = draft;
    this.openers = new TextOpeners(form, draft);
    this.input = needsArea(draft.text()) || fixed(draft.text()) ? area() : field();
    HBox.setHgrow(box, Priority.ALWAYS);
    line = new HBox(6, box);
    line.setAlignment(Pos.CENTER_LEFT);
    if (draft.type() == AttrType.S) {
      line.getChildren().add(openers.node());
    }
    box.getChildren().setAll(input);
    refresh();
  }

  @Override
  public Node node() {
    return line;
  }

  @Override
  public Node input() {
    return input;
  }

  @Override
  public void focus() {
    input.requestFocus();
    if (input instanceof TextField) {
      input.end();
    }
  }

  @Override
  public void refresh() {
    if (fixed(draft.text()) != fixed) {
      swap(area());
    } else if (!fixed && !input.getText().equals(draft.text()) && !stripped()) {
      fill();
    }
    boolean wrong = model.flaws(draft).stream().anyMatch(flaw -> !flaw.name());
    if (wrong != input.getStyleClass().contains("sk-invalid")) {
      if (wrong) {
        input.getStyleClass().add("sk-invalid");
      } else {
        input.getStyleClass().remove("sk-invalid");
      }
    }
    openers.refresh();
  }

  /// A number's field may hold blanks around it that the draft does not.
  private boolean stripped() {
    return draft.type() == AttrType.N && input.getText().strip().equals(draft.text());
  }

  private void fill() {
    if (input instanceof TextField && needsArea(draft.text())) {
      swap(area());
    }
    filling = true;
    input.setText(draft.text());
    filling = false;
    if (input instanceof TextArea area) {
      fit(area);
    }
  }

  static boolean needsArea(String text) {
    return text.length() > LONGEST_LINE || text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0;
  }

  /// Whether a text input would drop characters of the text: it takes no control characters.
  private static boolean strange(String text) {
    return text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\t' || c == 0x7f);
  }

  /// Whether a text can only be looked at here, for what it holds or for its length: a field lays
  /// all of its text out anew with each letter.
  static boolean fixed(String text) {
    return text.length() > LONGEST || strange(text);
  }

  private TextField field() {
    var made =
        new TextField() {
          @Override
          public void paste() {
            String pasted = Clipboard.getSystemClipboard().getString();
            if (pasted != null && draft.type() == AttrType.S && needsArea(pasted)) {
              grow(pasted.replace("\r\n", "\n"));
            } else {
              super.paste();
            }
          }
        };
    dress(made);
    made.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER
              && event.isShiftDown()
              && draft.type() == AttrType.S) {
            grow("\n");
            event.consume();
          }
        });
    made.setText(draft.text());
    return made;
  }

  private TextArea area() {
    var made = new TextArea();
    made.setWrapText(true);
    made.getStyleClass().add("sk-value-area");
    dress(made);
    fixed = fixed(draft.text());
    if (fixed) {
      made.setText(Glance.of(draft.toAttr()));
      made.setEditable(false);
      made.setTooltip(
          new Tip(
              Messages.text(
                  draft.text().length() > LONGEST
                      ? "editor.too-long"
                      : "editor.control-characters")));
    } else {
      made.setText(draft.text());
    }
    fit(made);
    return made;
  }

  private void dress(TextInputControl made) {
    made.getStyleClass().add("sk-mono");
    made.getStyleClass().add("sk-value-field");
    made.setEditable(!model.valueGuarded(draft));
    made.textProperty()
        .addListener((_, _, now) -> {
          if (!filling && made == input && made.isEditable()) {
            model.setText(draft, now);
            if (made instanceof TextArea area) {
              fit(area);
            }
          }
        });
  }

  private void fit(TextArea area) {
    int most = model.anchored(draft) ? MOST_LINES_ALONE : MOST_LINES;
    int lines = 0;
    for (String part : area.getText().split("\n", most + 1)) {
      lines += 1 + part.length() / 22;
    }
    area.setPrefRowCount(Math.clamp(lines, 2, most));
  }

  /// Goes on in an area, with what was just inserted.
  private void grow(String inserted) {
    var selection = input.getSelection();
    String text = input.getText();
    String grown =
        text.substring(0, selection.getStart()) + inserted + text.substring(selection.getEnd());
    model.setText(draft, grown);
    swap(area());
    input.requestFocus();
    input.positionCaret(selection.getStart() + inserted.length());
  }

  private void swap(TextInputControl other) {
    boolean focused = input.isFocused();
    input = other;
    box.getChildren().setAll(other);
    if (focused) {
      other.requestFocus();
    }
  }
}
