package dev.sortkey.ui.editor;

import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.DynamoNumber;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds what keeps a draft from being saved: first what only a draft can hold, then DynamoDB's own
/// rules, each beside the node it is about.
final class DraftRules {
  private final ItemDraft draft;
  private final List<DraftFlaw> flaws = new ArrayList<>();
  private final Set<DraftNode> flawed = new HashSet<>();

  DraftRules(ItemDraft draft) {
    this.draft = draft;
  }

  List<DraftFlaw> check(Item item) {
    names(draft.root());
    draft.root().live().forEach(this::value);
    ItemRules.check(item).forEach(this::place);
    TableRules.checkKey(draft.table(), item).forEach(this::place);
    return List.copyOf(flaws);
  }

  private void value(DraftNode node) {
    if (node.key() && !draft.isNew() && node.mark() != DraftNode.Mark.NONE) {
      add(node, "editor.flaw.key", false, false);
    }
    if (node.type() == AttrType.B && !node.isBase64()) {
      add(node, "editor.flaw.base64", false, true);
    }
    if (node.type().isDocument()) {
      if (node.type() == AttrType.M) {
        names(node);
      }
      node.live().forEach(this::value);
    } else if (node.type().isSet()) {
      members(node);
    }
  }

  private void names(DraftNode map) {
    Set<String> seen = new HashSet<>();
    for (DraftNode child : map.live()) {
      if (!seen.add(child.name())) {
        add(child, "editor.flaw.name-twice", true, true);
      } else if (child.name().isEmpty() && map.parent() == null) {
        add(child, "editor.flaw.name-empty", true, false);
      }
    }
  }

  private void members(DraftNode set) {
    Set<String> texts = new HashSet<>();
    Set<String> values = new HashSet<>();
    for (DraftNode member : set.live()) {
      String text = member.text();
      String value = member.type() == AttrType.N ? DynamoNumber.canonical(text) : text;
      boolean sameText = !texts.add(text);
      if (!values.add(value)) {
        member(set, member, Messages.text("editor.flaw.member-twice", text), sameText);
      } else if (member.type() == AttrType.B && !member.isBase64()) {
        member(set, member, Messages.text("editor.flaw.base64"), true);
      } else if (member.type() == AttrType.N) {
        DynamoNumber.flaw(text).ifPresent(flaw -> member(set, member, flaw, false));
      }
    }
  }

  private void member(DraftNode set, DraftNode member, String message, boolean beyondJson) {
    flaws.add(new DraftFlaw(member, message, false, beyondJson));
    flawed.add(set);
  }

  private void add(DraftNode node, String key, boolean name, boolean beyondJson) {
    flaws.add(new DraftFlaw(node, Messages.text(key), name, beyondJson));
    flawed.add(node);
  }

  /// A rule's flaw goes to its node, unless the draft's own flaw already says it.
  private void place(ItemRules.Flaw flaw) {
    DraftNode node = flaw.path() == null ? null : draft.at(flaw.path());
    if (node == null) {
      flaws.add(new DraftFlaw(null, flaw.message(), false, false));
    } else if (flawed.add(node)) {
      flaws.add(new DraftFlaw(node, flaw.message(), false, false));
    }
  }
}
