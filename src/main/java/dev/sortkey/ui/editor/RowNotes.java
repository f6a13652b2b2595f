package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.kit.TypeBadge;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What stands beneath a row's value: what was there before, what is wrong, and what the row asks.
final class RowNotes extends VBox {
  private final FormView form;
  private final DraftViewModel model;
  private final DraftNode draft;
  private @Nullable Label date;
  private final Label was = note("sk-was");
  private final Label wrong = note("sk-error-text");
  private @Nullable Ask ask;
  private VBox askIn = this;

  RowNotes(FormView form, DraftNode draft) {
    this.form = form;
    this.model = form.model();
    this.draft = draft;
    getStyleClass().add("sk-notes");
    getChildren().addAll(was, wrong);
  }

  /// Where questions are asked, as wide as the row.
  void askIn(VBox place) {
    askIn = place;
  }

  void refresh(DraftNode.Mark mark) {
    showDate();
    Controls.show(was, mark == DraftNode.Mark.EDITED);
    if (mark == DraftNode.Mark.EDITED) {
      was.setText(wasText());
    }
    List<DraftFlaw> flaws = model.flaws(draft);
    Controls.show(wrong, !flaws.isEmpty());
    wrong.setText(
        flaws.stream().map(DraftFlaw::message).distinct().collect(Collectors.joining("\n")));
    RowAsk asked = asked();
    if (asked != null && ask == null) {
      ask = new Ask();
      askIn.getChildren().add(ask);
    }
    if (ask != null) {
      Controls.show(ask, asked != null);
      if (asked != null) {
        ask.show(asked);
      }
    }
  }

  private void showDate() {
    Optional<EpochDate> found =
        draft.type() == AttrType.N && !draft.removed()
            ? EpochDate.of(draft.text(), ZoneId.systemDefault())
            : Optional.empty();
    Label shown = date;
    if (shown == null && found.isPresent()) {
      shown = note("sk-date");
      shown.setTooltip(new Tip());
      getChildren().addFirst(shown);
      date = shown;
    }
    if (shown != null) {
      Controls.show(shown, found.isPresent());
      shown.setText(found.map(EpochDate::local).orElse(""));
      shown.getTooltip().setText(found.map(EpochDate::utc).orElse(""));
    }
  }

  /// Puts the focus on the safe answer.
  boolean focusAnswer() {
    if (asked() == null || ask == null) {
      return false;
    }
    ask.no.requestFocus();
    return true;
  }

  private @Nullable RowAsk asked() {
    RowAsk now = model.edits().askedProperty().get();
    return now != null && now.node() == draft ? now : null;
  }

  private String wasText() {
    Attr before = draft.original();
    if (before == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    if (draft.named() && !draft.name().equals(draft.originalName())) {
      parts.add(Messages.text("editor.row.was-named", draft.originalName()));
    }
    if (draft.displaced()) {
      parts.add(Messages.text("editor.row.was-place", draft.place()));
    }
    if (before.type() != draft.type()) {
      parts.add(
          Messages.text(
              "editor.row.was-type", TypeBadge.typeName(before.type()), Glance.count(before)));
    } else if (!ItemDiff.same(before, draft.toAttr())) {
      parts.add(Messages.text("editor.row.was", Glance.count(before)));
    }
    return String.join(", ", parts);
  }

  private static Label note(String style) {
    Label note = Controls.label("", style, "sk-row-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    return note;
  }

  /// What the row asks, with the two answers.
  private final class Ask extends VBox {
    private final Label words = note("sk-warning-text");
    private final Button yes = Controls.button(Messages.text("editor.ask.convert"), null, null);
    private final Button no = Controls.button("", null, null);

    Ask() {
      super(4);
      getStyleClass().add("sk-row-ask");
      words.setId("row-says");
      yes.setId("row-agree");
      no.setId("row-dismiss");
      for (Button button : List.of(yes, no)) {
        button.getStyleClass().add("sk-small");
      }
      yes.setOnAction(_ -> form.agree(draft));
      no.setOnAction(_ -> form.dismiss(draft));
      getChildren().addAll(words, new FlowPane(6, 4, no, yes));
    }

    void show(RowAsk asked) {
      words.setText(asked.words());
      Controls.show(yes, asked.yes() != null);
      no.setText(Messages.text(asked.yes() == null ? "editor.ask.seen" : "editor.ask.keep"));
      no.setAccessibleText(no.getText());
    }
  }
}
