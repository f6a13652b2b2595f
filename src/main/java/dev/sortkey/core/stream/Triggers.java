package dev.sortkey.core.stream;

import java.util.List;
import java.util.Optional;

/// Lambda functions that a stream calls. All methods block, end at an interrupt, and throw a
/// [dev.sortkey.core.problem.ProblemException].
public interface Triggers {
  /// All triggers of a stream, every page of them.
  List<Trigger> list(String streamArn);

  /// One trigger as it is now; empty once it is deleted.
  Optional<Trigger> get(String id);

  /// The names of the account's functions in this region, every page of them.
  List<String> functions();

  /// Asks for a trigger, which is CREATING at first.
  ///
  /// @return its id
  String create(TriggerDraft draft);

  /// Asks to turn it on or off.
  void setEnabled(String id, boolean enabled);

  /// Asks to delete it, which leaves the function itself alone.
  void delete(String id);
}
