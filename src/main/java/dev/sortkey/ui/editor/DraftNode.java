package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One attribute, field, element or set member while it is edited: what is typed stands as text,
/// also while it is not yet a value. A removed node that the original item has stays as a ghost, so
/// that its removal can be seen and taken back.
final class DraftNode {
  /// How a node differs from the original item.
  enum Mark {
    NONE,
    ADDED,
    EDITED,
    REMOVED
  }

  private final @Nullable DraftNode parent;
  private final @Nullable Attr original;
  private final String originalName;
  private final boolean key;
  private final List<DraftNode> children = new ArrayList<>();
  private String name;
  private AttrType type = AttrType.NULL;
  private AttrType formerType = AttrType.NULL;
  private String text = "";
  private boolean truth;
  private boolean removed;
  private boolean touched;

  /// Where the original stood in its list, or -1.
  private int place = -1;

  private boolean displaced;

  private DraftNode(@Nullable DraftNode parent, String name, @Nullable Attr original, boolean key) {
    this.parent = parent;
    this.name = name;
    this.originalName = name;
    this.original = original;
    this.key = key;
  }

  static DraftNode root() {
    var root = new DraftNode(null, "", null, false);
    root.type = AttrType.M;
    return root;
  }

  /// A node without an original, empty.
  static DraftNode fresh(DraftNode parent, String name, AttrType type, boolean key) {
    var node = new DraftNode(parent, name, null, key);
    node.type = type;
    return node;
  }

  /// A node that holds the value, and knows the original that stood in its place.
  static DraftNode of(
      DraftNode parent, String name, Attr value, @Nullable Attr original, boolean key) {
    var node = new DraftNode(parent, name, original, key);
    node.hold(value);
    node.touched = true;
    return node;
  }

  /// The same content under another parent, without an original.
  static DraftNode moved(DraftNode parent, String name, DraftNode from) {
    var node = new DraftNode(parent, name, null, false);
    node.type = from.type;
    node.formerType = from.formerType;
    node.text = from.text;
    node.truth = from.truth;
    node.touched = from.touched;
    from.live().forEach(child -> node.children.add(moved(node, child.name, child)));
    return node;
  }

  @Nullable DraftNode parent() {
    return parent;
  }

  @Nullable Attr original() {
    return original;
  }

  String originalName() {
    return originalName;
  }

  /// Whether it is an attribute of the table's key, which is guarded.
  boolean key() {
    return key;
  }

  /// The name of an attribute or field; without meaning for elements and members.
  String name() {
    return name;
  }

  AttrType type() {
    return type;
  }

  String text() {
    return text;
  }

  boolean truth() {
    return truth;
  }

  boolean removed() {
    return removed;
  }

  /// Whether the person has been here, so that what is missing may be said.
  boolean touched() {
    return touched;
  }

  /// Where the original stood in its list, or -1.
  int place() {
    return place;
  }

  /// Whether the person moved it away from its place among the others.
  boolean displaced() {
    return displaced;
  }

  void setDisplaced(boolean now) {
    displaced = now;
  }

  /// What it holds now, to come back to.
  State state() {
    return new State(
        this, name, type, formerType, text, truth, removed, displaced, List.copyOf(children));
  }

  /// A node as it stood at some time. Its children are the same nodes; their own states are theirs.
  record State(
      DraftNode node,
      String name,
      AttrType type,
      AttrType formerType,
      String text,
      boolean truth,
      boolean removed,
      boolean displaced,
      List<DraftNode> children) {
    void restore() {
      node.name = name;
      node.type = type;
      node.formerType = formerType;
      node.text = text;
      node.truth = truth;
      node.removed = removed;
      node.displaced = displaced;
      node.children.clear();
      node.children.addAll(children);
    }

    /// By identity: equal nodes would have to be compared to their depths.
    boolean holds() {
      State now = node.state();
      return name.equals(now.name)
          && type == now.type
          && formerType == now.formerType
          && text.equals(now.text)
          && truth == now.truth
          && removed == now.removed
          && displaced == now.displaced
          && children.equals(now.children);
    }
  }

  /// All children, ghosts included.
  List<DraftNode> children() {
    return children;
  }

  List<DraftNode> live() {
    return children.stream().filter(child -> !child.removed).toList();
  }

  boolean holdsChildren() {
    return type.isDocument() || type.isSet();
  }

  boolean named() {
    return parent != null && parent.type == AttrType.M;
  }

  boolean member() {
    return parent != null && parent.type.isSet();
  }

  /// What stands in the name column: the name, or the place in a list or set.
  String label() {
    return named() ? name : String.valueOf(index());
  }

  /// The place among the elements that are left.
  int index() {
    int index = 0;
    for (DraftNode sibling : parent == null ? List.<DraftNode>of() : parent.children) {
      if (sibling == this) {
        return index;
      }
      index += sibling.removed ? 0 : 1;
    }
    return index;
  }

