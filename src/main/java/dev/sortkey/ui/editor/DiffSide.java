package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.ValueDiff;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One side of a difference: the value before or after, with what the other side lacks set off.
public final class DiffSide {
  private static final int LONGEST = 2000;
  private static final int MOST_CHIPS = 100;

  private DiffSide() {}

  public static Node of(@Nullable Attr value, @Nullable Attr other, boolean before) {
    return of(value, other, before, (_, _) -> {});
  }

  /// @param member told each changed member of a set with its chip
  public static Node of(
      @Nullable Attr value, @Nullable Attr other, boolean before, BiConsumer<Attr, Label> member) {
    if (value == null) {
      var blank = new StackPane(Controls.label(Messages.text("editor.absent"), "sk-secondary"));
      blank.setAlignment(Pos.TOP_LEFT);
      blank.getStyleClass().add("sk-diff-blank");
      return blank;
    }
    boolean retyped = other != null && other.type() != value.type();
    Node text =
        value.type().isSet()
            ? chips(value, retyped ? null : other, before, member)
            : new DiffText(spans(value, retyped ? null : other, before), before);
    var box = new VBox(4, text);
    if (retyped) {
      box.getChildren().addFirst(new TypeBadge(value.type()));
    }
    box.setAlignment(Pos.TOP_LEFT);
    box.getStyleClass().addAll("sk-diff-value", before ? "sk-diff-before" : "sk-diff-after");
    return box;
  }

  /// As much of a value as a person reads; all of it up to 2,000 characters.
  public static String words(Attr value) {
    String text =
        switch (value) {
          case Attr.L _, Attr.M _ -> PlainJson.write(value, true);
          case Attr.S(String content) when !content.isEmpty() -> content;
          default -> Glance.of(value);
        };
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + Messages.text("editor.diff.longer", text.length() - LONGEST);
  }

  private static List<ValueDiff.Span> spans(Attr value, @Nullable Attr other, boolean before) {
    String text = words(value);
    if (other != null) {
      var one = new Attr.S(before ? text : words(other));
      var two = new Attr.S(before ? words(other) : text);
      if (ValueDiff.of(one, two) instanceof ValueDiff.Words(var was, var is)) {
        return before ? was : is;
      }
    }
    return List.of(new ValueDiff.Span(text, false));
  }

  private static FlowPane chips(
      Attr set, @Nullable Attr other, boolean before, BiConsumer<Attr, Label> told) {
    var pane = new FlowPane(4, 4);
    List<ValueDiff.Member> all = ValueDiff.members(set, other);
    for (ValueDiff.Member member : all.subList(0, Math.min(all.size(), MOST_CHIPS))) {
      Label chip = Controls.label(Glance.of(member.value()), "sk-diff-chip");
      if (member.changed()) {
        chip.getStyleClass().add(before ? "sk-diff-chip-before" : "sk-diff-chip-after");
        told.accept(member.value(), chip);
      }
      pane.getChildren().add(chip);
    }
    if (all.size() > MOST_CHIPS) {
      pane.getChildren()
          .add(
              Controls.label(
                  Messages.text("editor.more", all.size() - MOST_CHIPS), "sk-secondary"));
    }
    return pane;
  }
}
