package dev.sortkey.core.purge;

import java.util.List;

/// Where the tables that are being dropped are noted down until they are there again. All methods
/// block and throw a [dev.sortkey.core.problem.ProblemException] when the file is in the way.
public interface DroppedTables {
  /// On the disk once this returns; one of the same table is replaced.
  void keep(Dropped table);

  /// Those of a connection, by name.
  List<Dropped> of(String connection);

  /// The files of a connection that hold no table that this Sortkey can read; they stay.
  List<String> unreadable(String connection);

  void forget(String connection, String table);
}
