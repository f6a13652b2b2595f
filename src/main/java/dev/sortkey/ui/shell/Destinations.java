package dev.sortkey.ui.shell;

import dev.sortkey.ui.workbench.Destination;
import java.util.Optional;

/// Writes destinations as text, so that open tabs can be remembered.
final class Destinations {
  private static final String ITEMS = "items:";
  private static final String CREATE_TABLE = "create-table";
  private static final String CALLS = "calls";

  private Destinations() {}

  static String text(Destination destination) {
    return switch (destination) {
      case Destination.Items(String table) -> ITEMS + table;
      case Destination.CreateTable _ -> CREATE_TABLE;
      case Destination.Calls _ -> CALLS;
    };
  }

  /// Empty for what an older or newer Sortkey wrote.
  static Optional<Destination> parse(String text) {
    if (text.startsWith(ITEMS)) {
      return Optional.of(new Destination.Items(text.substring(ITEMS.length())));
    }
    return switch (text) {
      case CREATE_TABLE -> Optional.of(new Destination.CreateTable());
      case CALLS -> Optional.of(new Destination.Calls());
      default -> Optional.empty();
    };
  }
}
