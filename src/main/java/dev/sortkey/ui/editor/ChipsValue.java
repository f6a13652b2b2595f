package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A small set: each member a chip that can be edited and removed, and a field for the next one.
final class ChipsValue implements RowValue {
  private static final int NARROW = 36;

  private final DraftViewModel model;
  private final DraftNode set;
  private final FlowPane box = new FlowPane(4, 4);
  private final TextField next = new TextField();
  private List<String> shown = List.of();
  private @Nullable DraftNode edited;
  private boolean emptied;

  ChipsValue(DraftViewModel model, DraftNode set) {
    this.model = model;
    this.set = set;
    box.getStyleClass().add("sk-chips");
    box.setAlignment(Pos.CENTER_LEFT);
    next.getStyleClass().addAll("sk-bare", "sk-mono", "sk-chip-next");
    next.setPromptText(Messages.text("editor.chip.add"));
    next.setPrefWidth(NARROW);
    next.textProperty()
        .addListener(
            (_, _, now) -> next.setPrefWidth(Math.clamp(now.length() * 8L + 16, NARROW, 140)));
    next.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    next.focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            take();
          }
        });
    refresh();
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public Node input() {
    return next;
  }

  @Override
  public void refresh() {
    List<String> now = new ArrayList<>();
    for (DraftNode member : set.live()) {
      now.add(member.text() + (model.flaws(member).isEmpty() ? "" : "\u0000"));
    }
    if (now.equals(shown) && !box.getChildren().isEmpty()) {
      return;
    }
    shown = now;
    boolean focused = next.isFocused();
    List<Node> chips = new ArrayList<>();
    for (DraftNode member : set.live()) {
      chips.add(member == edited ? field(member) : chip(member));
    }
    chips.add(next);
    if (edited == null) {
      box.getChildren().setAll(chips);
      if (focused) {
        next.requestFocus();
      }
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !next.getText().isEmpty()) {
      take();
      event.consume();
    } else if (event.getCode() == KeyCode.BACK_SPACE
        && next.getText().isEmpty()
        && !set.live().isEmpty()) {
      edit(set.live().getLast());
      event.consume();
    }
  }

  /// Makes a member of what stands in the field.
  private void take() {
    String text = next.getText();
    if (!text.isEmpty()) {
      next.clear();
      DraftNode member = model.add(set, set.type());
      model.setText(member, text);
      model.touch(member);
      refresh();
    }
  }

  private Node chip(DraftNode member) {
    var label = new Label(member.text().isEmpty() ? Messages.text("editor.empty") : member.text());
    label.getStyleClass().add("sk-chip-text");
    label.setMaxWidth(150);
    label.setOnMouseClicked(_ -> edit(member));
    var remove = new Button(null, Icons.small(Feather.X));
    remove.getStyleClass().add("sk-chip-remove");
    remove.setAccessibleText(Messages.text("editor.chip.remove", member.text()));
    remove.setOnAction(_ -> {
      model.remove(member);
      refresh();
      focus();
    });
    remove.setFocusTraversable(false);
    var chip = new HBox(2, label, remove);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.getStyleClass()
        .addAll("sk-chip", "sk-chip-" + member.type().name().toLowerCase(Locale.ROOT));
    model.flaws(member).stream()
        .findFirst()
        .ifPresent(flaw -> {
          chip.getStyleClass().add("sk-invalid");
          Tooltip.install(chip, new Tip(flaw.message()));
        });
    return chip;
  }

  private void edit(DraftNode member) {
    edited = member;
    emptied = false;
    TextField field = field(member);
    int place = set.live().indexOf(member);
    box.getChildren().set(place, field);
    // the skin first, since it selects all when it meets the focus
    box.applyCss();
    field.requestFocus();
    field.end();
  }

  private TextField field(DraftNode member) {
    var field = new TextField(member.text());
    field.getStyleClass().addAll("sk-mono", "sk-chip-field");
    field.setAccessibleText(Messages.text("editor.value-of", set.label()));
    field.setPrefColumnCount(Math.clamp(member.text().length() + 2, 4, 16));
    field
        .textProperty()
        .addListener((_, _, now) -> {
          emptied = now.isEmpty();
          model.setText(member, now);
        });
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused && edited == member) {
            done(member);
          }
        });
    field.setOnAction(_ -> next.requestFocus());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.BACK_SPACE && field.getText().isEmpty()) {
            next.requestFocus();
            event.consume();
          }
        });
    return field;
  }

  /// A member that was emptied goes; an empty string that came with the item stays.
  private void done(DraftNode member) {
    edited = null;
    shown = List.of("\u0000rebuild");
    if (emptied) {
      model.remove(member);
    }
    refresh();
  }
}
