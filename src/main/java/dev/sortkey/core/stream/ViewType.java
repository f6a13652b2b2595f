package dev.sortkey.core.stream;

/// How much of an item its change records hold. It cannot be changed on a running stream.
public enum ViewType {
  KEYS_ONLY(false, false),
  NEW_IMAGE(false, true),
  OLD_IMAGE(true, false),
  NEW_AND_OLD_IMAGES(true, true);

  private final boolean before;
  private final boolean after;

  ViewType(boolean before, boolean after) {
    this.before = before;
    this.after = after;
  }

  /// Whether records hold the item as it was.
  public boolean before() {
    return before;
  }

  /// Whether records hold the item as it became.
  public boolean after() {
    return after;
  }
}
