package dev.sortkey.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sortkey.core.table.MonthlyCost.Consistency;
import dev.sortkey.core.table.MonthlyCost.Load;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyCostTest {
  private static Load load(double bytes, Consistency consistency, boolean transactions) {
    return new Load(bytes, 1, consistency, 0.5, transactions, 1.2);
  }

  @ParameterizedTest
  @CsvSource({
    "100, EVENTUAL, 0.5, 1",
    "1024, STRONG, 1, 1",
    "1025, STRONG, 1, 2",
    "4096, STRONG, 1, 4",
    "4097, STRONG, 2, 5",
    "4097, EVENTUAL, 1, 5",
    "4097, TRANSACTIONAL, 4, 5"
  })
  void unitsFollowTheSize(double bytes, Consistency consistency, double reads, double writes) {
    assertThat(MonthlyCost.readUnits(load(bytes, consistency, false))).isEqualTo(reads);
    assertThat(MonthlyCost.writeUnits(load(bytes, consistency, false))).isEqualTo(writes);
    assertThat(MonthlyCost.writeUnits(load(bytes, consistency, true))).isEqualTo(2 * writes);
  }

  @Test
  void onDemandIsPaidByTheRequest() {
    MonthlyCost cost =
        MonthlyCost.of(Drafts.orders("Orders"), load(1000, Consistency.EVENTUAL, false));
    // 2.628 M reads at half a unit, 1.314 M writes to the table and to its index
    assertThat(cost.reads()).isCloseTo(2.628 * 0.5 * 0.125, within(1e-9));
    assertThat(cost.writes()).isCloseTo(1.314 * 0.625, within(1e-9));
    assertThat(cost.indexes()).isCloseTo(1.314 * 0.625, within(1e-9));
    assertThat(cost.storage()).isCloseTo(1.2 * 0.25, within(1e-9));
    assertThat(cost.total())
        .isCloseTo(cost.reads() + cost.writes() + cost.indexes() + cost.storage(), within(1e-9));
  }

  @Test
  void provisionedIsPaidByTheHourOfTableAndGlobalIndexes() {
    TableDraft draft = Drafts.everything("Orders");
    MonthlyCost cost = MonthlyCost.of(draft, load(1000, Consistency.STRONG, false));
    assertThat(cost.reads()).isCloseTo(10 * 730 * 0.00016, within(1e-9));
    assertThat(cost.writes()).isCloseTo(5 * 730 * 0.00081, within(1e-9));
    assertThat(cost.indexes()).isCloseTo(cost.reads() + cost.writes(), within(1e-9));
    TableDraft without = new TableDraft("Orders", draft.keys(), draft.capacity(), List.of(), false);
    assertThat(MonthlyCost.of(without, load(1000, Consistency.STRONG, false)).indexes()).isZero();
  }
}
