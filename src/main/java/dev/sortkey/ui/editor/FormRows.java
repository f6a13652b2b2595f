package dev.sortkey.ui.editor;

import dev.sortkey.core.table.KeyAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The draft's tree as the flat list of rows that are open to see, keys first.
final class FormRows {
  /// A set with more members than this is opened as rows instead of chips.
  static final int MOST_CHIPS = 12;

  private static final int LONGEST_CHIP = 60;
  private static final int FEW = 8;
  private static final int MANY = 40;

  /// One visible row.
  record Row(DraftNode node, int depth) {}

  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final Set<DraftNode> open = new HashSet<>();
  private @Nullable ItemDraft shown;
  private @Nullable DraftNode firstRow;

  ObservableList<Row> rows() {
    return rows;
  }

  boolean isOpen(DraftNode node) {
    return open.contains(node);
  }

  void open(DraftNode node, boolean opened) {
    if (opened ? open.add(node) : open.remove(node)) {
      sync(shown);
    }
  }

  /// Opens all that a node stands in.
  void reveal(DraftNode node) {
    for (DraftNode up = node.parent(); up != null; up = up.parent()) {
      open.add(up);
    }
    sync(shown);
  }

  int indexOf(DraftNode node) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).node() == node) {
        return i;
      }
    }
    return -1;
  }

  /// Brings the rows up to date and touches only those that changed, so that the focus stays.
  void sync(@Nullable ItemDraft draft) {
    DraftNode first =
        draft == null || draft.root().children().isEmpty()
            ? null
            : draft.root().children().getFirst();
    boolean anew = draft != shown || first != firstRow && firstRow != null && !lives(firstRow);
    shown = draft;
    firstRow = first;
    if (anew) {
      open.clear();
      if (draft != null) {
        openAtFirst(draft.alone() == null ? draft.root() : draft.alone());
      }
    }
    List<Row> now = new ArrayList<>();
    if (draft != null) {
      for (DraftNode node : draft.alone() == null ? ordered(draft) : List.of(draft.alone())) {
        flatten(node, 0, now);
      }
    }
    int head = 0;
    int common = Math.min(rows.size(), now.size());
    while (head < common && rows.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < common - head
        && rows.get(rows.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    rows.remove(head, rows.size() - tail);
    rows.addAll(head, now.subList(head, now.size() - tail));
  }

  /// Whether a node opens into rows; small sets show their members as chips.
  static boolean opens(DraftNode node) {
    if (node.type().isSet()) {
      return node.live().size() > MOST_CHIPS
          || node.live().stream()
              .anyMatch(member ->
                  member.text().length() > LONGEST_CHIP || member.text().indexOf('\n') >= 0);
    }
    return node.type().isDocument();
  }

  private boolean lives(DraftNode node) {
    return shown != null && shown.root().children().contains(node);
  }

  private void openAtFirst(DraftNode root) {
    if (root.parent() != null) {
      open.add(root);
    }
    if (root.children().size() > MANY) {
      return;
    }
    for (DraftNode node : root.children()) {
      if (node.type().isDocument() && node.children().size() <= FEW) {
        open.add(node);
        if (!node.children().isEmpty()) {
          DraftNode first = node.children().getFirst();
          if (first.type().isDocument() && first.children().size() <= FEW) {
            open.add(first);
          }
        }
      }
    }
  }

  private static List<DraftNode> ordered(ItemDraft draft) {
    List<DraftNode> all = draft.root().children();
    List<DraftNode> ordered = new ArrayList<>();
    for (KeyAttribute key : draft.table().keys().all()) {
      all.stream()
          .filter(node -> node.key() && node.name().equals(key.name()))
          .forEach(ordered::add);
    }
    all.stream().filter(node -> !node.key()).forEach(ordered::add);
    return ordered;
  }

  private void flatten(DraftNode node, int depth, List<Row> into) {
    into.add(new Row(node, depth));
    if (opens(node) && open.contains(node) && !node.removed()) {
      for (DraftNode child : node.children()) {
        flatten(child, depth + 1, into);
      }
    }
  }
}
