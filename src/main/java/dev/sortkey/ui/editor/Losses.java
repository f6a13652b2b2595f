package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says in words what a change of type would lose.
final class Losses {
  private Losses() {}

  /// Nothing when all of the value has a place in the type.
  static Optional<String> of(DraftNode node, AttrType to) {
    AttrType from = node.type();
    if (from == to || from == AttrType.NULL) {
      return Optional.empty();
    }
    if (to == AttrType.NULL) {
      boolean empty =
          node.holdsChildren()
              ? node.live().isEmpty()
              : from != AttrType.BOOL && node.text().isEmpty();
      return empty ? Optional.empty() : said("all");
    }
    if (!node.holdsChildren()) {
      return scalar(node, to.isSet() ? Retype.memberType(to) : to);
    }
    List<DraftNode> live = node.live();
    if (live.isEmpty()) {
      return Optional.empty();
    }
    if (from == AttrType.M && to != AttrType.S && !Retype.wrapped(node)) {
      return said("names", live.size());
    }
    if (to.isSet()) {
      return set(node, live, to);
    }
    return to.isDocument() || Retype.asJson(node, from, to)
        ? Optional.empty()
        : scalar(live.getFirst(), to);
  }

  private static Optional<String> set(DraftNode node, List<DraftNode> live, AttrType to) {
    AttrType member = Retype.memberType(to);
    long others = live.stream().filter(child -> child.type() != member).count();
    if (node.type() == AttrType.L && live.size() > 1) {
      return others > 0
          ? said("order-and-kinds", live.size(), others, kind(member))
          : said("order", live.size());
    }
    return live.stream().map(child -> scalar(child, member)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> scalar(DraftNode node, AttrType to) {
    AttrType from = node.type();
    if (from == to || from == AttrType.BOOL || node.text().isEmpty()) {
      return Optional.empty();
    }
    return switch (to) {
      case BOOL ->
          Retype.truth(node.text()).isPresent() && from != AttrType.B
              ? Optional.empty()
              : said("truth", Glance.of(node.toAttr()));
      case S, N -> {
        if (from == AttrType.B && Retype.decoded(node.text()).isEmpty()) {
          yield said("bytes");
        }
        yield to == AttrType.N && from == AttrType.S && !node.text().equals(node.text().strip())
            ? said("blanks")
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /// As a type badge names it, which is a control and needs a toolkit.
  private static String kind(AttrType type) {
    return Messages.text("kit.type." + type.name().toLowerCase(Locale.ROOT));
  }

  private static Optional<String> said(String key, Object... arguments) {
    return Optional.of(Messages.text("editor.lose." + key, arguments));
  }
}
