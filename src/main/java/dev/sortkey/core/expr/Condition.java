package dev.sortkey.core.expr;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.util.List;

/// A condition on the attributes of an item: all that DynamoDB's condition and filter expressions
/// can say (Developer Guide, "Condition and filter expressions, operators, and functions").
public sealed interface Condition {
  enum Comparison {
    EQ("="),
    NE("<>"),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  record Compare(AttrPath path, Comparison comparison, Attr value) implements Condition {}

  /// Inclusive at both ends.
  record Between(AttrPath path, Attr low, Attr high) implements Condition {}

  /// At most 100 values.
  record In(AttrPath path, List<Attr> values) implements Condition {
    public In {
      values = List.copyOf(values);
    }
  }

  record Exists(AttrPath path) implements Condition {}

  record NotExists(AttrPath path) implements Condition {}

  record HasType(AttrPath path, AttrType type) implements Condition {}

  /// On strings and binary.
  record BeginsWith(AttrPath path, Attr prefix) implements Condition {}

  /// A substring, an element of a set or of a list.
  record Contains(AttrPath path, Attr operand) implements Condition {}

  /// Compares what the function `size` gives: characters, bytes, or elements by type.
  record Size(AttrPath path, Comparison comparison, long size) implements Condition {}

  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition part) implements Condition {}
}
