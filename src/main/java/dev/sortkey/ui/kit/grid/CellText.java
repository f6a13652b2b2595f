package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.value.Attr;

/// The short text of a value in a cell; never longer than a cell can show, however large the value.
///
/// @param head what stands before it in the type's colour, such as `[2 items]`, or empty
/// @param body the value, or a preview of what is in it
public record CellText(String head, String body) {
  /// The text of a value. Null, empty strings and empty binary have neither head nor body.
  public static CellText of(Attr value) {
    return new CellText("", value.toString());
  }
}
