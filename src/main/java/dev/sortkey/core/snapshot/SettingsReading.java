package dev.sortkey.core.snapshot;

import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.ResourcePolicy;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.TimeToLive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Asks for all settings of a table. What the endpoint does not offer, or does not tell us, does
/// not keep a snapshot from being taken; it is noted.
public final class SettingsReading {
  private final Session session;
  private final TableSchema table;
  private final List<Manifest.Unknown> unknown = new ArrayList<>();

  public SettingsReading(Session session, TableSchema table) {
    this.session = session;
    this.table = table;
  }

  /// What [#read] could not read.
  public List<Manifest.Unknown> unknown() {
    return List.copyOf(unknown);
  }

  public TableDraft read() {
    String name = table.name();
    var nothing = TableDraft.Settings.defaults();
    TableDetails details = session.admin().details(name);
    TimeToLive ttl =
        asked(
            Setting.TTL,
            () -> session.admin().timeToLive(name),
            new TimeToLive(TimeToLive.Status.DISABLED, null));
    Recovery recovery =
        asked(Setting.RECOVERY, () -> session.backups().recovery(name), Recovery.off());
    var settings =
        new TableDraft.Settings(
            TableClass.valueOf(table.tableClass()),
            details.encryption(),
            asked(
                Setting.POLICY,
                () -> session.admin().policy(table.arn()).map(ResourcePolicy::json).orElse(null),
                null),
            asked(Setting.TAGS, () -> session.admin().tags(table.arn()), nothing.tags()),
            ttl.on() ? ttl.attribute() : null,
            recovery.enabled() ? recovery.days() : null,
            details.stream().enabled() ? details.stream().view() : null,
            null,
            table.capacity() instanceof Capacity.Provisioned
                ? asked(
                    Setting.SCALING, () -> session.admin().autoScaling(table), nothing.scaling())
                : nothing.scaling());
    return new TableDraft(
        name,
        table.keys(),
        table.capacity(),
        table.indexes().stream()
            .map(index ->
                new IndexDraft(
                    index.name(), index.kind(), index.keys(), index.projection(), index.capacity()))
            .toList(),
        table.deletionProtection(),
        settings);
  }

  private <T> T asked(Setting setting, Supplier<T> question, T otherwise) {
    try {
      return question.get();
    } catch (ProblemException e) {
      Problem problem = e.problem();
      unknown.add(
          new Manifest.Unknown(
              setting,
              problem.kind() == Problem.Kind.UNSUPPORTED_BY_ENDPOINT ? null : problem.title()));
      return otherwise;
    }
  }
}
