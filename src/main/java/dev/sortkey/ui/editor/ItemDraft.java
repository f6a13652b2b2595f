package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An item while it is edited: a tree in which what is half typed may stand, and which knows the
/// item it came from. Attributes of the table's key are guarded.
final class ItemDraft {
  private final TableSchema table;
  private final DraftNode root = DraftNode.root();
  private final @Nullable Item original;
  private final DraftHistory history = new DraftHistory();
  private @Nullable DraftNode alone;

  private ItemDraft(TableSchema table, @Nullable Item original) {
    this.table = table;
    this.original = original;
  }

  /// A new item with nothing but the key's empty attributes.
  static ItemDraft create(TableSchema table) {
    return create(table, Item.of(new LinkedHashMap<>()));
  }

  /// A new item that begins with the attributes of another.
  static ItemDraft create(TableSchema table, Item from) {
    var draft = new ItemDraft(table, null);
    draft.take(from);
    return draft;
  }

  static ItemDraft edit(TableSchema table, Item original) {
    return edit(table, original, original);
  }

  /// An edit of the original that already stands at another version.
  static ItemDraft edit(TableSchema table, Item original, Item edited) {
    var draft = new ItemDraft(table, original);
    draft.take(edited);
    return draft;
  }

  /// The same draft, in which only what stands at a path is edited; the rest counts for the rules.
  ItemDraft only(AttrPath path) {
    alone = Objects.requireNonNull(at(path));
    return this;
  }

  /// The one node that is edited, or null when all of the item is.
  @Nullable DraftNode alone() {
    return alone;
  }

  /// Whether a node is among what is edited.
  boolean edits(@Nullable DraftNode node) {
    DraftNode here = node;
    while (here != null && alone != null && here != alone) {
      here = here.parent();
    }
    return here != null;
  }

  /// Whether a node's place in the item is fixed, with its name, whatever becomes of its value.
  boolean anchored(DraftNode node) {
    return node == alone;
  }

  TableSchema table() {
    return table;
  }

  DraftNode root() {
    return root;
  }

  /// What was read, or null for a new item.
  @Nullable Item original() {
    return original;
  }

  boolean isNew() {
    return original == null;
  }

  /// The item as far as there is one; the item to save when there is no flaw.
  Item toItem() {
    return new Item(root.fields());
  }

  /// What is edited: the item as a map, or the one value.
  Attr content() {
    return alone == null ? new Attr.M(root.fields()) : alone.toAttr();
  }

  /// What was done since the draft began.
  DraftHistory history() {
    return history;
  }

  /// Takes on other content, as from JSON. A key attribute that an item lacks stays as an empty
  /// one.
  void replace(Attr content) {
    if (alone != null) {
      history.noteTyping(alone);
      alone.hold(content);
    } else if (content instanceof Attr.M(var attributes)) {
      history.noteTyping(root);
      take(new Item(attributes));
    }
  }

  private void take(Item item) {
    root.holdFields(
        item.attributes(),
        original == null ? new LinkedHashMap<>() : original.attributes(),
        name -> table.keys().has(name));
    int place = 0;
    for (KeyAttribute key : table.keys().all()) {
      if (root.children().stream().noneMatch(node -> node.name().equals(key.name()))) {
        root.children().add(place, DraftNode.fresh(root, key.name(), key.type().attrType(), true));
      }
      place++;
    }
  }

  /// Whether the value may be edited: the key of an existing item may not.
  boolean valueGuarded(DraftNode node) {
    return node.removed() || node.key() && !isNew() && node.mark() == DraftNode.Mark.NONE;
  }

  /// Whether name, type and presence are fixed.
  boolean guarded(DraftNode node) {
    return node.key() || node.removed();
  }

  boolean allows(DraftNode node, AttrType type) {
    if (node.key()) {
      return table.keys().all().stream()
          .anyMatch(key ->
              key.name().equals(node.name())
                  && key.type().attrType() == type
                  && node.type() != type);
    }
    return !node.removed() && !node.member() && Retype.fits(node, type);
  }

