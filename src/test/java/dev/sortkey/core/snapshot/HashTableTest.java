package dev.sortkey.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HashTableTest {
  @Test
  void itFindsEachOfManyKeysThoughItGrows() {
    var table = new HashTable(0);
    var random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      assertThat(table.put(new ItemHash.Of128(random.nextLong(), random.nextInt(1_000_000)), i))
          .isTrue();
    }

    assertThat(table.size()).isEqualTo(50_000);
    var again = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      int place = table.find(new ItemHash.Of128(again.nextLong(), again.nextInt(1_000_000)));
      assertThat(table.item(place)).isEqualTo(i);
      table.see(place);
    }
    assertThat(table.countSeen()).isEqualTo(50_000);
    assertThat(table.find(new ItemHash.Of128(1, 2))).isEqualTo(HashTable.NONE);
  }

  @Test
  void aKeyThatIsPutTwiceHasTheLaterItem() {
    var table = new HashTable(10);
    var key = new ItemHash.Of128(0, 0);

    assertThat(table.put(key, 1)).isTrue();
    assertThat(table.put(key, 2)).isFalse();

    assertThat(table.item(table.find(key))).isEqualTo(2);
    assertThat(table.size()).isOne();
  }
}
