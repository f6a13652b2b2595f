package dev.sortkey.ui.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.table.TableSchema;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewIndexViewModelTest {
  private static TableSchema table(Capacity capacity, int indexes) {
    return new TableSchema(
        "Orders",
        "arn",
        "ACTIVE",
        new KeySchema(
            List.of(new KeyAttribute("OrderID", KeyType.S)),
            List.of(new KeyAttribute("At", KeyType.N))),
        IntStream.range(0, indexes).mapToObj(i -> index("index" + i, capacity)).toList(),
        capacity,
        "STANDARD",
        false,
        0,
        0,
        null);
  }

  private static Index index(String name, Capacity capacity) {
    return new Index(
        name,
        Index.Kind.GSI,
        new KeySchema(List.of(new KeyAttribute("Customer", KeyType.B)), List.of()),
        Projection.all(),
        capacity,
        "ACTIVE",
        false,
        0,
        0);
  }

  private static List<String> fields(NewIndexViewModel form) {
    return form.flaws().stream().map(Flaw::field).distinct().toList();
  }

  @Test
  void aTypeThatIsSetInTheTableIsTakenOver() {
    var form = new NewIndexViewModel(table(Capacity.onDemand(), 1));
    form.partition().getFirst().nameProperty().set("Customer");
    form.sort().getFirst().nameProperty().set("At");
    assertThat(form.partition().getFirst().typeProperty().get()).isEqualTo(KeyType.B);
    assertThat(form.sort().getFirst().typeProperty().get()).isEqualTo(KeyType.N);
    assertThat(form.known("Customer")).contains(KeyType.B);
    assertThat(form.known("Total")).isEmpty();
    assertThat(form.flaws()).isEmpty();
    assertThat(form.draft().name()).isEqualTo("Customer-At-index");
    assertThat(form.draft().keys().all())
        .containsExactly(
            new KeyAttribute("Customer", KeyType.B), new KeyAttribute("At", KeyType.N));
  }

  @Test
  void whatDynamoDbWouldRefuseIsSaidByItsField() {
    var form = new NewIndexViewModel(table(new Capacity.Provisioned(5, 5), 1));
    assertThat(fields(form)).contains("partition").doesNotContain("sort");
    form.partition().getFirst().nameProperty().set("Total");
    assertThat(form.flaws()).as("an empty sort key is none").isEmpty();
    assertThat(form.draft().keys().sort()).isEmpty();
    form.sort().getFirst().nameProperty().set("Total");
    assertThat(fields(form)).containsExactly("sort");
    form.sort().clear();
    form.nameProperty().set("index0");
    assertThat(fields(form)).containsExactly("name");
    form.nameProperty().set("");
    form.projectionProperty().set(Projection.Kind.INCLUDE);
    assertThat(fields(form)).containsExactly("projection");
    form.included().add("Status");
    form.readProperty().set("0");
    form.writeProperty().set("x");
    assertThat(fields(form)).containsExactly("read", "write");
    form.readProperty().set("3");
    form.writeProperty().set("4");
    assertThat(form.flaws()).isEmpty();
    assertThat(form.draft().capacity()).isEqualTo(new Capacity.Provisioned(3, 4));
    assertThat(form.draft().projection())
        .isEqualTo(new Projection(Projection.Kind.INCLUDE, List.of("Status")));
    form.projectionProperty().set(Projection.Kind.KEYS_ONLY);
    assertThat(form.draft().projection())
        .as("what was typed stays in the form and is not sent")
        .isEqualTo(new Projection(Projection.Kind.KEYS_ONLY, List.of()));
    assertThat(form.included()).containsExactly("Status");
  }

  @Test
  void aKeyMayHaveFourAttributesOfEachKindAndATableTwentyIndexes() {
    var form = new NewIndexViewModel(table(Capacity.onDemand(), 20));
    form.partition().getFirst().nameProperty().set("a");
    for (String name : List.of("b", "c", "d")) {
      var key = new KeyField();
      key.nameProperty().set(name);
      form.partition().add(key);
    }
    assertThat(fields(form)).containsExactly("indexes");
    assertThat(form.draft().keys().partition()).hasSize(4);
    assertThat(form.draft().name()).isEqualTo("a-b-c-d-index");
  }

  @Test
  void aChangeOfAKeyThatCameLaterIsNoticed() {
    var form = new NewIndexViewModel(table(Capacity.onDemand(), 0));
    var key = new KeyField();
    form.sort().add(key);
    long before = form.revisionProperty().get();
    key.nameProperty().set("x");
    assertThat(form.revisionProperty().get()).isGreaterThan(before);
  }
}
