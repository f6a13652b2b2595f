package dev.sortkey.ui.createtable;

import dev.sortkey.core.text.Messages;
import java.util.Locale;

/// The steps of the wizard, in their order.
enum Step {
  DETAILS,
  SETTINGS,
  CLASS,
  CALCULATOR,
  CAPACITY,
  INDEXES,
  ENCRYPTION,
  PROTECTION,
  POLICY,
  TAGS,
  REVIEW;

  String title() {
    return Messages.text("createtable.step." + name().toLowerCase(Locale.ROOT));
  }

  /// Whether it is only for those who customize.
  boolean custom() {
    return this != DETAILS && this != SETTINGS && this != REVIEW;
  }

  /// Which step holds a field, by [dev.sortkey.core.table.TableRules]' names and the forms' own.
  static Step of(String field) {
    return switch (field.split("[.\\[]", 2)[0]) {
      case "name", "partition", "sort" -> DETAILS;
      case "ttl" -> SETTINGS;
      case "load" -> CALCULATOR;
      case "index", "indexes" -> INDEXES;
      case "encryption" -> ENCRYPTION;
      case "recovery" -> PROTECTION;
      case "policy" -> POLICY;
      case "tag", "tags" -> TAGS;
      default -> CAPACITY;
    };
  }
}