  void setText(DraftNode node, String text) {
    if (!valueGuarded(node)) {
      history.noteTyping(node);
      node.setText(node.type() == AttrType.N ? text.strip() : text);
      node.setTouched();
    }
  }

  void setTruth(DraftNode node, boolean truth) {
    if (!valueGuarded(node)) {
      history.note(node);
      node.setTruth(truth);
    }
  }

  void rename(DraftNode node, String name) {
    if (node.named() && !guarded(node) && !anchored(node)) {
      history.noteTyping(node);
      node.setName(name);
    }
  }

  void retype(DraftNode node, AttrType type) {
    if (allows(node, type)) {
      history.note(node);
      Retype.apply(node, type);
    }
  }

  /// Whether a value of the type may stand at a node that may be edited.
  boolean takes(DraftNode node, AttrType type) {
    if (node.key()) {
      return table.keys().all().stream()
          .anyMatch(key -> key.name().equals(node.name()) && key.type().attrType() == type);
    }
    DraftNode parent = node.parent();
    return parent == null || !node.member() || type == Retype.memberType(parent.type());
  }

  /// Puts another value in the place of a node's.
  void put(DraftNode node, Attr value) {
    history.note(node);
    node.hold(value);
    node.setTouched();
  }

  /// Adds a value at the end of a list or set, the fields of a map to a map.
  void insert(DraftNode parent, Attr value) {
    history.note(parent);
    if (parent.type() == AttrType.M && value instanceof Attr.M(var fields)) {
      fields.forEach(
          (name, field) -> parent.children().add(DraftNode.of(parent, name, field, null, false)));
    } else if (value.type() == parent.type() && parent.type().isSet()) {
      var members = DraftNode.of(parent, "", value, null, false);
      members.live().forEach(member -> parent.children().add(DraftNode.moved(parent, "", member)));
    } else {
      parent.children().add(DraftNode.of(parent, "", value, null, false));
    }
    parent.setTouched();
  }

  /// Adds an attribute, field, element or set member at the end of a parent. In a set the type is
  /// the set's.
  DraftNode add(DraftNode parent, AttrType type) {
    AttrType kind =
        switch (parent.type()) {
          case SS -> AttrType.S;
          case NS -> AttrType.N;
          case BS -> AttrType.B;
          case L, M -> type;
          default -> throw new IllegalArgumentException("no place in a " + parent.type());
        };
    var node = DraftNode.fresh(parent, "", kind, false);
    history.note(parent);
    parent.children().add(node);
    parent.setTouched();
    return node;
  }

  void remove(DraftNode node) {
    DraftNode parent = node.parent();
    if (parent == null || guarded(node) || anchored(node)) {
      return;
    }
    history.note(nearby(node));
    if (node.original() == null) {
      parent.children().remove(node);
      parent.setTouched();
    } else {
      takeBack(node);
      node.setRemoved(true);
    }
  }

  /// Moves an element of a list to another place among those that are left.
  ///
  /// @return whether that changes anything
  boolean move(DraftNode node, int to) {
    DraftNode list = node.parent();
    if (list == null || !movable(node)) {
      return false;
    }
    int place = Math.clamp(to, 0, list.live().size() - 1);
    if (place == node.index()) {
      return false;
    }
    history.note(nearby(node));
    list.children().remove(node);
    List<DraftNode> rest = list.live();
    int at =
        place < rest.size()
            ? list.children().indexOf(rest.get(place))
            : list.children().indexOf(rest.getLast()) + 1;
    list.children().add(at, node);
    node.setDisplaced(node.place() >= 0);
    settlePlaces(list);
    return true;
  }

  /// Whether it is an element that could stand elsewhere in its list.
  boolean movable(DraftNode node) {
    DraftNode list = node.parent();
    return list != null
        && list.type() == AttrType.L
        && !node.removed()
        && !anchored(node)
        && list.live().size() > 1;
  }

