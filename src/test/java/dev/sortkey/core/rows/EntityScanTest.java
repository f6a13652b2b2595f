package dev.sortkey.core.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EntityScanTest {
  private final RowStore store = new RowStore();
  private final EntityScan scan = new EntityScan(store, "PK", "SK");

  private void append(Item... items) {
    store.append(RowChunk.pack(store.dictionary(), List.of(items)));
  }

  private void append(int count, IntFunction<Item> item) {
    append(IntStream.range(0, count).mapToObj(item).toArray(Item[]::new));
  }

  private static Item item(String pk, String sk, String... attributes) {
    var item = new LinkedHashMap<String, Attr>();
    item.put("PK", new Attr.S(pk));
    item.put("SK", new Attr.S(sk));
    for (String attribute : attributes) {
      String[] parts = attribute.split("=", 2);
      item.put(parts[0], new Attr.S(parts.length == 2 ? parts[1] : "x"));
    }
    return new Item(item);
  }

  private Entities look(EntityRule... saved) {
    return scan.look(List.of(saved), _ -> true, Progress.none());
  }

  private static List<String> told(Entities entities) {
    return entities.all().stream()
        .map(one ->
            "%s: %s %s %d"
                .formatted(one.name(), one.rule().partition(), one.rule().sort(), one.count()))
        .toList();
  }

  @Test
  void theSampleShopIsUnderstood() {
    SampleTable shop =
        SampleTables.all().stream()
            .filter(table -> table.draft().name().equals("Shop"))
            .findFirst()
            .orElseThrow();
    shop.items().get().forEachRemaining(this::append);
    Entities entities = look();
    assertThat(entities.all())
        .extracting(Entities.Entity::name, one -> one.rule().partition(), one -> one.rule().sort())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Product", "PRODUCT#{text}", "DETAILS"),
            org.assertj.core.groups.Tuple.tuple("Customer", "USER#{text}", "PROFILE"),
            org.assertj.core.groups.Tuple.tuple("Address", "USER#{text}", "ADDR#{text}"),
            org.assertj.core.groups.Tuple.tuple("Cart", "USER#{text}", "CART#{text}"),
            org.assertj.core.groups.Tuple.tuple("Order", "USER#{text}", "ORDER#{date}#{number}"));
    assertThat(entities.others()).isZero();
    assertThat(entities.all().stream().mapToInt(Entities.Entity::count).sum())
        .isEqualTo(store.size());
    assertThat(entity(entities, "Address").attributes())
        .containsExactlyInAnyOrder("PK", "SK", "Entity", "Address");
    assertThat(entity(entities, "Order").rule().mark()).isEqualTo("ORDER#");
    assertThat(entity(entities, "Customer").rule().mark()).isEqualTo("USER#");
  }

  @Test
  void theOtherSamplesHaveNone() {
    for (SampleTable sample : SampleTables.all()) {
      var keys = sample.draft().keys();
      if (!sample.draft().name().equals("Shop")) {
        var other = new RowStore();
        Iterator<Item> items = sample.items().get();
        items.forEachRemaining(
            one -> other.append(RowChunk.pack(other.dictionary(), List.of(one))));
        Entities found =
            new EntityScan(
                    other,
                    keys.partition().getFirst().name(),
                    keys.sort().isEmpty() ? null : keys.sort().getFirst().name())
                .look(List.of(), _ -> true, Progress.none());
        assertThat(told(found)).as(sample.draft().name()).hasSizeLessThan(2);
      }
    }
  }

  private static Entities.Entity entity(Entities entities, String name) {
    return entities.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void namesComeFromTheWordsInTheKeys() {
    append(
        item("USER#1", "USER#1", "Name"),
        item("USER#1", "ORDER#2024-01-01", "Total"),
        item("USER#2", "USER#2", "Name"),
        item("USER#2", "ORDER#2024-01-02", "Total"),
        item("ORG#" + UUID.randomUUID(), "#METADATA#1", "Plan"));
    assertThat(told(look()))
        .containsExactly(
            "USER: USER#{number} USER#{number} 2",
            "USER / ORDER: USER#{number} ORDER#{date} 2",
            "ORG / METADATA: ORG#{uuid} #METADATA#{number} 1");
  }

  @Test
  void similarKeysAreOneEntity() {
    append(
        item("USER#1", "TASK#0#2024-01-01#a7", "T"),
        item("USER#b", "TASK#2024-01-01#b8", "T"),
        item("USER#1", "NOTE#1", "N"),
        item("USER#1", "NOTE#a", "N"));
    assertThat(told(look()))
        .containsExactly(
            "USER / TASK: USER#{text} TASK#* 2", "USER / NOTE: USER#{number} NOTE#{text} 2");
  }

  @Test
  void smallLettersCountWhereTheRowsDiffer() {
    append(4, i -> item("user:" + i, "profile", "Name"));
    append(4, i -> item("user:" + i, "order:" + i, "Total"));
    append(3, i -> item("room:r" + i, "meta", "CreatedBy"));
    assertThat(told(look()))
        .containsExactly(
            "user / profile: user:{number} profile 4",
            "user / order: user:{number} order:{number} 4",
            "room / meta: room:{text} meta 3");
  }

  @Test
  void wordsOfValuesNameNothing() {
    List<String> people = List.of("ana", "bao", "chloe", "dmitri");
    append(40, i -> item(people.get(i % 4) + "#" + i, "2024-01-0" + (i % 9 + 1), "Total", "Note"));
    assertThat(told(look())).isEmpty();
  }

  @Test
  void countriesNameNothing() {
    append(40, i -> item((i % 2 == 0 ? "FR#" : "DE#") + i, "x" + i, "City"));
    assertThat(told(look())).isEmpty();
  }

  @Test
  void statesWithinAKeyAreValues() {
    append(30, i -> item("SHOP#1", "EVENT#2024-01-01#" + (i % 2 == 0 ? "login" : "logout"), "By"));
    append(3, i -> item("SHOP#" + i, "PROFILE", "Name"));
    assertThat(told(look()))
        .containsExactly(
            "SHOP / EVENT: SHOP#{number} EVENT#{date}#{text} 30",
            "SHOP / PROFILE: SHOP#{number} PROFILE 3");
  }

  @Test
  void rowsOfKeysAloneAreToldByTheirFewWords() {
    append(3, i -> item("u#1#follower", "u#" + i));
    append(3, i -> item("u#1#following", "u#" + i));
    append(3, i -> item("p#1#likes", "u#" + i));
    assertThat(look().all())
        .extracting(Entities.Entity::name)
        .containsExactly("u follower / u", "u following / u", "p likes / u");
  }

  @Test
  void plainIdsHaveNoEntities() {
    var random = new Random(3);
    List<IntFunction<String>> ids =
        List.of(
            _ -> new UUID(random.nextLong(), random.nextLong()).toString(),
            Integer::toString,
            i -> "user" + i,
            i ->
                List.of("red", "blue", "green").get(i % 3)
                    + "-"
                    + List.of("hat", "shoe").get(i % 2),
            i -> List.of("eu", "us").get(i % 2) + "-west-" + i % 3,
            i -> "TSH-1" + i,
            i -> List.of("TSH", "MUG").get(i % 2) + "-1" + i,
            i -> "person" + i + "@example.com",
            i -> "https://example.com/page/" + i,
            i -> "Amazon S3#Thread " + i,
            i -> List.of("FR", "DE", "IT").get(i % 3),
            i -> "2024-01-" + (10 + i % 20) + "T10:00:00Z",
            i -> "10.0.0." + i,
            i -> "a1b" + i + "c#" + i);
    for (IntFunction<String> id : ids) {
      var plain = new RowStore();
      plain.append(
          RowChunk.pack(
              plain.dictionary(),
              IntStream.range(0, 60).mapToObj(i -> item(id.apply(i), "x" + i, "Name")).toList()));
      assertThat(
              told(new EntityScan(plain, "PK", "SK").look(List.of(), _ -> true, Progress.none())))
          .as(id.apply(1))
          .hasSizeLessThan(2);
    }
  }

  @Test
  void keysThatAreNoStringsFitOnlyWhatSaysNothingOfThem() {
    append(
        new Item(
            new LinkedHashMap<>(Map.of("PK", new Attr.N("-1.5"), "SK", new Attr.S("ORDER#1")))),
        new Item(
            new LinkedHashMap<>(Map.of("PK", new Attr.N("17"), "SK", new Attr.S("INVOICE#1")))),
        new Item(
            new LinkedHashMap<>(
                Map.of("PK", new Attr.B(Bytes.of((byte) 1)), "SK", new Attr.S("NOTE#1")))));
    assertThat(told(look()))
        .containsExactly(
            "ORDER: {number} ORDER#{number} 1",
            "INVOICE: {number} INVOICE#{number} 1",
            "NOTE: * NOTE#{number} 1");
  }

  @Test
  void anAttributeTellsEntitiesWhereTheKeysDoNot() {
    append(6, i -> item("a" + i, "1", "__typename=Post", "Title"));
    append(4, i -> item("b" + i, "1", "__typename=Comment", "Text"));
    Entities entities = look();
    assertThat(told(entities)).containsExactly("Post: * * 6", "Comment: * * 4");
    assertThat(entity(entities, "Comment").attributes())
        .containsExactlyInAnyOrder("PK", "SK", "__typename", "Text");
  }

  @Test
  void aTypeThatMakesNoDifferenceIsNoEntity() {
    append(6, i -> item("a" + i, "1", "type=credit", "Amount"));
    append(6, i -> item("b" + i, "1", "type=debit", "Amount"));
    assertThat(told(look())).isEmpty();
  }

  @Test
  void savedRulesComeFirstAndReplaceWhatSaysTheSame() {
    append(3, i -> item("USER#" + i, "PROFILE", "Name"));
    append(6, i -> item("USER#" + i % 3, "ORDER#" + i, "Total", "Kind=" + i % 2));
    Entities entities =
        look(
            new EntityRule("Customer", "USER#{number}", "PROFILE", "", ""),
            new EntityRule("Odd", "USER#*", "ORDER#*", "Kind", "1"),
            new EntityRule("Nobody", "NOBODY", "*", "", ""));
    assertThat(told(entities))
        .containsExactly(
            "Customer: USER#{number} PROFILE 3",
            "Odd: USER#* ORDER#* 3",
            "Nobody: NOBODY * 0",
            "USER / ORDER: USER#{number} ORDER#{number} 3");
    assertThat(entities.all())
        .extracting(Entities.Entity::saved)
        .containsExactly(true, true, true, false);
    assertThat(IntStream.range(0, store.size()).filter(entities.rowsOf(Set.of(1))::test).toArray())
        .containsExactly(4, 6, 8);
  }

  @Test
  void rowsOfNoneAreCountedToo() {
    append(3, i -> item("USER#" + i, "PROFILE", "Name"));
    append(3, i -> item("USER#" + i, "ORDER#" + i, "Total"));
    append(item("odd one", "out", "Odd"));
    Entities entities = look();
    assertThat(entities.others()).isEqualTo(1);
    assertThat(entities.rows()).isEqualTo(7);
    assertThat(entities.otherAttributes()).containsExactlyInAnyOrder("PK", "SK", "Odd");
    assertThat(entities.rowsOf(Set.of(-1)).test(6)).isTrue();
    assertThat(entities.rowsOf(Set.of(-1)).test(7)).isFalse();
  }

  @Test
  void rowsThatWereReplacedDoNotCount() {
    append(3, i -> item("USER#" + i, "PROFILE", "Name"));
    append(3, i -> item("USER#" + i, "ORDER#" + i, "Total"));
    Entities entities = scan.look(List.of(), row -> row != 0, Progress.none());
    assertThat(entities.all().getFirst().count()).isEqualTo(2);
    assertThat(entities.rows()).isEqualTo(5);
  }

  @Test
  void laterPagesAreAddedAndMayBendAPattern() {
    append(3, i -> item("USER#" + i, "PROFILE", "Name"));
    append(3, i -> item("USER#" + i, "ORDER#" + i, "Total"));
    Entities first = look();
    append(2, i -> item("USER#x" + i, "ORDER#" + i, "Total"));
    Entities second = look();
    assertThat(told(first))
        .containsExactly(
            "USER / PROFILE: USER#{number} PROFILE 3",
            "USER / ORDER: USER#{number} ORDER#{number} 3");
    assertThat(told(second))
        .containsExactly(
            "USER / PROFILE: USER#{number} PROFILE 3",
            "USER / ORDER: USER#{text} ORDER#{number} 5");
    assertThat(first.rowsOf(Set.of(1)).test(7)).isFalse();
    assertThat(second.rowsOf(Set.of(1)).test(7)).isTrue();
  }

  @Test
  void aCancelledLookGoesOnLater() {
    append(3, i -> item("USER#" + i, "PROFILE", "Name"));
    append(3, i -> item("USER#" + i, "ORDER#" + i, "Total"));
    var cancelled =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> scan.look(List.of(), _ -> true, cancelled))
        .isInstanceOf(CancellationException.class);
    assertThat(look().rows()).isEqualTo(6);
  }

  @Test
  void oneRuleIsTriedAlone() {
    append(3, i -> item("USER#" + i, "PROFILE", "Name"));
    append(3, i -> item("USER#" + i, "ORDER#" + i, "Total"));
    EntityScan.Matches matches =
        scan.matching(
            new EntityRule("x", "USER#1", "*", "", ""), row -> row != 1, 5, Progress.none());
    assertThat(matches.count()).isEqualTo(1);
    assertThat(matches.rows()).isEqualTo(5);
    assertThat(matches.first()).containsExactly(4);
  }

  @Test
  void anyNumberOfWordsKeepsTheMemoryAndTheOrders() {
    for (int page = 0; page < 20; page++) {
      int from = page * 1_000;
      append(1_000, i -> item(word(from + i), "ORDER#" + i, "Total"));
      append(100, i -> item(word(from + i), "PROFILE", "Name"));
    }
    assertThat(told(look()))
        .containsExactly("ORDER: * ORDER#{number} 20000", "PROFILE: * PROFILE 2000");
  }

  /// Letters only.
  private static String word(int number) {
    return Integer.toString(number, 16)
        .chars()
        .mapToObj(c -> Character.toString('g' + c % 16))
        .reduce("w", String::concat);
  }

  @Provide
  Arbitrary<List<Item>> rows() {
    Arbitrary<String> part =
        Arbitraries.of(
            "USER",
            "ORDER",
            "user",
            "ana",
            "PROFILE",
            "meta",
            "17",
            "2024-01-02",
            "2024-01-02T10:00:00Z",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "a b",
            "é",
            "x1y2z3",
            "",
            "{text}",
            "*",
            "\\",
            "\u0001");
    Arbitrary<String> key =
        Combinators.combine(
                part.list().ofMinSize(1).ofMaxSize(5),
                Arbitraries.of("#", "|", ":", "_", "-", "/", "."))
            .as((parts, separator) -> String.join(separator, parts));
    Arbitrary<String> attribute = Arbitraries.of("A", "B", "type=x", "Entity=y", "Entity=z");
    return Combinators.combine(key, key, attribute.set().ofMaxSize(3))
        .as((pk, sk, others) -> item(pk, sk, others.toArray(String[]::new)))
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 500)
  void everyRowIsCountedOnceAndFitsItsRule(@ForAll("rows") List<Item> rows) {
    var any = new RowStore();
    var scanning = new EntityScan(any, "PK", "SK");
    List<Item> left = new ArrayList<>(rows);
    Entities entities = Entities.none();
    while (!left.isEmpty()) {
      List<Item> page = left.subList(0, Math.min(20, left.size()));
      any.append(RowChunk.pack(any.dictionary(), page));
      page.clear();
      entities = scanning.look(List.of(), _ -> true, Progress.none());
    }
    assertThat(entities.all().stream().mapToInt(Entities.Entity::count).sum() + entities.others())
        .isEqualTo(rows.size());
    if (!entities.all().isEmpty() && entities.all().getFirst().rule().attribute().isEmpty()) {
      assertThat(entities.others()).isLessThanOrEqualTo((rows.size() + 1) / 2);
    }
    for (int place = 0; place < entities.all().size(); place++) {
      Entities.Entity entity = entities.all().get(place);
      for (int row = 0; row < rows.size(); row++) {
        if (entities.rowsOf(Set.of(place)).test(row)) {
          assertThat(entity.rule().matches(rows.get(row), "PK", "SK")).isTrue();
          assertThat(entity.attributes()).containsAll(rows.get(row).attributes().keySet());
        }
      }
    }
  }
}
