package dev.sortkey.core.value;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// One attribute value, exactly as DynamoDB holds it: a number keeps its digits as text, a set its
/// type, binary its bytes. Values may break DynamoDB's rules (an empty set, a number of 39 digits),
/// since a person may be typing them; [ItemRules] says what is wrong.
public sealed interface Attr {
  AttrType type();

  /// Whether both are the same to DynamoDB, which keeps a number's value and not how it was
  /// written, and neither the order of fields nor that of a set.
  default boolean same(Attr other) {
    return SameAttr.same(this, other);
  }

  record S(String value) implements Attr {
    @Override
    public AttrType type() {
      return AttrType.S;
    }
  }

  /// A number by its digits as they were written; never a double.
  record N(String digits) implements Attr {
    @Override
    public AttrType type() {
      return AttrType.N;
    }
  }

  record B(Bytes value) implements Attr {
    @Override
    public AttrType type() {
      return AttrType.B;
    }
  }

  record Bool(boolean value) implements Attr {
    @Override
    public AttrType type() {
      return AttrType.BOOL;
    }
  }

  record Null() implements Attr {
    @Override
    public AttrType type() {
      return AttrType.NULL;
    }
  }

  /// A string set; it remembers the order it was given in and compares without it.
  record SS(SequencedSet<String> values) implements Attr {
    public SS {
      values = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(values));
    }

    public static SS of(Collection<String> values) {
      return new SS(new LinkedHashSet<>(values));
    }

    @Override
    public AttrType type() {
      return AttrType.SS;
    }
  }

  record NS(SequencedSet<String> values) implements Attr {
    public NS {
      values = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(values));
    }

    public static NS of(Collection<String> values) {
      return new NS(new LinkedHashSet<>(values));
    }

    @Override
    public AttrType type() {
      return AttrType.NS;
    }
  }

  record BS(SequencedSet<Bytes> values) implements Attr {
    public BS {
      values = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(values));
    }

    public static BS of(Collection<Bytes> values) {
      return new BS(new LinkedHashSet<>(values));
    }

    @Override
    public AttrType type() {
      return AttrType.BS;
    }
  }

  record L(List<Attr> elements) implements Attr {
    public L {
      elements = List.copyOf(elements);
    }

    @Override
    public AttrType type() {
      return AttrType.L;
    }
  }

  /// A map; it remembers the order of its fields and compares without it, as DynamoDB does.
  record M(SequencedMap<String, Attr> fields) implements Attr {
    public M {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    public static M of(Map<String, Attr> fields) {
      return new M(new LinkedHashMap<>(fields));
    }

    @Override
    public AttrType type() {
      return AttrType.M;
    }
  }
}
