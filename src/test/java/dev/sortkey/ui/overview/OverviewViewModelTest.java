package dev.sortkey.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.backup.Recovery;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.table.TimeToLive;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.TablePage;
import dev.sortkey.ui.workbench.Tables;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {
  private static final KeySchema KEY =
      new KeySchema(List.of(new KeyAttribute("pk", KeyType.S)), List.of());
  private static final TableSchema TABLE = table(new Capacity.OnDemand(100L, null));

  private static TableSchema table(Capacity capacity) {
    return new TableSchema(
        "Orders",
        "arn:aws:dynamodb:eu-west-1:111122223333:table/Orders",
        "ACTIVE",
        KEY,
        List.of(),
        capacity,
        "STANDARD_INFREQUENT_ACCESS",
        false,
        1000,
        512_000,
        null);
  }

  private static Map<String, Fact> byId(List<Fact> facts) {
    return facts.stream().collect(Collectors.toMap(Fact::id, Function.identity()));
  }

  @Test
  void whatWasToldIsSaidAndWhatWasRefusedSaysWhy() {
    Map<String, Fact> facts =
        byId(
            new Facts(
                    TABLE,
                    new Told.Nothing<>(),
                    new Told.Value<>(new TimeToLive(TimeToLive.Status.ENABLED, "expires")),
                    new Told.Refused<>(
                        Problem.of(Problem.Kind.ACCESS_DENIED, "Not allowed", "Ask for it.")))
                .all());
    assertThat(facts.get("average").value()).isEqualTo("512 B");
    assertThat(facts.get("capacity").value()).isEqualTo("On-demand, at most 100 / any");
    assertThat(facts.get("class").value()).isEqualTo("Standard-IA");
    assertThat(facts.get("ttl").value()).isEqualTo("On, by expires");
    assertThat(facts.get("encryption").known()).as("on its way").isFalse();
    assertThat(facts.get("recovery"))
        .satisfies(fact -> {
          assertThat(fact.value()).isEqualTo("no access");
          assertThat(fact.detail()).contains("Ask for it.");
          assertThat(fact.known()).isFalse();
          assertThat(fact.page()).isEqualTo(TablePage.BACKUPS);
        });
  }

  @Test
  void eachStateHasItsWords() {
    assertThat(ttl(TimeToLive.Status.ENABLING)).isEqualTo("Being turned on, by expires");
    assertThat(ttl(TimeToLive.Status.DISABLING)).isEqualTo("Being turned off");
    assertThat(ttl(TimeToLive.Status.DISABLED)).isEqualTo("Off");
    assertThat(recovery(35)).isEqualTo("On, 35 days");
    assertThat(recovery(1)).isEqualTo("On, 1 day");
    assertThat(capacity(new Capacity.Provisioned(5, 1200))).isEqualTo("Provisioned 5 / 1,200");
    assertThat(capacity(Capacity.onDemand())).isEqualTo("On-demand");
  }

  private static String ttl(TimeToLive.Status status) {
    var told = new Told.Value<>(new TimeToLive(status, "expires"));
    return value("ttl", new Facts(TABLE, new Told.Nothing<>(), told, new Told.Nothing<>()));
  }

  private static String recovery(int days) {
    var told = new Told.Value<>(new Recovery(true, days, null, null));
    return value("recovery", new Facts(TABLE, new Told.Nothing<>(), new Told.Nothing<>(), told));
  }

  private static String capacity(Capacity capacity) {
    return value(
        "capacity",
        new Facts(
            table(capacity), new Told.Nothing<>(), new Told.Nothing<>(), new Told.Nothing<>()));
  }

  private static String value(String id, Facts facts) {
    return byId(facts.all()).get(id).value();
  }

  @Test
  void whatIsDescribedIsKnownToAllPagesAndAClosedPageFollowsNoMore() {
    try (Session session = Desks.session()) {
      String name = "OverviewDescribed";
      session.tables().create(new TableDraft(name, KEY, Capacity.onDemand(), List.of(), false));
      Work work = Work.direct();
      var tables = new Tables(session.tables(), work);
      var model = new OverviewViewModel(session, tables, work, name);
      model.refresh();
      assertThat(tables.schema(name)).isPresent();
      assertThat(model.schemaProperty().get()).isEqualTo(tables.schema(name).orElseThrow());
      assertThat(byId(model.factsProperty().get()).get("protection").value()).isEqualTo("Off");
      session.admin().update(name, new TableUpdate.Protect(true));
      tables.put(session.tables().describe(name));
      assertThat(byId(model.factsProperty().get()).get("protection").value()).isEqualTo("On");
      model.close();
      session.admin().update(name, new TableUpdate.Protect(false));
      tables.put(session.tables().describe(name));
      assertThat(byId(model.factsProperty().get()).get("protection").value()).isEqualTo("On");
    }
  }

  @Test
  void aTableThatIsNotThereIsAProblemOfThePageAndNotOfItsFacts() {
    try (Session session = Desks.session()) {
      Work work = Work.direct();
      var model =
          new OverviewViewModel(session, new Tables(session.tables(), work), work, "NoSuchTable");
      model.refresh();
      assertThat(model.problemProperty().get())
          .extracting(Problem::kind)
          .isEqualTo(Problem.Kind.NOT_FOUND);
      assertThat(model.factsProperty().get()).isEmpty();
      model.close();
    }
  }

  @Test
  void whatIsReadHereIsKnownToTheRestOfTheWindow() {
    try (Session session = Desks.session()) {
      String name = "OverviewModel";
      session
          .tables()
          .create(
              new TableDraft(
                  name,
                  new KeySchema(List.of(new KeyAttribute("pk", KeyType.S)), List.of()),
                  Capacity.onDemand(),
                  List.of(),
                  false));
      Work work = Work.direct();
      var tables = new Tables(session.tables(), work);
      var model = new OverviewViewModel(session, tables, work, name);
      model.refresh();
      assertThat(tables.schema(name)).isPresent();
      assertThat(model.schemaProperty().get()).isEqualTo(tables.schema(name).orElseThrow());
      model.close();
      session.tables().delete(name);
    }
  }
}
