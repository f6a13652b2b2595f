package dev.sortkey.ui.overview;

import dev.sortkey.ui.workbench.TablePage;
import org.jspecify.annotations.Nullable;

/// One thing to know of a table, and the page where it is changed.
///
/// @param id what it is about: `overview.fact.<id>` names it
/// @param detail why, or what follows from it, or null
/// @param known false while it is on its way, or where the endpoint does not say
/// @param page null for what nobody changes
record Fact(
    String id,
    Group group,
    String value,
    @Nullable String detail,
    boolean known,
    @Nullable TablePage page) {
  /// How facts stand together.
  enum Group {
    CONTENT,
    SETTINGS,
    IDENTITY
  }
}
