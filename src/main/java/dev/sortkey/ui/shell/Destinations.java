package dev.sortkey.ui.shell;

import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.TablePage;
import java.util.Locale;
import java.util.Optional;

/// Writes destinations as text, so that open tabs can be remembered.
final class Destinations {
  private static final String CREATE_TABLE = "create-table";
  private static final String BACKUPS = "backups";
  private static final String TRANSFERS = "transfers";
  private static final String PARTIQL = "partiql";
  private static final String LIBRARY = "library";
  private static final String REVIEW = "review";
  private static final String CALLS = "calls";
  private static final String CODE = "code:";

  private Destinations() {}

  static String text(Destination destination) {
    return switch (destination) {
      case Destination.Table(String table, TablePage page) -> prefix(page) + table;
      case Destination.CreateTable _ -> CREATE_TABLE;
      case Destination.Backups _ -> BACKUPS;
      case Destination.Transfers _ -> TRANSFERS;
      case Destination.Code(String table, _) -> CODE + table;
      case Destination.Query(String table, _, _) -> prefix(TablePage.ITEMS) + table;
      case Destination.OneItem(String table, _) -> prefix(TablePage.ITEMS) + table;
      case Destination.PartiQl _ -> PARTIQL;
      case Destination.Library _ -> LIBRARY;
      case Destination.Review _ -> REVIEW;
      case Destination.Calls _ -> CALLS;
    };
  }

  /// Empty for what an older or newer Sortkey wrote.
  static Optional<Destination> parse(String text) {
    for (TablePage page : TablePage.values()) {
      if (text.startsWith(prefix(page))) {
        String table = text.substring(prefix(page).length());
        return Optional.of(new Destination.Table(table, page));
      }
    }
    if (text.startsWith(CODE)) {
      return Optional.of(new Destination.Code(text.substring(CODE.length()), null));
    }
    return switch (text) {
      case CREATE_TABLE -> Optional.of(new Destination.CreateTable());
      case BACKUPS -> Optional.of(new Destination.Backups());
      case TRANSFERS -> Optional.of(new Destination.Transfers());
      case PARTIQL -> Optional.of(new Destination.PartiQl());
      case LIBRARY -> Optional.of(new Destination.Library());
      case REVIEW -> Optional.of(new Destination.Review(null));
      case CALLS -> Optional.of(new Destination.Calls());
      default -> Optional.empty();
    };
  }

  private static String prefix(TablePage page) {
    return page.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":";
  }
}
