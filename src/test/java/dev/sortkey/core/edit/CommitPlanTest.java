package dev.sortkey.core.edit;

import static dev.sortkey.core.edit.Edits.index;
import static dev.sortkey.core.edit.Edits.item;
import static dev.sortkey.core.edit.Edits.n;
import static dev.sortkey.core.edit.Edits.s;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitPlanTest {
  private static final Projection KEYS = new Projection(Projection.Kind.KEYS_ONLY, List.of());
  private static final Projection SOME = new Projection(Projection.Kind.INCLUDE, List.of("note"));

  private static Staged staged(int number, Change change) {
    return new Staged(number, change, Set.of(), null, Instant.EPOCH, new Standing.Ready());
  }

  private static List<Staged> inserts(int count, String text) {
    return IntStream.range(0, count)
        .mapToObj(i -> staged(i, new Change.Insert(item("" + i, "text", s(text)))))
        .toList();
  }

  @Test
  void aTransactionHoldsAHundredOrFourMegabytes() {
    CommitPlan plan = CommitPlan.of(inserts(201, "x"), true);
    assertThat(plan.batches())
        .extracting(batch -> batch.changes().size())
        .containsExactly(100, 100, 1);
    assertThat(plan.batches())
        .extracting(CommitPlan.Batch::together)
        .as("a lone change needs no transaction, which would cost twice as much")
        .containsExactly(true, true, false);
    assertThat(plan.changes()).isEqualTo(201);

    CommitPlan large = CommitPlan.of(inserts(25, "x".repeat(390_000)), true);
    assertThat(large.batches())
        .extracting(batch -> batch.changes().size())
        .containsExactly(10, 10, 5);
    assertThat(CommitPlan.of(inserts(30, "x"), false).transactions()).isZero();
  }

  @Test
  void whatWaitsForAMergeOrHasNothingLeftIsPassedOver() {
    Item item = item("1", "x", n("1"));
    Change change = new Change.Update(item, item.with("x", n("2")));
    Staged waiting =
        new Staged(
            1, change, Set.of(), null, Instant.EPOCH, new Standing.Changed(null, Instant.EPOCH));
    Staged rejected =
        new Staged(
            2,
            change,
            Set.copyOf(change.diff().places()),
            null,
            Instant.EPOCH,
            new Standing.Ready());
    assertThat(CommitPlan.of(List.of(waiting, rejected), true).batches()).isEmpty();
  }

  @Test
  void theTableCostsAKilobyteAUnitOfTheLargerItem() {
    TableSchema table = Edits.TABLE;
    Item small = item("1", "text", s("x"));
    Item large = item("1", "text", s("x".repeat(2_500)));
    assertThat(units(table, new Change.Insert(small))).isEqualTo(new WriteUnits(1, 0));
    assertThat(units(table, new Change.Update(large, small))).isEqualTo(new WriteUnits(3, 0));
    assertThat(units(table, new Change.Delete(large))).isEqualTo(new WriteUnits(3, 0));
    assertThat(WriteUnits.of(table, new Change.Delete(large), true))
        .isEqualTo(new WriteUnits(6, 0));
    assertThat(units(table, new Change.Insert(item("1", "t", s("x".repeat(1_024 - 8))))))
        .as("exactly 1 KB: id, 1, at, its number and t")
        .isEqualTo(new WriteUnits(1, 0));
    assertThat(units(table, new Change.Insert(item("1", "t", s("x".repeat(1_024 - 7))))))
        .isEqualTo(new WriteUnits(2, 0));
  }

  /// The cases of the Developer Guide, "Using Global Secondary Indexes".
  @Test
  void anIndexCostsWhatChangesInIt() {
    TableSchema table = Edits.table(index("i", "status", SOME));
    Item out = item("1", "other", n("1"));
    Item in = item("1", "other", n("1"), "status", s("a"));

    assertThat(units(table, new Change.Insert(out)).indexes()).as("not in the index").isZero();
    assertThat(units(table, new Change.Insert(in)).indexes()).isOne();
    assertThat(units(table, new Change.Delete(in)).indexes()).isOne();
    assertThat(units(table, new Change.Update(out, in)).indexes()).as("comes in").isOne();
    assertThat(units(table, new Change.Update(in, out)).indexes()).as("goes").isOne();
    assertThat(units(table, new Change.Update(in, in.with("status", s("b")))).indexes())
        .as("moves")
        .isEqualTo(2);
    assertThat(units(table, new Change.Update(in, in.with("note", s("b")))).indexes())
        .as("changes in its place")
        .isOne();
    assertThat(units(table, new Change.Update(in, in.with("other", n("2")))).indexes())
        .as("outside its projection")
        .isZero();
    assertThat(
            units(
                    Edits.table(index("i", "status", Projection.all())),
                    new Change.Update(in, in.with("other", n("2"))))
                .indexes())
        .isOne();
    Item large = in.with("text", s("x".repeat(5_000)));
    assertThat(units(Edits.table(index("i", "status", KEYS)), new Change.Insert(large)))
        .as("an index of keys stays small")
        .isEqualTo(new WriteUnits(5, 1));
    assertThat(WriteUnits.of(table, new Change.Insert(in), true))
        .as("a transaction doubles the table alone")
        .isEqualTo(new WriteUnits(2, 1));
  }

  private static WriteUnits units(TableSchema table, Change change) {
    return WriteUnits.of(table, change, false);
  }
}
