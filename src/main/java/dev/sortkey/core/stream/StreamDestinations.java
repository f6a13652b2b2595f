package dev.sortkey.core.stream;

import java.util.List;

/// Kinesis streams that receive a table's changes. All methods block, end at an interrupt, and
/// throw a [dev.sortkey.core.problem.ProblemException].
public interface StreamDestinations {
  /// Those of a table, with those that were turned off of late.
  List<KinesisDestination> list(String table);

  /// Asks for a destination, which is ENABLING at first.
  void enable(String table, String streamArn, KinesisDestination.Precision precision);

  /// Asks to turn a destination off, which leaves the Kinesis stream alone.
  void disable(String table, String streamArn);
}
