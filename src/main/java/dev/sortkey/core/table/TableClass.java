package dev.sortkey.core.table;

/// What storage and requests cost: infrequent access has cheap storage and dear requests.
public enum TableClass {
  STANDARD,
  STANDARD_INFREQUENT_ACCESS
}