  void setName(String now) {
    name = now;
  }

  void setText(String now) {
    text = now;
  }

  void setTruth(boolean now) {
    truth = now;
  }

  void setRemoved(boolean now) {
    removed = now;
  }

  void setTouched() {
    touched = true;
  }

  void setType(AttrType now) {
    type = now;
  }

  /// The type before it became Null, so that nothing is lost on the way back.
  AttrType formerType() {
    return formerType;
  }

  void setFormerType(AttrType former) {
    formerType = former;
  }

  /// Takes a value on; children find their originals by name or place.
  void hold(Attr value) {
    type = value.type();
    children.clear();
    switch (value) {
      case Attr.S(String content) -> text = content;
      case Attr.N(String digits) -> text = digits;
      case Attr.B(Bytes bytes) -> text = bytes.toBase64();
      case Attr.Bool(boolean content) -> truth = content;
      case Attr.Null _ -> {}
      case Attr.SS(var members) -> members.forEach(member -> member(new Attr.S(member)));
      case Attr.NS(var members) -> members.forEach(member -> member(new Attr.N(member)));
      case Attr.BS(var members) -> members.forEach(member -> member(new Attr.B(member)));
      case Attr.L(var elements) -> holdElements(elements);
      case Attr.M(var fields) ->
          holdFields(
              fields,
              original instanceof Attr.M(var were) ? were : new LinkedHashMap<>(),
              _ -> false);
    }
  }

  /// Takes fields on in their order; fields that only the original has become ghosts in about their
  /// old place.
  void holdFields(
      SequencedMap<String, Attr> fields,
      SequencedMap<String, Attr> originals,
      Predicate<String> keys) {
    children.clear();
    fields.forEach((field, value) ->
        children.add(of(this, field, value, originals.get(field), keys.test(field))));
    int place = 0;
    for (var was : originals.entrySet()) {
      if (!fields.containsKey(was.getKey())) {
        DraftNode ghost =
            of(this, was.getKey(), was.getValue(), was.getValue(), keys.test(was.getKey()));
        ghost.removed = true;
        children.add(Math.min(place, children.size()), ghost);
      }
      place++;
    }
  }

  private void holdElements(List<Attr> elements) {
    List<Attr> were = original instanceof Attr.L(var list) ? list : List.of();
    for (int i = 0; i < Math.max(elements.size(), were.size()); i++) {
      Attr was = i < were.size() ? were.get(i) : null;
      boolean ghost = i >= elements.size();
      DraftNode child = of(this, "", ghost ? were.get(i) : elements.get(i), was, false);
      child.place = was == null ? -1 : i;
      child.removed = ghost;
      children.add(child);
    }
  }

  private void member(Attr value) {
    children.add(of(this, "", value, null, false));
  }

  /// The value as far as there is one: Base64 that is none counts as the bytes of its text, of two
  /// fields of one name the last stands.
  Attr toAttr() {
    return switch (type) {
      case S -> new Attr.S(text);
      case N -> new Attr.N(text);
      case B -> new Attr.B(bytes());
      case BOOL -> new Attr.Bool(truth);
      case NULL -> new Attr.Null();
      case SS -> Attr.SS.of(live().stream().map(DraftNode::text).toList());
      case NS -> Attr.NS.of(live().stream().map(DraftNode::text).toList());
      case BS -> Attr.BS.of(live().stream().map(DraftNode::bytes).toList());
      case L -> new Attr.L(live().stream().map(DraftNode::toAttr).toList());
      case M -> new Attr.M(fields());
    };
  }

  SequencedMap<String, Attr> fields() {
    var fields = new LinkedHashMap<String, Attr>();
    for (DraftNode child : children) {
      if (!child.removed) {
        fields.put(child.name, child.toAttr());
      }
    }
    return fields;
  }

  private Bytes bytes() {
    try {
      return Bytes.fromBase64(text);
    } catch (IllegalArgumentException _) {
      return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  boolean isBase64() {
    try {
      Bytes.fromBase64(text);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// How this node by itself differs from the original; a document is not edited by its children.
  Mark mark() {
    if (removed) {
      return Mark.REMOVED;
    }
    if (parent == null || member()) {
      return Mark.NONE;
    }
    if (original == null) {
      return Mark.ADDED;
    }
    if (displaced || named() && !name.equals(originalName) || type != original.type()) {
      return Mark.EDITED;
    }
    return type.isDocument() || ItemDiff.same(toAttr(), original) ? Mark.NONE : Mark.EDITED;
  }

  /// Whether anything here or below differs from the original.
  boolean changed() {
    return mark() != Mark.NONE
        || type.isDocument() && children.stream().anyMatch(DraftNode::changed);
  }
}
