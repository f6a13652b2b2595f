package dev.sortkey.core.table;

/// What a record of a table's stream holds of the changed item.
public enum StreamView {
  KEYS_ONLY,
  NEW_IMAGE,
  OLD_IMAGE,
  NEW_AND_OLD_IMAGES
}
