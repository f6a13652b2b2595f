package dev.sortkey.core.value;

/// The ten types of a DynamoDB attribute, by the descriptors of the low-level API.
public enum AttrType {
  S,
  N,
  B,
  BOOL,
  NULL,
  L,
  M,
  SS,
  NS,
  BS;

  public boolean isSet() {
    return this == SS || this == NS || this == BS;
  }

  /// Lists and maps, which hold further attributes.
  public boolean isDocument() {
    return this == L || this == M;
  }
}
