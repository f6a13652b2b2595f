package dev.sortkey.core.table;

/// Who else may do what with a table, and which revision this is, so that nobody's change is
/// overwritten.
public record ResourcePolicy(String json, String revision) {
  /// The revision to expect where there is no policy yet (API Reference, PutResourcePolicy).
  public static final String NONE = "NO_POLICY";
}
