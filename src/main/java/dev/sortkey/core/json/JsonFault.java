package dev.sortkey.core.json;

/// The text is no JSON, or JSON that is no item. Lines and columns count from 1.
public final class JsonFault extends Exception {
  private final int line;
  private final int column;

  public JsonFault(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
