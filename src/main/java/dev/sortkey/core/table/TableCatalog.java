package dev.sortkey.core.table;

import java.util.List;

/// The tables of one endpoint. All methods block, end at an interrupt, and throw a
/// [dev.sortkey.core.problem.ProblemException].
public interface TableCatalog {
  /// The names of all tables, every page of them, in the endpoint's order.
  List<String> names();

  /// NOT_FOUND when there is no such table.
  TableSchema describe(String name);

  /// Asks for the table; it is CREATING until a later [#describe] says ACTIVE.
  TableSchema create(TableDraft draft);

  /// Asks for the table's deletion; it is DELETING until [#describe] says NOT_FOUND.
  void delete(String name);
}
