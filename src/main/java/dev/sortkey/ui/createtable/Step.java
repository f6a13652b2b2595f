package dev.sortkey.ui.createtable;

import dev.sortkey.core.text.Messages;
import java.util.Locale;

/// The steps of the wizard, in their order.
enum Step {
  DETAILS,
  CAPACITY,
  INDEXES,
  PROTECTION,
  REVIEW;

  String title() {
    return Messages.text("createtable.step." + name().toLowerCase(Locale.ROOT));
  }

  /// Which step holds a field of the draft, by [dev.sortkey.core.table.TableRules]' names.
  static Step of(String field) {
    if (field.startsWith("index")) {
      return INDEXES;
    }
    return field.startsWith("capacity") ? CAPACITY : DETAILS;
  }
}
