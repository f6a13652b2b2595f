package dev.sortkey.core.table;

import dev.sortkey.core.value.AttrType;

/// The types that a key attribute may have.
public enum KeyType {
  S,
  N,
  B;

  public AttrType attrType() {
    return AttrType.valueOf(name());
  }
}
