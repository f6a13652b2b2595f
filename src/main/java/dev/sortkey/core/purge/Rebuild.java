package dev.sortkey.core.purge;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.snapshot.Manifest;
import dev.sortkey.core.snapshot.SettingsReading;
import dev.sortkey.core.stream.KinesisDestination;
import dev.sortkey.core.stream.Trigger;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.KmsKey;
import dev.sortkey.core.table.Replica;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What becomes of one table when it is dropped and created anew.
///
/// @param draft that it is created from
/// @param original the table that would go
/// @param lines what comes back and what does not, in words
/// @param obstacles why it cannot be done, in words; empty when it can
public record Rebuild(
    TableDraft draft, Original original, List<Line> lines, List<String> obstacles) {
  /// Tells a table from another of the same name.
  public record Original(@Nullable String id, @Nullable Instant created) {
    public static Original of(TableDetails details) {
      return new Original(details.id(), details.schema().created());
    }
  }

  /// What becomes of a part of the table.
  public enum Fate {
    /// It is there again.
    BACK,
    /// It has to be set again by hand.
    AGAIN,
    /// Nothing brings it back.
    GONE
  }

  public record Line(Fate fate, String text) {}

  public Rebuild {
    lines = List.copyOf(lines);
    obstacles = List.copyOf(obstacles);
  }

  public boolean possible() {
    return obstacles.isEmpty();
  }

  public List<String> lines(Fate fate) {
    return lines.stream().filter(line -> line.fate() == fate).map(Line::text).toList();
  }

  /// Asks for all settings of the table; blocks.
  ///
  /// @throws ProblemException when the table itself cannot be described
  public static Rebuild read(Session session, String table) {
    TableDetails details = session.admin().details(table);
    var reading = new SettingsReading(session, details.schema());
    TableDraft read = reading.read();
    List<String> obstacles = new ArrayList<>(standing(details));
    for (Manifest.Unknown unknown : reading.unknown()) {
      if (unknown.why() != null) {
        obstacles.add(
            Messages.text(
                "purge.obstacle.unread",
                Messages.text("purge.setting." + unknown.setting()),
                unknown.why()));
      }
    }
    TableDraft draft = own(read, encryption(session, read.settings().encryption(), obstacles));
    Followers followers = Followers.read(session, details);
    return new Rebuild(
        draft, Original.of(details), RebuildWords.of(draft, details, followers), obstacles);
  }

  /// Why the table as it stands cannot be dropped, or not without losing more than its items.
  private static List<String> standing(TableDetails details) {
    TableSchema table = details.schema();
    List<String> obstacles = new ArrayList<>();
    if (!details.replicas().isEmpty() || details.globalTableVersion() != null) {
      String regions =
          details.replicas().stream().map(Replica::region).collect(Collectors.joining(", "));
      obstacles.add(
          regions.isEmpty()
              ? Messages.text("purge.obstacle.global")
              : Messages.text("purge.obstacle.replicas", regions));
    }
    if (table.deletionProtection()) {
      obstacles.add(Messages.text("purge.obstacle.protected"));
    }
    if (!table.active()) {
      obstacles.add(Messages.text("purge.obstacle.inactive", table.status()));
    } else if (!details.settled()) {
      obstacles.add(Messages.text("purge.obstacle.changing"));
    }
    return obstacles;
  }

  /// CreateTable names a key only where it is not the one that AWS manages (API Reference,
  /// SSESpecification), and a description does not say whose a key is.
  private static Encryption encryption(
      Session session, Encryption described, List<String> obstacles) {
    if (!(described instanceof Encryption.Customer)) {
      return described;
    }
    try {
      return KmsKey.whose(described, session.admin().keys());
    } catch (ProblemException e) {
      if (e.problem().kind() != Problem.Kind.UNSUPPORTED_BY_ENDPOINT) {
        obstacles.add(
            Messages.text(
                "purge.obstacle.unread",
                Messages.text("purge.setting.ENCRYPTION"),
                e.problem().title()));
      }
      return described;
    }
  }

  /// In an order of our own, so that two readings can be compared. Tags that begin with `aws:` are
  /// AWS's own and cannot be set.
  private static TableDraft own(TableDraft read, Encryption encryption) {
    TableDraft.Settings settings = read.settings();
    return new TableDraft(
        read.name(),
        read.keys(),
        read.capacity(),
        read.indexes().stream().sorted(Comparator.comparing(IndexDraft::name)).toList(),
        read.deletionProtection(),
        new TableDraft.Settings(
            settings.tableClass(),
            encryption,
            settings.policy(),
            settings.tags().stream()
                .filter(tag -> !tag.key().startsWith("aws:"))
                .sorted(Comparator.comparing(Tag::key))
                .toList(),
            settings.ttl(),
            settings.recoveryDays(),
            settings.stream(),
            settings.warm(),
            settings.scaling()));
  }

  /// Who reads the table's changes. Null is what could not be read.
  record Followers(@Nullable List<String> functions, @Nullable List<String> kinesis) {
    private static Followers read(Session session, TableDetails details) {
      String stream = details.stream().enabled() ? details.stream().arn() : null;
      return new Followers(
          stream == null
              ? List.of()
              : asked(() -> session.triggers().list(stream).stream().map(Trigger::function)),
          asked(() ->
              session.destinations().list(details.schema().name()).stream()
                  .filter(destination ->
                      destination.status() != KinesisDestination.Status.DISABLED
                          && destination.status() != KinesisDestination.Status.ENABLE_FAILED)
                  .map(KinesisDestination::name)));
    }

    private static @Nullable List<String> asked(Question question) {
      try {
        return question.answer().sorted().toList();
      } catch (ProblemException e) {
        return e.problem().kind() == Problem.Kind.UNSUPPORTED_BY_ENDPOINT ? List.of() : null;
      }
    }
  }

  @FunctionalInterface
  private interface Question {
    Stream<String> answer();
  }
}
