package dev.sortkey.core.library;

import dev.sortkey.core.value.AttrType;
import java.util.List;

/// A query with a name, to be run again.
///
/// @param id a file's name without its ending; never changes
/// @param folder the path of its folder, with slashes between, empty at the top
/// @param note what it is for, may be empty
/// @param parameters what is asked for when it is run
public record SavedQuery(
    String id, String name, String folder, String note, Asked asked, List<Parameter> parameters) {
  /// A value that is asked for at run time. In the query it stands as the string `{{name}}`, in
  /// place of a value of any type.
  ///
  /// @param usual what is offered, as text; may be empty
  public record Parameter(String name, AttrType type, String usual) {
    public String placeholder() {
      return "{{" + name + "}}";
    }
  }

  public SavedQuery {
    parameters = List.copyOf(parameters);
  }
}