  /// Nobody was moved when all stand in their old order, or the list reads as it did.
  private static void settlePlaces(DraftNode list) {
    int last = -1;
    boolean inOrder = true;
    for (DraftNode child : list.live()) {
      inOrder &= child.place() < 0 || child.place() > last;
      last = Math.max(last, child.place());
    }
    if (inOrder || list.original() != null && ItemDiff.same(list.toAttr(), list.original())) {
      list.children().forEach(child -> child.setDisplaced(false));
    }
  }

  /// A node with what its move, removal or return may touch.
  private static List<DraftNode> nearby(DraftNode node) {
    List<DraftNode> all = new ArrayList<>(List.of(node));
    DraftNode parent = node.parent();
    if (parent != null) {
      all.add(parent);
      parent.children().stream()
          .filter(child -> child.displaced() && child != node)
          .forEach(all::add);
    }
    return all;
  }

  /// Takes a node back to what the original item has there.
  void revert(DraftNode node) {
    if (node.original() != null) {
      history.note(nearby(node));
      takeBack(node);
    }
  }

  private static void takeBack(DraftNode node) {
    Attr was = node.original();
    if (was != null) {
      node.setRemoved(false);
      node.setName(node.originalName());
      node.hold(was);
      DraftNode list = node.parent();
      if (node.displaced() && list != null) {
        node.setDisplaced(false);
        list.children().remove(node);
        int at = 0;
        while (at < list.children().size() && before(list.children().get(at), node)) {
          at++;
        }
        list.children().add(at, node);
        settlePlaces(list);
      }
    }
  }

  private static boolean before(DraftNode other, DraftNode node) {
    return other.displaced() || other.place() < node.place();
  }

  /// Takes the last step back; the node that it was about, or null when there is none.
  @Nullable DraftNode undo() {
    return history.undo();
  }

  @Nullable DraftNode redo() {
    return history.redo();
  }

  /// The live node at a path, or a ghost when there is no other, or null.
  @Nullable DraftNode at(AttrPath path) {
    DraftNode here = root;
    for (AttrPath.Step step : path.steps()) {
      here =
          switch (step) {
            case AttrPath.Name(String name) -> named(here, name);
            case AttrPath.Index(int index) -> {
              List<DraftNode> live = here.live();
              yield index < live.size() ? live.get(index) : null;
            }
          };
      if (here == null) {
        return null;
      }
    }
    return here;
  }

  /// The path of a live node; a member's is its set's.
  AttrPath path(DraftNode node) {
    List<AttrPath.Step> steps = new ArrayList<>();
    DraftNode here = node.member() && node.parent() != null ? node.parent() : node;
    while (here.parent() != null) {
      steps.addFirst(
          here.named() ? new AttrPath.Name(here.name()) : new AttrPath.Index(here.index()));
      here = here.parent();
    }
    return new AttrPath(steps);
  }

  List<DraftFlaw> flaws() {
    return flaws(toItem());
  }

  /// @param item what [#toItem] gives, for who has it already
  List<DraftFlaw> flaws(Item item) {
    return new DraftRules(this).check(item);
  }

  /// Whether anything differs from the original; a new item differs once it holds anything.
  boolean changed() {
    if (!isNew()) {
      return root.children().stream().anyMatch(DraftNode::changed);
    }
    return root.live().stream().anyMatch(node -> !node.key() || !node.text().isEmpty());
  }

  private static @Nullable DraftNode named(DraftNode parent, String name) {
    Optional<DraftNode> live =
        parent.children().stream()
            .filter(child -> !child.removed() && child.name().equals(name))
            .findFirst();
    return live.orElseGet(() ->
        parent.children().stream()
            .filter(child -> child.name().equals(name))
            .findFirst()
            .orElse(null));
  }
}
