package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.stream.ChangeRecord;
import dev.sortkey.core.stream.ChangeRecord.Event;
import dev.sortkey.core.stream.RecordPage;
import dev.sortkey.core.stream.Shard;
import dev.sortkey.core.stream.StreamAnswer;
import dev.sortkey.core.stream.StreamPosition;
import dev.sortkey.core.stream.StreamShards;
import dev.sortkey.core.stream.StreamState;
import dev.sortkey.core.stream.Tail;
import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.stream.Trigger;
import dev.sortkey.core.stream.TriggerDraft;
import dev.sortkey.core.stream.Triggers;
import dev.sortkey.core.stream.ViewType;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.standin.Moto;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Streams and what hangs on them, against an emulator that knows nothing of this code.
class StreamsOnMotoTest {
  private static Moto moto;

  @BeforeAll
  static void start() throws Exception {
    moto = Moto.start();
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      moto.close();
    }
  }

  private static Session session() {
    return Sessions.open(moto.endpoint(), Sessions.freshKeys());
  }

  private static Item item(String number, String status) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("pk", new Attr.S("a"));
    fields.put("sk", new Attr.N(number));
    fields.put("Status", new Attr.S(status));
    return new Item(fields);
  }

  private static List<ChangeRecord> read(Tail tail) throws InterruptedException {
    List<ChangeRecord> records = new ArrayList<>();
    Tail.Round round;
    do {
      round = tail.round((readers, _, action) -> readers.forEach(action));
      round.records().stream().map(TailRecord::change).forEach(records::add);
    } while (round.more());
    return records;
  }

  private static Problem refused(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call).problem();
  }

  @Test
  void aStreamIsTurnedOnReadAndTurnedOff() throws InterruptedException {
    try (Session session = session()) {
      TableSchema table = session.tables().create(Sessions.draft("read"));
      var streams = session.streams();
      assertThat(streams.state("read").on()).isFalse();
      streams.enable("read", ViewType.NEW_AND_OLD_IMAGES);
      StreamState on = streams.state("read");
      assertThat(on.view()).isEqualTo(ViewType.NEW_AND_OLD_IMAGES);
      assertThat(on.created()).isNotNull();
      for (Change change :
          List.of(
              new Change.Insert(item("7", "NEW")),
              new Change.Update(item("7", "NEW"), item("7", "PAID")),
              new Change.Delete(item("7", "PAID")))) {
        session.writer().write(table, List.of(change), Progress.none());
      }
      List<ChangeRecord> records = read(new Tail(streams, on.arn(), true, Clock.systemUTC()));
      assertThat(records)
          .extracting(ChangeRecord::event)
          .containsExactly(Event.INSERT, Event.MODIFY, Event.REMOVE);
      ChangeRecord modified = records.get(1);
      assertThat(modified.key().attributes()).containsOnlyKeys("pk", "sk");
      assertThat(modified.before()).isEqualTo(item("7", "NEW"));
      assertThat(modified.after()).isEqualTo(item("7", "PAID"));
      assertThat(records.get(0).before()).isNull();
      assertThat(records.get(2).after()).isNull();
      assertThat(records).noneMatch(ChangeRecord::byTtl);
      streams.disable("read");
      assertThat(streams.state("read").on()).isFalse();
    }
  }

  @Test
  void aShardIsReadFromEachPosition() {
    try (Session session = session()) {
      TableSchema table = session.tables().create(Sessions.draft("placed"));
      var streams = session.streams();
      streams.enable("placed", ViewType.NEW_IMAGE);
      String arn = streams.state("placed").arn();
      List<Change> changes = new ArrayList<>();
      for (String number : List.of("1", "2", "3")) {
        changes.add(new Change.Insert(item(number, "NEW")));
      }
      session.writer().write(table, changes, Progress.none());

      StreamShards shards = streams.shards(arn);
      assertThat(shards.keys()).containsExactly("pk", "sk");
      assertThat(shards.shards()).hasSize(1);
      Shard shard = shards.shards().getFirst();
      assertThat(shard.closed()).isFalse();

      List<ChangeRecord> all = from(session, arn, shard, new StreamPosition.Horizon(), 1000);
      assertThat(all).hasSize(3);
      assertThat(from(session, arn, shard, new StreamPosition.Horizon(), 2))
          .isEqualTo(all.subList(0, 2));
      String second = all.get(1).sequence();
      assertThat(from(session, arn, shard, new StreamPosition.At(second), 1000))
          .isEqualTo(all.subList(1, 3));
      assertThat(from(session, arn, shard, new StreamPosition.After(second), 1000))
          .isEqualTo(all.subList(2, 3));
      assertThat(from(session, arn, shard, new StreamPosition.Latest(), 1000)).isEmpty();
    }
  }

  private static List<ChangeRecord> from(
      Session session, String arn, Shard shard, StreamPosition position, int limit) {
    var iterator = (StreamAnswer.Got<String>) session.streams().iterator(arn, shard.id(), position);
    var page = (StreamAnswer.Got<RecordPage>) session.streams().records(iterator.value(), limit);
    assertThat(page.value().next()).isNotNull();
    return page.value().records();
  }

  /// Lambda answers Creating, Enabling, Disabling and Deleting first (API Reference,
  /// EventSourceMappingConfiguration); Moto is there at once.
  @Test
  void aTriggerIsCreatedTurnedOffAndOnAndDeleted() throws Exception {
    moto.function("ship");
    moto.function("bill");
    try (Session session = session()) {
      session.tables().create(Sessions.draft("watched"));
      session.tables().create(Sessions.draft("unwatched"));
      session.streams().enable("watched", ViewType.KEYS_ONLY);
      session.streams().enable("unwatched", ViewType.KEYS_ONLY);
      String arn = session.streams().state("watched").arn();
      Triggers triggers = session.triggers();
      assertThat(triggers.functions()).containsExactly("bill", "ship");

      String id =
          triggers.create(new TriggerDraft(arn, "ship", 250, Duration.ofSeconds(5), true, true));
      triggers.create(new TriggerDraft(arn, "bill", 100, Duration.ZERO, false, false));
      assertThat(triggers.list(arn))
          .extracting(Trigger::function, Trigger::state)
          .containsExactlyInAnyOrder(
              tuple("ship", Trigger.State.ENABLED), tuple("bill", Trigger.State.DISABLED));
      assertThat(triggers.list(session.streams().state("unwatched").arn())).isEmpty();

      Trigger made = triggers.get(id).orElseThrow();
      assertThat(made.batchSize()).isEqualTo(250);
      assertThat(made.window()).isEqualTo(Duration.ofSeconds(5));
      assertThat(made.position()).isEqualTo("TRIM_HORIZON");

      triggers.setEnabled(id, false);
      assertThat(triggers.get(id).orElseThrow().state()).isEqualTo(Trigger.State.DISABLED);
      triggers.setEnabled(id, true);
      assertThat(triggers.get(id).orElseThrow().state()).isEqualTo(Trigger.State.ENABLED);
      triggers.delete(id);
      assertThat(triggers.get(id)).isEmpty();
      assertThat(triggers.list(arn)).extracting(Trigger::function).containsExactly("bill");
    }
  }

  /// A batch of more than 10,000 makes Moto fail, and it takes a second trigger of the same two;
  /// the stand-in refuses both as Lambda does.
  @Test
  void aTriggerForNoFunctionIsRefused() {
    try (Session session = session()) {
      session.tables().create(Sessions.draft("refusing"));
      session.streams().enable("refusing", ViewType.KEYS_ONLY);
      var draft =
          new TriggerDraft(
              session.streams().state("refusing").arn(), "none", 1, Duration.ZERO, true, true);
      assertThat(refused(() -> session.triggers().create(draft)).kind())
          .isEqualTo(Problem.Kind.NOT_FOUND);
    }
  }

  /// DynamoDB knows these calls, and would answer UnknownOperationException if it did not; Moto
  /// does not, and answers 500 with a page in HTML.
  @Test
  void anEndpointThatFailsOverKinesisDestinationsIsNotTakenForABugOfOurs() {
    try (Session session = session()) {
      session.tables().create(Sessions.draft("unfed"));
      Problem problem = refused(() -> session.destinations().list("unfed"));
      assertThat(problem.kind()).isEqualTo(Problem.Kind.NETWORK);
      assertThat(problem.title()).isEqualTo("The endpoint has a fault");
    }
  }
}
