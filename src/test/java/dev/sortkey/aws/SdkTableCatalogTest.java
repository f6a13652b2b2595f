package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SdkTableCatalogTest {
  private static final KeyAttribute ORDER = new KeyAttribute("OrderID", KeyType.S);
  private static final KeyAttribute CUSTOMER = new KeyAttribute("CustomerID", KeyType.S);
  private static final KeyAttribute DATE = new KeyAttribute("OrderDate", KeyType.S);
  private static final KeyAttribute TOTAL = new KeyAttribute("Total", KeyType.N);
  private static final KeyAttribute HASH = new KeyAttribute("Hash", KeyType.B);

  private final Session session = Sessions.fresh();

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void aTableIsDescribedAsItWasDrafted() {
    var draft =
        new TableDraft(
            "CustomerOrders",
            new KeySchema(List.of(ORDER), List.of(CUSTOMER)),
            Capacity.onDemand(),
            List.of(
                gsi("CustomerID-index", List.of(CUSTOMER), List.of(DATE), Projection.all()),
                gsi(
                    "several",
                    List.of(CUSTOMER, DATE),
                    List.of(TOTAL, HASH),
                    new Projection(Projection.Kind.INCLUDE, List.of("Note"))),
                new TableDraft.IndexDraft(
                    "by-total",
                    Index.Kind.LSI,
                    new KeySchema(List.of(ORDER), List.of(TOTAL)),
                    new Projection(Projection.Kind.KEYS_ONLY, List.of()),
                    Capacity.onDemand())),
            true);

    session.tables().create(draft);
    TableSchema table = session.tables().describe("CustomerOrders");

    assertThat(table.active()).isTrue();
    assertThat(table.arn()).contains("table/CustomerOrders");
    assertThat(table.keys()).isEqualTo(draft.keys());
    assertThat(table.capacity()).isEqualTo(Capacity.onDemand());
    assertThat(table.deletionProtection()).isTrue();
    assertThat(table.tableClass()).isEqualTo("STANDARD");
    assertThat(table.created()).isNotNull();
    assertThat(table.indexes()).hasSize(3);
    for (TableDraft.IndexDraft index : draft.indexes()) {
      assertThat(table.index(index.name()))
          .hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(index.kind());
            assertThat(found.keys()).isEqualTo(index.keys());
            assertThat(found.projection()).isEqualTo(index.projection());
            assertThat(found.capacity()).isEqualTo(Capacity.onDemand());
            assertThat(found.status()).isEqualTo("ACTIVE");
          });
    }
  }

  @Test
  void provisionedCapacityAndLimitsOfOnDemandComeBack() {
    var keys = new KeySchema(List.of(ORDER), List.of());
    var index =
        new TableDraft.IndexDraft(
            "by-date",
            Index.Kind.GSI,
            new KeySchema(List.of(DATE), List.of()),
            Projection.all(),
            new Capacity.Provisioned(3, 4));
    session
        .tables()
        .create(
            new TableDraft(
                "provisioned", keys, new Capacity.Provisioned(5, 6), List.of(index), false));
    session
        .tables()
        .create(new TableDraft("limited", keys, new Capacity.OnDemand(10L, 20L), List.of(), false));

    TableSchema provisioned = session.tables().describe("provisioned");
    assertThat(provisioned.capacity()).isEqualTo(new Capacity.Provisioned(5, 6));
    assertThat(provisioned.index("by-date").orElseThrow().capacity())
        .isEqualTo(new Capacity.Provisioned(3, 4));
    assertThat(provisioned.deletionProtection()).isFalse();
    assertThat(session.tables().describe("limited").capacity())
        .isEqualTo(new Capacity.OnDemand(10L, 20L));
  }

  @Test
  void allNamesAreListedBeyondTheFirstPage() {
    // API Reference, ListTables: a page has 100 names at the most.
    List<String> names = IntStream.range(0, 103).mapToObj("table-%03d"::formatted).toList();
    names.forEach(name -> session.tables().create(Sessions.draft(name)));

    assertThat(session.tables().names()).isEqualTo(names);
  }

  @Test
  void aDeletedTableIsNotFoundAndTheProblemSaysWhereElseItMayBe() {
    session.tables().create(Sessions.draft("going"));
    session.tables().delete("going");

    Problem problem = problem(() -> session.tables().describe("going"));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    assertThat(problem.code()).isEqualTo("ResourceNotFoundException");
    assertThat(problem.requestId()).isNotBlank();
    assertThat(problem.detail()).contains("eu-west-1", "access key");
    assertThat(session.tables().names()).isEmpty();
  }

  @Test
  void aNameThatIsTakenAndAProtectedTableAreRefusedInWords() {
    var draft = Sessions.draft("taken");
    session
        .tables()
        .create(new TableDraft("taken", draft.keys(), draft.capacity(), List.of(), true));

    assertThat(problem(() -> session.tables().create(draft)).kind())
        .isEqualTo(Problem.Kind.INVALID_REQUEST);
    assertThat(problem(() -> session.tables().delete("taken")))
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID_REQUEST);
          assertThat(problem.detail()).contains("protect");
        });
  }

  private static Problem problem(Runnable call) {
    return catchThrowableOfType(ProblemException.class, call::run).problem();
  }

  private static TableDraft.IndexDraft gsi(
      String name, List<KeyAttribute> partition, List<KeyAttribute> sort, Projection projection) {
    return new TableDraft.IndexDraft(
        name, Index.Kind.GSI, new KeySchema(partition, sort), projection, Capacity.onDemand());
  }
}
