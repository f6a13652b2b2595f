package dev.sortkey.ui.editor;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Gives a node another type and keeps of its value what the new type can hold.
final class Retype {
  /// The name of a scalar in the map that it becomes.
  private static final String WRAP = "value";

  private Retype() {}

  /// Whether the value has a place in the type; if not, the change would lose something.
  static boolean fits(DraftNode node, AttrType to) {
    AttrType from = from(node);
    if (from == to || to == AttrType.NULL || !holds(from)) {
      return true;
    }
    List<DraftNode> live = node.live();
    return switch (to) {
      case L, M -> true;
      case SS, NS, BS -> live.stream().allMatch(child -> scalar(child.type()));
      case S -> true;
      default -> live.isEmpty() || live.size() == 1 && scalar(live.getFirst().type());
    };
  }

  static void apply(DraftNode node, AttrType to) {
    AttrType from = from(node);
    if (to == AttrType.NULL) {
      node.setFormerType(from);
      node.setType(to);
      return;
    }
    node.setType(to);
    if (from == to) {
      return;
    }
    if (holds(from)) {
      fromParent(node, from, to);
    } else if (holds(to)) {
      fromScalar(node, from, to);
    } else {
      scalar(node, from, node.text(), node.truth(), to);
    }
  }

  private static AttrType from(DraftNode node) {
    return node.type() == AttrType.NULL ? node.formerType() : node.type();
  }

  private static void fromParent(DraftNode node, AttrType from, AttrType to) {
    List<DraftNode> old = node.live();
    if (asJson(node, from, to)) {
      Attr value =
          from == AttrType.M
              ? new Attr.M(node.fields())
              : new Attr.L(old.stream().map(DraftNode::toAttr).toList());
      node.setText(PlainJson.write(value, false));
      node.children().clear();
      return;
    }
    if (!holds(to)) {
      if (old.isEmpty()) {
        node.setText("");
      } else {
        DraftNode only = old.getFirst();
        scalar(node, only.type(), only.text(), only.truth(), to);
      }
      node.children().clear();
      return;
    }
    List<DraftNode> renewed = new ArrayList<>();
    for (DraftNode child : old) {
      String name =
          to != AttrType.M ? "" : child.name().isEmpty() ? "" + renewed.size() : child.name();
      renewed.add(copy(node, name, child, to));
    }
    node.children().clear();
    node.children().addAll(renewed);
  }

  private static void fromScalar(DraftNode node, AttrType from, AttrType to) {
    node.children().clear();
    Optional<Attr> document = from == AttrType.S ? document(node.text(), to) : Optional.empty();
    if (document.isPresent()) {
      node.hold(document.get());
      return;
    }
    if (from == AttrType.NULL || from != AttrType.BOOL && node.text().isEmpty()) {
      return;
    }
    var child = DraftNode.fresh(node, to == AttrType.M ? WRAP : "", from, false);
    AttrType type = to.isSet() ? memberType(to) : from;
    child.setType(type);
    scalar(child, from, node.text(), node.truth(), type);
    child.setTouched();
    node.children().add(child);
  }

  /// A copy of a child for a parent of another type; documents are carried over whole.
  private static DraftNode copy(DraftNode parent, String name, DraftNode child, AttrType to) {
    if (!to.isSet()) {
      return DraftNode.moved(parent, name, child);
    }
    AttrType type = memberType(to);
    var copy = DraftNode.fresh(parent, name, type, false);
    scalar(copy, child.type(), child.text(), child.truth(), type);
    copy.setTouched();
    return copy;
  }

  private static void scalar(
      DraftNode node, AttrType from, String text, boolean truth, AttrType to) {
    if (to == AttrType.BOOL) {
      node.setText(text);
      node.setTruth(from == AttrType.BOOL ? truth : truth(text).orElse(false));
      return;
    }
    String plain =
        switch (from) {
          case BOOL -> to == AttrType.N ? truth ? "1" : "0" : String.valueOf(truth);
          case B -> to == AttrType.B ? text : decoded(text).orElse(text);
          default -> text;
        };
    node.setText(
        to == AttrType.B && from != AttrType.B
            ? Bytes.of(plain.getBytes(StandardCharsets.UTF_8)).toBase64()
            : to == AttrType.N ? plain.strip() : plain);
  }

  /// What a text says of a truth, if it does.
  static Optional<Boolean> truth(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// The text that bytes are in UTF-8, if they are one.
  static Optional<String> decoded(String base64) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Bytes.fromBase64(base64).toArray()))
              .toString());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// Whether it becomes a string of JSON: it holds more than what a scalar was made to.
  static boolean asJson(DraftNode node, AttrType from, AttrType to) {
    List<DraftNode> live = node.live();
    return to == AttrType.S
        && !live.isEmpty()
        && (live.size() > 1
            || !scalar(live.getFirst().type())
            || from == AttrType.M && !wrapped(node));
  }

  /// Whether a map is what a scalar becomes as a map.
  static boolean wrapped(DraftNode map) {
    return map.live().size() == 1 && map.live().getFirst().name().equals(WRAP);
  }

  private static Optional<Attr> document(String text, AttrType type) {
    if (!type.isDocument()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PlainJson.readAttr(text)).filter(value -> value.type() == type);
    } catch (JsonFault _) {
      return Optional.empty();
    }
  }

  static AttrType memberType(AttrType set) {
    return switch (set) {
      case NS -> AttrType.N;
      case BS -> AttrType.B;
      default -> AttrType.S;
    };
  }

  private static boolean holds(AttrType type) {
    return type.isDocument() || type.isSet();
  }

  private static boolean scalar(AttrType type) {
    return type == AttrType.S || type == AttrType.N || type == AttrType.B || type == AttrType.BOOL;
  }
}
