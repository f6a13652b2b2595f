package dev.sortkey.ui.overview;

import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.TimeToLive;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.overview.Fact.Group;
import dev.sortkey.ui.workbench.TablePage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts what is known of a table into words.
final class Facts {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final TableSchema table;
  private final Told<TableDetails> details;
  private final Told<TimeToLive> timeToLive;
  private final Told<Recovery> recovery;
  private final List<Fact> facts = new ArrayList<>();

  Facts(
      TableSchema table,
      Told<TableDetails> details,
      Told<TimeToLive> timeToLive,
      Told<Recovery> recovery) {
    this.table = table;
    this.details = details;
    this.timeToLive = timeToLive;
    this.recovery = recovery;
  }

  List<Fact> all() {
    content();
    settings();
    identity();
    return List.copyOf(facts);
  }

  private void content() {
    long items = table.itemCount();
    add("items", Group.CONTENT, Figures.count(items), text("items.detail"), TablePage.ITEMS);
    add("size", Group.CONTENT, Figures.bytes(table.sizeBytes()), text("size.detail"), null);
    add(
        "average",
        Group.CONTENT,
        items == 0 ? text("average.none") : Figures.bytes(table.sizeBytes() / items),
        null,
        null);
  }

  private void settings() {
    add("capacity", Group.SETTINGS, capacity(), null, TablePage.SETTINGS);
    boolean rare = table.tableClass().equals("STANDARD_INFREQUENT_ACCESS");
    add(
        "class",
        Group.SETTINGS,
        text(rare ? "class.rare" : "class.standard"),
        null,
        TablePage.SETTINGS);
    told("encryption", TablePage.SETTINGS, details, now -> encryption(now.encryption()));
    told("ttl", TablePage.SETTINGS, timeToLive, Facts::timeToLive);
    add(
        "protection",
        Group.SETTINGS,
        text(table.deletionProtection() ? "on" : "off"),
        null,
        TablePage.SETTINGS);
    told("stream", TablePage.STREAMS, details, now -> stream(now.stream()));
    told("recovery", TablePage.BACKUPS, recovery, Facts::recovery);
    told("replicas", TablePage.GLOBAL_TABLES, details, Facts::replicas);
  }

  private void identity() {
    Instant created = table.created();
    add(
        "created",
        Group.IDENTITY,
        created == null ? text("unsaid") : WHEN.format(created),
        null,
        null);
    add("arn", Group.IDENTITY, table.arn(), null, null);
    if (details instanceof Told.Value<TableDetails>(TableDetails now) && now.id() != null) {
      add("id", Group.IDENTITY, now.id(), text("id.detail"), null);
    }
  }

  private String capacity() {
    return switch (table.capacity()) {
      case Capacity.OnDemand(Long read, Long write) when read == null && write == null ->
          text("capacity.on-demand");
      case Capacity.OnDemand(Long read, Long write) ->
          text("capacity.limited", limit(read), limit(write));
      case Capacity.Provisioned(long read, long write) -> text("capacity.provisioned", read, write);
    };
  }

  private static String limit(@Nullable Long units) {
    return units == null ? text("capacity.no-limit") : Figures.count(units);
  }

  private static String encryption(Encryption encryption) {
    return switch (encryption) {
      case Encryption.AwsOwned _ -> text("encryption.owned");
      case Encryption.AwsManaged _ -> text("encryption.managed");
      case Encryption.Customer(String key) ->
          text("encryption.customer", key.substring(key.lastIndexOf('/') + 1));
    };
  }

  private static String timeToLive(TimeToLive ttl) {
    return switch (ttl.status()) {
      case ENABLED -> text("ttl.on", String.valueOf(ttl.attribute()));
      case ENABLING -> text("ttl.turning-on", String.valueOf(ttl.attribute()));
      case DISABLING -> text("ttl.turning-off");
      case DISABLED -> text("off");
    };
  }

  private static String stream(TableDetails.Stream stream) {
    return stream.enabled() && stream.view() != null
        ? text("stream." + stream.view().name().toLowerCase(Locale.ROOT))
        : text("off");
  }

  private static String recovery(Recovery recovery) {
    return recovery.enabled() ? text("recovery.on", recovery.days()) : text("off");
  }

  private static String replicas(TableDetails now) {
    return now.replicas().isEmpty()
        ? text("replicas.none")
        : String.join(", ", now.replicas().stream().map(replica -> replica.region()).toList());
  }

  private <T> void told(String id, TablePage page, Told<T> told, Function<T, String> words) {
    facts.add(
        switch (told) {
          case Told.Value<T>(T value) ->
              new Fact(id, Group.SETTINGS, words.apply(value), null, true, page);
          case Told.Nothing<T> _ ->
              new Fact(id, Group.SETTINGS, text("reading"), null, false, page);
          case Told.Refused<T>(Problem problem) ->
              new Fact(
                  id,
                  Group.SETTINGS,
                  text(
                      switch (problem.kind()) {
                        case UNSUPPORTED_BY_ENDPOINT -> "unsupported";
                        case ACCESS_DENIED -> "denied";
                        default -> "failed";
                      }),
                  problem.title() + ". " + problem.detail(),
                  false,
                  page);
        });
  }

  private void add(
      String id, Group group, String value, @Nullable String detail, @Nullable TablePage page) {
    facts.add(new Fact(id, group, value, detail, true, page));
  }

  private static String text(String key, Object... arguments) {
    return Messages.text("overview." + key, arguments);
  }
}
