package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.Commit;
import dev.sortkey.core.edit.CommitPlan;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.edit.Standing;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Parallel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Staged changes on their way into a real table, and what stays staged.
class CommitTest {
  private static final Instant NOW = Instant.parse("2024-12-22T14:31:00Z");

  private final Session session = Sessions.fresh();
  private final TableSchema table = session.tables().create(Sessions.draft("committed"));

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void whatWentThroughGoesAndTheConflictStaysWithTheirItem() {
    for (boolean together : new boolean[] {false, true}) {
      String pk = "" + together;
      Item edited = item(pk, 1, "read");
      Item deleted = item(pk, 2, "read");
      Item taken = item(pk, 3, "theirs");
      put(edited, deleted, taken);
      ChangeSet set =
          ChangeSet.empty()
              .edit(table, edited, edited.with("text", new Attr.S("mine")), NOW, NOW)
              .delete(table, deleted, NOW, NOW)
              .create(table, item(pk, 3, "mine"), NOW)
              .create(table, item(pk, 4, "new"), NOW);

      WriteReport report = commit(set, together, Lanes.single(), Progress.none());
      ChangeSet left = set.settled(table, report, NOW);

      assertThat(report.conflicts()).isOne();
      assertThat(report.applied()).isEqualTo(together ? 0 : 3);
      assertThat(report.notAttempted()).isEqualTo(together ? 3 : 0);
      assertThat(left.get(table.keyOf(taken)).standing())
          .isEqualTo(new Standing.Changed(taken, NOW));
      assertThat(left.committable()).hasSize(together ? 3 : 0);

      WriteReport again = commit(left, together, Lanes.single(), Progress.none());
      assertThat(left.settled(table, again, NOW).all())
          .extracting(staged -> staged.change())
          .containsExactly(new Change.Insert(item(pk, 3, "mine")));
    }
  }

  @Test
  void aThousandSingleWritesRunBesideEachOtherAndStopBetweenBatches() {
    ChangeSet set = inserts(1_000);
    List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    WriteReport report =
        commit(
            set,
            false,
            Parallel::forEach,
            new Progress() {
              @Override
              public void report(long done, long total) {
                assertThat(total).isEqualTo(1_000);
                seen.add(done);
              }

              @Override
              public boolean cancelled() {
                return seen.size() >= 10;
              }
            });

    assertThat(report.entries())
        .extracting(WriteReport.Entry::change)
        .containsExactlyElementsOf(set.all().stream().map(Staged::change).toList());
    assertThat(report.applied()).isBetween(250L, 999L);
    assertThat(report.applied() + report.notAttempted()).isEqualTo(1_000);
    ChangeSet left = set.settled(table, report, NOW);
    assertThat(left.size()).isEqualTo((int) report.notAttempted());

    WriteReport rest = commit(left, false, Parallel::forEach, Progress.none());
    assertThat(left.settled(table, rest, NOW).isEmpty()).isTrue();
    assertThat(rest.conflicts() + rest.already()).as("nothing was made twice").isZero();
  }

  @Test
  void moreThanATransactionTakesIsWrittenInSeveral() {
    ChangeSet set = inserts(250);
    assertThat(CommitPlan.of(set.all(), true).transactions()).isEqualTo(3);
    assertThat(commit(set, true, Lanes.single(), Progress.none()).applied()).isEqualTo(250);
  }

  @Test
  void aProblemThatWillLastEndsTheRun() {
    session.tables().delete("committed");
    WriteReport report = commit(inserts(100), false, Lanes.single(), Progress.none());
    assertThat(report.rejected()).isOne();
    assertThat(report.notAttempted()).isEqualTo(99);
  }

  private WriteReport commit(ChangeSet set, boolean together, Lanes lanes, Progress progress) {
    return new Commit(table, session.writer(), lanes, progress)
        .run(CommitPlan.of(set.all(), together));
  }

  private ChangeSet inserts(int count) {
    ChangeSet set = ChangeSet.empty();
    for (int i = 0; i < count; i++) {
      set = set.create(table, item("many", i, "x"), NOW);
    }
    return set;
  }

  private void put(Item... items) {
    session.writer().putAll("committed", Stream.of(items).iterator(), Progress.none());
  }

  private static Item item(String pk, int number, String text) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("pk", new Attr.S(pk));
    fields.put("sk", new Attr.N(Integer.toString(number)));
    fields.put("text", new Attr.S(text));
    return new Item(fields);
  }
}
