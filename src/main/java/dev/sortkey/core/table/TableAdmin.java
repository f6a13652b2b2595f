package dev.sortkey.core.table;

import dev.sortkey.core.progress.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Settings of a table beyond its keys. All methods block, end at an interrupt, and throw a
/// [dev.sortkey.core.problem.ProblemException]; what the endpoint does not offer is
/// UNSUPPORTED_BY_ENDPOINT.
public interface TableAdmin {
  /// NOT_FOUND when there is no such table.
  TableDetails details(String table);

  /// Asks for the change; it is done once [TableDetails#settled]. INVALID_REQUEST while another is
  /// under way.
  TableDetails update(String table, TableUpdate update);

  /// Asks again and again until nothing about the table is under way, and returns what came last;
  /// stops early when the progress is cancelled.
  ///
  /// @param each told after each question
  TableDetails follow(String table, Duration every, Progress progress, Consumer<TableDetails> each);

  TimeToLive timeToLive(String table);

  /// Switches expiry by the attribute on or off; to change the attribute, first off, then on.
  void setTimeToLive(String table, String attribute, boolean on);

  /// In DynamoDB's order.
  ///
  /// @param arn the table's
  List<Tag> tags(String arn);

  /// Adds tags, or gives those that are there another value.
  void tag(String arn, List<Tag> tags);

  void untag(String arn, Set<String> keys);

  /// @param arn a table's, or a stream's
  Optional<ResourcePolicy> policy(String arn);

  /// Writes the policy if the one that is there has the expected revision; else CONDITION_FAILED.
  ///
  /// @param expected a revision, [ResourcePolicy#NONE] where there must be none, or null for any
  /// @param lockOut allowed to take away the caller's own right to change the policy again
  /// @return the new revision
  String putPolicy(String arn, String json, @Nullable String expected, boolean lockOut);

  /// @param expected a revision, or null for any; CONDITION_FAILED when another is there
  void deletePolicy(String arn, @Nullable String expected);

  /// Auto scaling of the table and its global indexes; empty where there is none.
  List<ScaledUnits> autoScaling(TableSchema table);

  /// Registers the units and their target, or changes both.
  void setAutoScaling(String table, ScaledUnits units);

  /// The units stay where they are.
  ///
  /// @param index null for the table
  void removeAutoScaling(String table, @Nullable String index, ScaledUnits.Side side);

  /// The account's keys in this region, by alias.
  List<KmsKey> keys();
}
