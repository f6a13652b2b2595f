package dev.sortkey.core.backup;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.table.ResourcePolicy;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.Tag;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a table has and a restore of it does not bring back (Developer Guide, "Restoring a DynamoDB
/// table from a backup"), as far as Sortkey can set it again; and what a table gets only once its
/// items are there.
///
/// @param arn of the table that had it, or empty where that is not known
/// @param ttl the attribute of the expiry time, or null
/// @param policy the resource policy's JSON, or null
/// @param recoveryDays zero where point-in-time recovery is off
/// @param unread what could not be read, and why
public record LeftBehind(
    String arn,
    @Nullable String ttl,
    List<Tag> tags,
    @Nullable StreamView stream,
    List<ScaledUnits> scaling,
    @Nullable String policy,
    int recoveryDays,
    boolean protection,
    Map<Setting, Problem> unread) {
  /// In the order in which they are set again: the policy last but one, since it may take rights
  /// away, and the protection last.
  public enum Setting {
    TTL,
    TAGS,
    STREAM,
    SCALING,
    RECOVERY,
    POLICY,
    PROTECTION
  }

  public LeftBehind {
    tags = List.copyOf(tags);
    scaling = List.copyOf(scaling);
    unread = Map.copyOf(unread);
  }

  /// The settings that this table has.
  public List<Setting> present() {
    return Arrays.stream(Setting.values()).filter(this::has).toList();
  }

  private boolean has(Setting setting) {
    return switch (setting) {
      case TTL -> ttl != null;
      case TAGS -> !tags.isEmpty();
      case STREAM -> stream != null;
      case SCALING -> !scaling.isEmpty();
      case RECOVERY -> recoveryDays > 0;
      case POLICY -> policy != null;
      case PROTECTION -> protection;
    };
  }

  /// Reads them, each by itself, so that one that may not be read does not hide the others. What
  /// the endpoint does not offer is not there.
  ///
  /// @throws ProblemException when the table itself cannot be described
  public static LeftBehind of(String table, TableAdmin admin, Backups backups) {
    TableDetails details = admin.details(table);
    TableSchema schema = details.schema();
    var reading = new Reading();
    String ttl =
        reading.read(
            Setting.TTL,
            () -> {
              var expiry = admin.timeToLive(table);
              return expiry.on() ? expiry.attribute() : null;
            });
    List<Tag> tags = reading.read(Setting.TAGS, () -> admin.tags(schema.arn()));
    List<ScaledUnits> scaling = reading.read(Setting.SCALING, () -> admin.autoScaling(schema));
    Recovery recovery = reading.read(Setting.RECOVERY, () -> backups.recovery(table));
    String policy =
        reading.read(
            Setting.POLICY,
            () -> admin.policy(schema.arn()).map(ResourcePolicy::json).orElse(null));
    return new LeftBehind(
        schema.arn(),
        ttl,
        tags == null ? List.of() : own(tags),
        details.stream().enabled() ? details.stream().view() : null,
        scaling == null ? List.of() : scaling,
        policy,
        recovery == null || !recovery.enabled() ? 0 : recovery.days(),
        schema.deletionProtection(),
        reading.unread);
  }

  /// What a table like the described one is to get.
  ///
  /// @param arn of the table that the description was made of
  public static LeftBehind of(String arn, TableDraft draft) {
    TableDraft.Settings settings = draft.settings();
    Integer days = settings.recoveryDays();
    return new LeftBehind(
        arn,
        settings.ttl(),
        own(settings.tags()),
        settings.stream(),
        settings.scaling(),
        settings.policy(),
        days == null ? 0 : days,
        draft.deletionProtection(),
        Map.of());
  }

  /// Tags that begin with `aws:` are AWS's own and cannot be set.
  private static List<Tag> own(List<Tag> tags) {
    return tags.stream().filter(tag -> !tag.key().startsWith("aws:")).toList();
  }

  private static final class Reading {
    private final Map<Setting, Problem> unread = new EnumMap<>(Setting.class);

    <T> @Nullable T read(Setting setting, Source<T> source) {
      try {
        return source.get();
      } catch (ProblemException e) {
        if (e.problem().kind() != Problem.Kind.UNSUPPORTED_BY_ENDPOINT) {
          unread.put(setting, e.problem());
        }
        return null;
      }
    }
  }

  @FunctionalInterface
  private interface Source<T> {
    @Nullable T get();
  }
}
