package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.table.TimeToLive;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The table's settings on DynamoDB Local, as far as it has them.
class TableAdminOnLocalTest {
  private final Session session = Sessions.fresh();
  private final TableAdmin admin = session.admin();
  private String arn = "";

  @BeforeEach
  void create() {
    arn = session.tables().create(Sessions.draft("orders")).arn();
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void protectionStreamAndUnitsChange() {
    assertThat(change(new TableUpdate.Protect(true)).schema().deletionProtection()).isTrue();
    assertThat(change(new TableUpdate.Stream(StreamView.KEYS_ONLY)).stream())
        .satisfies(stream -> {
          assertThat(stream.enabled()).isTrue();
          assertThat(stream.view()).isEqualTo(StreamView.KEYS_ONLY);
          assertThat(stream.arn()).contains("/stream/");
        });
    assertThat(change(new TableUpdate.Stream(null)).stream().enabled()).isFalse();
    assertThat(change(units(new Capacity.Provisioned(5, 6))).schema().capacity())
        .isEqualTo(new Capacity.Provisioned(5, 6));
    assertThat(change(units(new Capacity.OnDemand(40L, 20L))).schema().capacity())
        .isEqualTo(new Capacity.OnDemand(40L, 20L));
    assertThat(change(units(Capacity.onDemand())).schema().capacity())
        .isEqualTo(Capacity.onDemand());
  }

  @Test
  void anIndexIsBuiltChangedAndDeleted() {
    var index =
        new TableDraft.IndexDraft(
            "by-date",
            Index.Kind.GSI,
            new KeySchema(
                List.of(new KeyAttribute("date", KeyType.S)),
                List.of(new KeyAttribute("pk", KeyType.S))),
            Projection.all(),
            Capacity.onDemand());
    Index built =
        change(new TableUpdate.CreateIndex(index)).schema().index("by-date").orElseThrow();
    assertThat(built.keys()).isEqualTo(index.keys());
    assertThat(built.status()).isEqualTo("ACTIVE");

    SequencedMap<String, Capacity> indexes = new LinkedHashMap<>();
    indexes.put("by-date", new Capacity.Provisioned(3, 4));
    change(new TableUpdate.Units(new Capacity.Provisioned(5, 6), indexes));
    indexes.put("by-date", new Capacity.Provisioned(7, 8));
    TableDetails raised = change(new TableUpdate.Units(null, indexes));
    assertThat(raised.schema().index("by-date").orElseThrow().capacity())
        .isEqualTo(new Capacity.Provisioned(7, 8));
    assertThat(change(new TableUpdate.DeleteIndex("by-date")).schema().indexes()).isEmpty();
  }

  @Test
  void expiryIsSwitchedOnAndOff() {
    assertThat(admin.timeToLive("orders").on()).isFalse();
    admin.setTimeToLive("orders", "expires", true);
    assertThat(admin.timeToLive("orders"))
        .isEqualTo(new TimeToLive(TimeToLive.Status.ENABLED, "expires"));
    admin.setTimeToLive("orders", "expires", false);
    assertThat(admin.timeToLive("orders").on()).isFalse();
  }

  @Test
  void whatTheEndpointDoesNotOfferIsSaidSo() {
    for (Runnable call :
        List.<Runnable>of(
            () -> admin.tags(arn),
            () -> admin.policy(arn),
            () -> admin.keys(),
            () -> admin.autoScaling(session.tables().describe("orders")))) {
      Problem problem = catchThrowableOfType(ProblemException.class, call::run).problem();
      assertThat(problem.kind()).as(problem.code()).isEqualTo(Problem.Kind.UNSUPPORTED_BY_ENDPOINT);
    }
  }

  private static TableUpdate.Units units(Capacity capacity) {
    return new TableUpdate.Units(capacity, new LinkedHashMap<>(Map.of()));
  }

  private TableDetails change(TableUpdate update) {
    admin.update("orders", update);
    return admin.follow("orders", Duration.ofMillis(20), Progress.none(), _ -> {});
  }
}
