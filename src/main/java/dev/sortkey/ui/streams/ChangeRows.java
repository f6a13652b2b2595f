package dev.sortkey.ui.streams;

import dev.sortkey.core.edit.ItemDiff.PathChange;
import dev.sortkey.core.stream.ChangeRecord.Event;
import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A change path by path: what was and what became, then what stayed.
final class ChangeRows extends VBox {
  private static final int MOST_ROWS = 400;
  private static final double PATH = 144;

  private record Stayed(AttrPath path, Attr value) {}

  ChangeRows(TailRecord record) {
    getStyleClass().add("sk-change-rows");
    Item image = record.image();
    List<Node> rows = new ArrayList<>();
    if (image == null) {
      rows.add(note(Messages.text("streams.diff.keys-only")));
    } else if (record.diff() != null) {
      record.changes().stream().limit(MOST_ROWS).forEach(change -> rows.add(row(change)));
    } else if (record.change().event() == Event.MODIFY) {
      rows.add(
          note(
              Messages.text(
                  record.change().after() != null
                      ? "streams.diff.new-only"
                      : "streams.diff.old-only")));
    } else {
      whole(record.change().event(), image, rows);
    }
    getChildren().setAll(rows);
    if (record.diff() == null && image != null && record.change().event() == Event.MODIFY) {
      stayed(leaves(image, List.of())).forEach(getChildren()::add);
    } else if (record.diff() != null && image != null) {
      List<AttrPath> changed = record.changes().stream().map(PathChange::path).toList();
      unchanged(leaves(image, changed));
    } else if (image == null) {
      stayed(leaves(record.change().key(), List.of())).forEach(getChildren()::add);
    }
  }

  private static void whole(Event event, Item image, List<Node> rows) {
    image.attributes().entrySet().stream()
        .limit(MOST_ROWS)
        .forEach(field ->
            rows.add(
                row(
                    new PathChange(
                        AttrPath.of(field.getKey()),
                        event == Event.REMOVE ? field.getValue() : null,
                        event == Event.REMOVE ? null : field.getValue()))));
  }

  private void unchanged(List<Stayed> leaves) {
    if (leaves.isEmpty()) {
      return;
    }
    List<Node> rows = stayed(leaves);
    var open =
        new Button(
            Messages.text("streams.diff.unchanged", leaves.size()),
            Icons.small(Feather.CHEVRON_DOWN));
    open.getStyleClass().add("sk-change-more");
    open.setOnAction(_ -> {
      boolean shown = getChildren().containsAll(rows);
      open.setGraphic(Icons.small(shown ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
      if (shown) {
        getChildren().removeAll(rows);
      } else {
        getChildren().addAll(rows);
      }
    });
    getChildren().add(open);
    getChildren().addAll(rows);
  }

  private static List<Node> stayed(List<Stayed> leaves) {
    return leaves.stream()
        .limit(MOST_ROWS)
        .<Node>map(
            leaf -> line(leaf.path(), leaf.value(), false, value(leaf.value(), "sk-change-stayed")))
        .toList();
  }

  private static Node row(PathChange change) {
    var sides = new HBox(6);
    sides.setAlignment(Pos.CENTER_LEFT);
    if (change.before() != null) {
      sides.getChildren().add(value(change.before(), "sk-change-before"));
    }
    if (change.before() != null && change.after() != null) {
      Node arrow = Icons.small(Feather.CHEVRON_RIGHT);
      sides.getChildren().add(arrow);
    }
    if (change.after() != null) {
      if (change.before() != null && change.before().type() != change.after().type()) {
        sides.getChildren().add(new TypeBadge(change.after().type()));
      }
      sides.getChildren().add(value(change.after(), "sk-change-after"));
    }
    Attr shown = change.before() != null ? change.before() : change.after();
    return line(change.path(), Objects.requireNonNull(shown), true, sides);
  }

  private static Node line(AttrPath path, Attr typed, boolean strong, Node value) {
    Label name = Controls.label(path.toString(), "sk-mono");
    if (!strong) {
      name.getStyleClass().add("sk-muted");
    }
    name.setMinWidth(PATH);
    name.setPrefWidth(PATH);
    name.setMaxWidth(PATH);
    name.setTooltip(new Tip(path.toString()));
    var badge = new HBox(new TypeBadge(typed.type()));
    badge.setAlignment(Pos.CENTER_LEFT);
    badge.setMinWidth(44);
    badge.setMaxWidth(44);
    var row = new HBox(4, name, badge, value);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sk-change-row");
    return row;
  }

  private static Label value(Attr value, String styleClass) {
    String text = RecordText.value(value);
    Label label =
        Controls.label(
            text.isEmpty() ? Messages.text("streams.diff.empty") : text, "sk-mono", styleClass);
    label.setMinWidth(20);
    label.setMaxWidth(Region.USE_PREF_SIZE);
    label.setTooltip(new Tip(text));
    return label;
  }

  private static Label note(String text) {
    Label note = Controls.label(text, "sk-secondary", "sk-change-note");
    note.setWrapText(true);
    return note;
  }

  /// The largest parts of an item that hold none of the changed paths.
  private static List<Stayed> leaves(Item item, List<AttrPath> changed) {
    List<Stayed> leaves = new ArrayList<>();
    for (Map.Entry<String, Attr> field : item.attributes().entrySet()) {
      collect(AttrPath.of(field.getKey()), field.getValue(), changed, leaves);
    }
    return leaves;
  }

  private static void collect(
      AttrPath path, @Nullable Attr value, List<AttrPath> changed, List<Stayed> leaves) {
    if (value == null || changed.contains(path)) {
      return;
    }
    if (changed.stream().noneMatch(other -> other.startsWith(path))) {
      leaves.add(new Stayed(path, value));
    } else if (value instanceof Attr.M(var fields)) {
      fields.forEach((name, field) -> collect(path.child(name), field, changed, leaves));
    } else if (value instanceof Attr.L(var elements)) {
      for (int i = 0; i < elements.size(); i++) {
        collect(path.child(i), elements.get(i), changed, leaves);
      }
    }
  }
}
