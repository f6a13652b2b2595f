package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.rows.Entities;
import dev.sortkey.core.rows.EntityRule;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.items.EntityDraft.Field;
import dev.sortkey.ui.kit.grid.GridColumn;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntitiesViewModelTest {
  private static final TableSchema TABLE =
      new TableSchema(
          "Orders",
          "arn:aws:dynamodb:eu-west-1:1:table/Orders",
          "ACTIVE",
          new KeySchema(
              List.of(new KeyAttribute("PK", KeyType.S)),
              List.of(new KeyAttribute("SK", KeyType.S))),
          List.of(),
          Capacity.onDemand(),
          "STANDARD",
          false,
          100,
          10_000,
          null);

  private final Fakes session = new Fakes(Environment.SANDBOX);
  private final List<EntityRule> saved = new ArrayList<>();
  private final Work work = Work.direct();

  private static Item item(String pk, String sk, String attribute) {
    var item = new LinkedHashMap<String, Attr>();
    item.put("PK", new Attr.S(pk));
    item.put("SK", new Attr.S(sk));
    item.put(attribute, new Attr.S("x"));
    return new Item(item);
  }

  private void customers(int count) {
    for (int i = 0; i < count; i++) {
      session.items.add(item("USER#" + i, "PROFILE", "Name"));
      session.items.add(item("USER#" + i, "ORDER#" + i, "Total"));
      session.items.add(item("USER#" + i, "ORDER#1" + i, "Total"));
    }
  }

  private ItemsViewModel open() {
    session.table = TABLE;
    var items =
        new ItemsViewModel(
            "Orders", session, new Tables(session, work), work, new ReadLimit(0, _ -> {}));
    items.open();
    return items;
  }

  private EntitiesViewModel entities(ItemsViewModel items) {
    return new EntitiesViewModel(TABLE, items, () -> saved, work);
  }

  private static List<String> told(EntitiesViewModel entities) {
    return entities.offered().stream().map(one -> one.name() + " " + one.count()).toList();
  }

  private static List<String> keys(ItemsViewModel items) {
    return IntStream.range(0, items.rows().size())
        .mapToObj(at -> ((Attr.S) items.rows().item(at).get("SK")).value())
        .toList();
  }

  private static List<String> columns(ItemsViewModel items) {
    return items.columns().shown().stream().map(GridColumn::name).toList();
  }

  @Test
  void oneChosenIsShownAloneWithItsColumns() {
    customers(2);
    ItemsViewModel items = open();
    EntitiesViewModel entities = entities(items);
    assertThat(entities.offers()).isTrue();
    assertThat(told(entities)).containsExactly("USER / PROFILE 2", "USER / ORDER 4");

    entities.choose("USER / PROFILE", false);
    assertThat(keys(items)).containsExactly("PROFILE", "PROFILE");
    assertThat(columns(items)).containsExactly("PK", "SK", "Name");
    assertThat(entities.chosenRows()).isEqualTo(2);

    entities.choose("USER / ORDER", true);
    assertThat(items.rows().size()).isEqualTo(6);
    assertThat(columns(items)).containsExactly("PK", "SK", "Name", "Total");

    entities.choose("USER / ORDER", false);
    assertThat(keys(items)).hasSize(4).doesNotContain("PROFILE");
    entities.choose("USER / ORDER", false);
    assertThat(entities.chosenProperty().get()).isEmpty();
    assertThat(items.rows().size()).isEqualTo(6);
    assertThat(items.rows().orderProperty().get()).isNull();
  }

  @Test
  void aFilterAndASortWorkWithinTheChosen() {
    customers(3);
    ItemsViewModel items = open();
    EntitiesViewModel entities = entities(items);
    entities.choose("USER / ORDER", false);
    items.rows().containingProperty().set("USER#2");
    assertThat(keys(items)).containsExactly("ORDER#2", "ORDER#12");
    entities.chooseAll();
    assertThat(keys(items)).containsExactly("PROFILE", "ORDER#2", "ORDER#12");
  }

  @Test
  void aPlainTableOffersNothing() {
    IntStream.range(0, 20)
        .mapToObj(i -> item("id" + i, "a" + i, "Name"))
        .forEach(session.items::add);
    assertThat(entities(open()).offers()).isFalse();
  }

  @Test
  void oneRuleOfThePersonsIsReasonEnough() {
    IntStream.range(0, 20)
        .mapToObj(i -> item("id" + i, "a" + i, "Name"))
        .forEach(session.items::add);
    saved.add(new EntityRule("Ones", "id1*", "*", "", ""));
    EntitiesViewModel entities = entities(open());
    assertThat(entities.offers()).isTrue();
    assertThat(told(entities)).containsExactly("Ones 11");
    entities.choose(EntitiesViewModel.OTHERS, false);
    assertThat(entities.chosenRows()).isEqualTo(9);
  }

  @Test
  void laterPagesAndOtherReadsKeepTheChoice() {
    customers(150);
    ItemsViewModel items = open();
    EntitiesViewModel entities = entities(items);
    entities.choose("USER / PROFILE", false);
    int before = items.rows().size();
    items.results().loadAll();
    assertThat(items.rows().size()).isGreaterThan(before).isEqualTo(150);
    assertThat(told(entities)).containsExactly("USER / PROFILE 150", "USER / ORDER 300");

    session.items.subList(3, session.items.size()).clear();
    items.run();
    assertThat(keys(items)).containsExactly("PROFILE");

    session.items.clear();
    IntStream.range(0, 3).mapToObj(i -> item("id" + i, "a", "Name")).forEach(session.items::add);
    items.ask(QuerySpec.auto(List.of()), true);
    assertThat(entities.chosenProperty().get()).isEmpty();
    assertThat(items.rows().size()).isEqualTo(3);
    assertThat(columns(items)).containsExactly("PK", "SK", "Name");
  }

  @Test
  void whatIsWrittenAndDeletedCounts() {
    customers(2);
    ItemsViewModel items = open();
    EntitiesViewModel entities = entities(items);
    entities.choose("USER / ORDER", false);
    items.rows().written(TABLE, item("USER#0", "ORDER#7", "Total"), _ -> {});
    assertThat(told(entities)).containsExactly("USER / PROFILE 2", "USER / ORDER 5");
    assertThat(keys(items)).contains("ORDER#7");
    items.rows().deleted(Set.of(ItemKey.of(item("USER#0", "ORDER#7", "x"), List.of("PK", "SK"))));
    assertThat(told(entities)).containsExactly("USER / PROFILE 2", "USER / ORDER 4");
    assertThat(keys(items)).doesNotContain("ORDER#7");
  }

  @Test
  void aRuleThatIsRenamedStaysChosen() {
    customers(2);
    ItemsViewModel items = open();
    EntitiesViewModel entities = entities(items);
    entities.choose("USER / ORDER", false);
    Entities.Entity order = entities.offered().get(1);
    saved.add(order.rule().named("Purchase"));
    entities.renamed("USER / ORDER", "Purchase");
    entities.rulesChanged();
    assertThat(told(entities)).containsExactly("Purchase 4", "USER / PROFILE 2");
    assertThat(entities.chosenProperty().get()).containsExactly("Purchase");
    assertThat(items.rows().size()).isEqualTo(4);
  }

  @Test
  void aDraftIsTriedAtEachStroke() {
    customers(3);
    EntitiesViewModel entities = entities(open());
    var draft = new EntityDraft(entities, entities.offered().get(1).rule(), work);
    assertThat(draft.triedProperty().get())
        .isEqualTo(
            new EntityDraft.Tried(
                6,
                9,
                List.of(
                    "USER#0  ·  ORDER#0",
                    "USER#0  ·  ORDER#10",
                    "USER#1  ·  ORDER#1",
                    "USER#1  ·  ORDER#11",
                    "USER#2  ·  ORDER#2")));

    draft.textProperty(Field.PARTITION).set("USER#1");
    assertThat(draft.triedProperty().get().count()).isEqualTo(2);

    draft.textProperty(Field.PARTITION).set("USER#{id}");
    assertThat(draft.triedProperty().get()).isNull();
    assertThat(draft.flawsProperty().get().get(Field.PARTITION)).contains("{id}", "{text}");
    assertThat(draft.rule()).isEmpty();

    draft.textProperty(Field.PARTITION).set("*");
    draft.textProperty(Field.SORT).set("*");
    assertThat(draft.flawsProperty().get()).containsOnlyKeys(Field.PARTITION);
    draft.textProperty(Field.VALUE).set("Order");
    assertThat(draft.flawsProperty().get()).containsKey(Field.ATTRIBUTE);
    draft.textProperty(Field.ATTRIBUTE).set("Kind");
    assertThat(draft.triedProperty().get().count()).isZero();
    draft.textProperty(Field.NAME).set(" ");
    assertThat(draft.rule()).isEmpty();
    assertThat(draft.flawsProperty().get()).containsOnlyKeys(Field.NAME);
    draft.textProperty(Field.NAME).set(" Order ");
    assertThat(draft.rule()).contains(new EntityRule("Order", "*", "*", "Kind", "Order"));
  }

  @Test
  void noTwoSavedHaveOneName() {
    customers(2);
    saved.add(new EntityRule("Mine", "MINE#*", "*", "", ""));
    EntitiesViewModel entities = entities(open());
    var draft = new EntityDraft(entities, null, work);
    draft.textProperty(Field.PARTITION).set("USER#*");
    draft.textProperty(Field.NAME).set("Mine");
    assertThat(draft.rule()).isEmpty();
    assertThat(draft.flawsProperty().get()).containsOnlyKeys(Field.NAME);
  }
}
