package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.stream.ChangeRecord;
import dev.sortkey.core.stream.ChangeRecord.Event;
import dev.sortkey.core.stream.StreamState;
import dev.sortkey.core.stream.Tail;
import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.stream.ViewType;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Streams on DynamoDB Local: turned on and off, and read.
class ChangeStreamsOnLocalTest {
  private final Session session = Sessions.fresh();
  private final TableSchema table = session.tables().create(Sessions.draft("streamed"));

  @AfterEach
  void close() {
    session.close();
  }

  private static Item item(String status) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("sk", new Attr.N("7"));
    fields.put("pk", new Attr.S("a"));
    fields.put("Status", new Attr.S(status));
    return new Item(fields);
  }

  private List<TailRecord> read(Tail tail) throws InterruptedException {
    List<TailRecord> records = new ArrayList<>();
    Tail.Round round;
    do {
      round = tail.round((readers, _, action) -> readers.forEach(action));
      records.addAll(round.records());
    } while (round.more());
    return records;
  }

  @ParameterizedTest
  @EnumSource(ViewType.class)
  void recordsHoldWhatTheViewTypeSays(ViewType view) throws InterruptedException {
    assertThat(session.streams().state("streamed").on()).isFalse();
    session.streams().enable("streamed", view);
    StreamState on = session.streams().state("streamed");
    assertThat(on.settled()).isTrue();
    assertThat(on.view()).isEqualTo(view);
    var tail = new Tail(session.streams(), on.arn(), true, Clock.systemUTC());
    for (Change change :
        List.of(
            new Change.Insert(item("NEW")),
            new Change.Update(item("NEW"), item("PAID")),
            new Change.Delete(item("PAID")))) {
      session.writer().write(table, List.of(change), Progress.none());
    }
    List<ChangeRecord> records = read(tail).stream().map(TailRecord::change).toList();
    assertThat(records)
        .extracting(ChangeRecord::event)
        .containsExactly(Event.INSERT, Event.MODIFY, Event.REMOVE);
    ChangeRecord modified = records.get(1);
    assertThat(modified.key().attributes().keySet()).containsExactly("pk", "sk");
    assertThat(modified.before()).isEqualTo(view.before() ? item("NEW") : null);
    assertThat(modified.after()).isEqualTo(view.after() ? item("PAID") : null);
    assertThat(modified.byTtl()).isFalse();
  }

  @Test
  void aStreamThatIsOffIsReadToItsEndAndANewOneHasAnotherArn() throws InterruptedException {
    session.streams().enable("streamed", ViewType.NEW_IMAGE);
    String first = session.streams().state("streamed").arn();
    session.writer().write(table, List.of(new Change.Insert(item("NEW"))), Progress.none());
    session.streams().disable("streamed");
    StreamState off = session.streams().state("streamed");
    assertThat(off.on()).isFalse();
    assertThat(off.arn()).isEqualTo(first);
    assertThat(read(new Tail(session.streams(), first, true, Clock.systemUTC()))).hasSize(1);
    session.streams().enable("streamed", ViewType.OLD_IMAGE);
    assertThat(session.streams().state("streamed").arn()).isNotEqualTo(first);
  }

  /// DynamoDB Local removes what has expired within seconds, under an event name of its own.
  @Test
  void whatExpiredIsToldApartFromWhatSomeoneDeleted() throws InterruptedException {
    session.streams().enable("streamed", ViewType.OLD_IMAGE);
    var tail =
        new Tail(
            session.streams(), session.streams().state("streamed").arn(), true, Clock.systemUTC());
    session.admin().setTimeToLive("streamed", "expires", true);
    var fields = new LinkedHashMap<>(item("NEW").attributes());
    fields.put("expires", new Attr.N(String.valueOf(Instant.now().getEpochSecond() - 60)));
    session.writer().write(table, List.of(new Change.Insert(new Item(fields))), Progress.none());
    List<TailRecord> removed = List.of();
    Instant patience = Instant.now().plusSeconds(30);
    while (removed.isEmpty() && Instant.now().isBefore(patience)) {
      removed = read(tail).stream().filter(r -> r.change().event() == Event.REMOVE).toList();
    }
    assertThat(removed)
        .singleElement()
        .satisfies(record -> assertThat(record.change().byTtl()).isTrue());
  }
}
