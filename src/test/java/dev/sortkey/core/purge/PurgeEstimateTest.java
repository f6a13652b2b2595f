package dev.sortkey.core.purge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.purge.PurgeEstimate.Units;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Drafts;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurgeEstimateTest {
  private static TableSchema table(long items, long bytes, Index... indexes) {
    return new TableSchema(
        "Orders",
        "arn",
        "ACTIVE",
        new KeySchema(List.of(Drafts.text("id")), List.of()),
        List.of(indexes),
        Capacity.onDemand(),
        "STANDARD",
        false,
        items,
        bytes,
        null);
  }

  private static Index index(Index.Kind kind, long items, long bytes) {
    return new Index(
        "by-day",
        kind,
        new KeySchema(List.of(Drafts.text("day")), List.of()),
        Projection.all(),
        Capacity.onDemand(),
        "ACTIVE",
        false,
        items,
        bytes);
  }

  @Test
  void anEmptyTableCostsNothing() {
    PurgeEstimate estimate = PurgeEstimate.of(table(0, 0, index(Index.Kind.GSI, 0, 0)));
    assertThat(estimate.readUnits()).isZero();
    assertThat(estimate.writes()).isEqualTo(new Units(0, 0));
    assertThat(estimate.most(25)).isZero();
  }

  @Test
  void readsAreHalfAUnitForFourKilobytes() {
    assertThat(PurgeEstimate.of(table(1, 1)).readUnits()).isEqualTo(0.5);
    assertThat(PurgeEstimate.of(table(9, 4096)).readUnits()).isEqualTo(0.5);
    assertThat(PurgeEstimate.of(table(9, 4097)).readUnits()).isEqualTo(1);
  }

  /// Whatever the single sizes are, the truth lies between the two.
  @Test
  void writesAreAtLeastTheSumAndAtMostOneMoreForEachItem() {
    assertThat(PurgeEstimate.of(table(100, 100 * 300)).table()).isEqualTo(new Units(100, 129));
    assertThat(PurgeEstimate.of(table(10, 10 * 1536)).table()).isEqualTo(new Units(15, 25));
    long[] sizes = {1, 1024, 1025, 5000, 409_600};
    long units = 0;
    long bytes = 0;
    for (long size : sizes) {
      units += Math.ceilDiv(size, 1024);
      bytes += size;
    }
    Units range = PurgeEstimate.of(table(sizes.length, bytes)).table();
    assertThat(units).isBetween(range.least(), range.most());
  }

  @Test
  void eachIndexIsWrittenToo() {
    PurgeEstimate estimate =
        PurgeEstimate.of(
            table(10, 1000, index(Index.Kind.GSI, 4, 400), index(Index.Kind.LSI, 10, 20 * 1024)));
    assertThat(estimate.indexes()).isEqualTo(new Units(4 + 20, 4 + 30));
    assertThat(estimate.writes()).isEqualTo(new Units(10 + 24, 10 + 34));
    assertThat(estimate.least(10)).isEqualTo(Duration.ofMillis(3_400));
    assertThat(estimate.most(10)).isEqualTo(Duration.ofMillis(4_400));
  }

  @Test
  void itIsCheaperToCreateAnewOnceDeletingTakesLongerThanTheTableWouldBeGone() {
    PurgeEstimate minute = PurgeEstimate.of(table(1_500, 0));
    PurgeEstimate more = PurgeEstimate.of(table(1_501, 0));
    assertThat(PurgeWay.cheaper(minute, 25, true)).isEqualTo(PurgeWay.EACH);
    assertThat(PurgeWay.cheaper(more, 25, true)).isEqualTo(PurgeWay.ANEW);
    assertThat(PurgeWay.cheaper(more, 26, true)).isEqualTo(PurgeWay.EACH);
    assertThat(PurgeWay.cheaper(more, 25, false)).isEqualTo(PurgeWay.EACH);
  }
}
