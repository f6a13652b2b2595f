package dev.sortkey.ui.items;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.Formula;
import dev.sortkey.core.bulk.Operation;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.typing.TypedValue;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.DynamoNumber;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is typed of a change of many items, and the change that it says.
final class BulkDraft {
  /// What is done to each.
  enum Kind {
    SET,
    REMOVE,
    RENAME,
    ADD,
    APPEND,
    CONVERT,
    REPLACE,
    COMPUTE,
    DELETE
  }

  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.SET);
  private final ObjectProperty<AttrType> type = new SimpleObjectProperty<>(AttrType.S);
  private final StringProperty path = new SimpleStringProperty("");
  private final StringProperty value = new SimpleStringProperty("");
  private final StringProperty pattern = new SimpleStringProperty("");
  private final BooleanProperty regex = new SimpleBooleanProperty();

  /// @param changed told whenever something else is typed
  BulkDraft(Runnable changed) {
    for (var property : List.of(kind, type, path, value, pattern, regex)) {
      property.addListener(_ -> changed.run());
    }
  }

  ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /// Of the value, or to convert to.
  ObjectProperty<AttrType> typeProperty() {
    return type;
  }

  StringProperty pathProperty() {
    return path;
  }

  /// The value, the new name, the amount, the replacement or the formula.
  StringProperty valueProperty() {
    return value;
  }

  /// What a replacement looks for.
  StringProperty patternProperty() {
    return pattern;
  }

  BooleanProperty regexProperty() {
    return regex;
  }

  /// @throws IllegalArgumentException when something is missing or wrong; the message is for the
  ///   person
  BulkEdit read() {
    if (kind.get() == Kind.DELETE) {
      return new BulkEdit.Delete();
    }
    if (path.get().isBlank()) {
      throw new IllegalArgumentException(Messages.text("items.bulk.path-missing"));
    }
    AttrPath at = AttrPath.parse(path.get().strip());
    String text = value.get();
    return new BulkEdit.Steps(
        List.of(
            switch (kind.get()) {
              case SET -> new Operation.Put(at, TypedValue.read(type.get(), text));
              case REMOVE -> new Operation.Remove(at);
              case RENAME -> new Operation.Rename(at, name(text));
              case ADD -> new Operation.Add(at, amount(text));
              case APPEND -> new Operation.Append(at, TypedValue.read(type.get(), text));
              case CONVERT -> new Operation.Convert(at, type.get());
              case REPLACE -> replace(at, text);
              case COMPUTE -> new Operation.Compute(at, Formula.parse(text));
              case DELETE -> throw new IllegalStateException("said above");
            }));
  }

  private static String name(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(Messages.text("items.bulk.name-missing"));
    }
    return text.strip();
  }

  private static String amount(String text) {
    DynamoNumber.flaw(text.strip())
        .ifPresent(why -> {
          throw new IllegalArgumentException(why);
        });
    return text.strip();
  }

  private Operation.Replace replace(AttrPath at, String replacement) {
    String sought = pattern.get();
    if (sought.isEmpty()) {
      throw new IllegalArgumentException(Messages.text("items.bulk.pattern-missing"));
    }
    if (!regex.get()) {
      return new Operation.Replace(
          at, sought, Pattern.LITERAL, Matcher.quoteReplacement(replacement));
    }
    try {
      Pattern.compile(sought);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          Messages.text("items.bulk.pattern-wrong", e.getDescription(), e.getIndex() + 1), e);
    }
    return new Operation.Replace(at, sought, 0, replacement);
  }
}
