package dev.sortkey.ui.editor;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Edits of a node that can go wrong or lose something: they say so at the node and change nothing
/// before the person agrees.
final class NodeEdits {
  private final DraftViewModel model;
  private final ReadOnlyObjectWrapper<@Nullable RowAsk> asked = new ReadOnlyObjectWrapper<>();

  NodeEdits(DraftViewModel model) {
    this.model = model;
  }

  /// What a row says or asks just now, or null.
  ReadOnlyObjectProperty<@Nullable RowAsk> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  void say(DraftNode node, String words) {
    asked.set(new RowAsk(node, words, null));
  }

  /// Does what was asked about.
  void agree() {
    RowAsk now = asked.get();
    asked.set(null);
    if (now != null && now.yes() != null) {
      now.yes().run();
    }
  }

  void dismiss() {
    asked.set(null);
  }

  /// Gives a node another type; asks first where something would be lost.
  ///
  /// @return whether it is done
  boolean convert(DraftNode node, AttrType type) {
    Optional<String> loss =
        model.allows(node, type) ? Losses.of(node, type) : Optional.<String>empty();
    if (loss.isPresent()) {
      asked.set(new RowAsk(node, loss.get(), () -> model.retype(node, type)));
      return false;
    }
    model.retype(node, type);
    return true;
  }

  /// Puts JSON in the place of a node's value.
  ///
  /// @return whether it is done
  boolean paste(DraftNode node, @Nullable String text) {
    Attr value = read(node, text);
    if (value == null) {
      return false;
    }
    ItemDraft draft = model.required();
    if (draft.valueGuarded(node)) {
      say(node, Messages.text(node.removed() ? "editor.paste.removed" : "editor.paste.key"));
      return false;
    }
    if (!draft.takes(node, value.type())) {
      say(node, Messages.text(node.key() ? "editor.paste.key-type" : "editor.paste.member"));
      return false;
    }
    draft.put(node, value);
    model.edited();
    return true;
  }

  /// Adds JSON to a list, map or set.
  ///
  /// @return whether it is done
  boolean pasteInside(DraftNode parent, @Nullable String text) {
    Attr value = read(parent, text);
    if (value == null) {
      return false;
    }
    ItemDraft draft = model.required();
    if (parent.type() == AttrType.M) {
      if (!(value instanceof Attr.M(var fields))) {
        say(parent, Messages.text("editor.paste.fields"));
        return false;
      }
      for (DraftNode field : parent.live()) {
        if (fields.containsKey(field.name())) {
          say(parent, Messages.text("editor.paste.there", field.name()));
          return false;
        }
      }
    } else if (parent.type().isSet()
        && value.type() != parent.type()
        && value.type() != Retype.memberType(parent.type())) {
      say(parent, Messages.text("editor.paste.member"));
      return false;
    }
    draft.insert(parent, value);
    model.edited();
    return true;
  }

  private @Nullable Attr read(DraftNode node, @Nullable String text) {
    if (text == null || text.isBlank()) {
      say(node, Messages.text("editor.paste.nothing"));
      return null;
    }
    try {
      return PastedJson.read(text);
    } catch (JsonFault e) {
      say(node, Messages.text("editor.paste.fault", e.line(), e.column(), e.getMessage()));
      return null;
    }
  }
}
