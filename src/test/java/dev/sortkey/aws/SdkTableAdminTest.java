package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.AutoScaling;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KmsKey;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.ResourcePolicy;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.table.TimeToLive;
import dev.sortkey.core.table.WarmThroughput;
import dev.sortkey.standin.DynamoTables;
import dev.sortkey.standin.Kms;
import dev.sortkey.standin.Scaling;
import dev.sortkey.standin.SetClock;
import dev.sortkey.standin.StandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkTableAdminTest {
  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"123456789012\"},\"Action\":\"dynamodb:GetItem\",\"Resource\":\"*\"}]}";

  private final SetClock clock = new SetClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Scaling scaling = new Scaling();
  private final DynamoTables tables =
      new DynamoTables(Sessions.local(), clock, Duration.ofSeconds(30)).with(scaling);
  private final Kms kms = new Kms();
  private final StandIn aws = new StandIn(Sessions.local(), tables, scaling, kms);
  private final Session session = Sessions.open(aws.endpoint(), Sessions.freshKeys());
  private final TableAdmin admin = session.admin();
  private String arn = "";

  @BeforeEach
  void create() {
    arn = session.tables().create(Sessions.draft("orders")).arn();
  }

  @AfterEach
  void close() {
    session.close();
    aws.close();
  }

  @Test
  void aNewTableIsDescribedWithItsDefaults() {
    TableDetails details = admin.details("orders");
    assertThat(details.schema().name()).isEqualTo("orders");
    assertThat(details.id()).isNotBlank();
    assertThat(details.encryption()).isEqualTo(new Encryption.AwsOwned());
    assertThat(details.encryptionStatus()).isNull();
    assertThat(details.stream()).isEqualTo(new TableDetails.Stream(false, null, null));
    assertThat(details.warm()).isEqualTo(new WarmThroughput(12_000L, 4_000L));
    assertThat(details.replicas()).isEmpty();
    assertThat(details.restore()).isNull();
    assertThat(details.lastIncrease()).isNull();
    assertThat(details.settled()).isTrue();
  }

  @Test
  void aChangeIsFollowedUntilTheTableIsActive() {
    TableDetails asked = admin.update("orders", new TableUpdate.Protect(true));
    assertThat(asked.settled()).isFalse();
    assertThat(asked.schema().status()).isEqualTo("UPDATING");
    Problem busy = problem(() -> admin.update("orders", new TableUpdate.Protect(false)));
    assertThat(busy.kind()).isEqualTo(Problem.Kind.INVALID_REQUEST);
    assertThat(busy.code()).isEqualTo("ResourceInUseException");

    List<String> seen = new ArrayList<>();
    TableDetails done =
        admin.follow(
            "orders",
            Duration.ofMillis(1),
            Progress.none(),
            now -> {
              seen.add(now.schema().status());
              clock.pass(Duration.ofSeconds(20));
            });
    assertThat(seen).containsExactly("UPDATING", "UPDATING", "ACTIVE");
    assertThat(done.schema().deletionProtection()).isTrue();
  }

  @Test
  void theClassChangesTwiceInThirtyDaysAndNoMore() {
    change(new TableUpdate.ToClass(TableClass.STANDARD_INFREQUENT_ACCESS));
    assertThat(admin.details("orders").schema().tableClass())
        .isEqualTo("STANDARD_INFREQUENT_ACCESS");
    assertThat(admin.details("orders").classChanged()).isNotNull();
    change(new TableUpdate.ToClass(TableClass.STANDARD));
    Problem third =
        problem(() ->
            admin.update("orders", new TableUpdate.ToClass(TableClass.STANDARD_INFREQUENT_ACCESS)));
    assertThat(third.kind()).isEqualTo(Problem.Kind.LIMIT);
    clock.pass(Duration.ofDays(31));
    change(new TableUpdate.ToClass(TableClass.STANDARD_INFREQUENT_ACCESS));
  }

  @Test
  void encryptionNamesTheKeyAndTheAccountsKeysTellWhoseItIs() {
    kms.managed("aws-managed-dynamodb", "alias/aws/dynamodb").key("k1", "alias/orders");
    change(new TableUpdate.Encrypt(new Encryption.AwsManaged()));
    Encryption managed = admin.details("orders").encryption();
    assertThat(KmsKey.whose(managed, admin.keys())).isEqualTo(new Encryption.AwsManaged());

    String key = "arn:aws:kms:eu-west-1:123456789012:key/k1";
    TableDetails asked =
        admin.update("orders", new TableUpdate.Encrypt(new Encryption.Customer(key)));
    assertThat(asked.encryptionStatus()).isEqualTo("UPDATING");
    clock.pass(Duration.ofMinutes(1));
    TableDetails own = admin.details("orders");
    assertThat(own.encryptionStatus()).isEqualTo("ENABLED");
    assertThat(KmsKey.whose(own.encryption(), admin.keys()))
        .isEqualTo(new Encryption.Customer(key));

    change(new TableUpdate.Encrypt(new Encryption.AwsOwned()));
    assertThat(admin.details("orders").encryption()).isEqualTo(new Encryption.AwsOwned());
  }

  @Test
  void warmThroughputIsRaisedAndNeverLowered() {
    change(new TableUpdate.Warm(new WarmThroughput(20_000L, 8_000L), Map.of()));
    assertThat(admin.details("orders").warm()).isEqualTo(new WarmThroughput(20_000L, 8_000L));
    Problem lower =
        problem(() ->
            admin.update(
                "orders", new TableUpdate.Warm(new WarmThroughput(15_000L, 8_000L), Map.of())));
    assertThat(lower.detail()).contains("must not be lower");
  }

  @Test
  void expiryChangesOnceAnHour() {
    assertThat(admin.timeToLive("orders"))
        .isEqualTo(new TimeToLive(TimeToLive.Status.DISABLED, null));
    admin.setTimeToLive("orders", "expires", true);
    assertThat(admin.timeToLive("orders"))
        .isEqualTo(new TimeToLive(TimeToLive.Status.ENABLING, "expires"));
    Problem again = problem(() -> admin.setTimeToLive("orders", "expires", false));
    assertThat(again.detail()).contains("modified multiple times within a fixed interval");
    clock.pass(Duration.ofMinutes(61));
    assertThat(admin.timeToLive("orders").status()).isEqualTo(TimeToLive.Status.ENABLED);
    admin.setTimeToLive("orders", "expires", false);
    assertThat(admin.timeToLive("orders").on()).isFalse();
  }

  @Test
  void tagsOfAllPagesComeBackAndGo() {
    List<Tag> tags =
        IntStream.range(0, 25).mapToObj(i -> new Tag("key" + i, "value " + i)).toList();
    admin.tag(arn, tags);
    assertThat(admin.tags(arn)).containsExactlyElementsOf(tags);
    admin.tag(arn, List.of(new Tag("key3", "")));
    admin.untag(arn, Set.of("key0", "key1"));
    assertThat(admin.tags(arn)).hasSize(23).contains(new Tag("key3", ""));
    assertThat(problem(() -> admin.tag(arn, List.of(new Tag("aws:x", "y")))).kind())
        .isEqualTo(Problem.Kind.INVALID_REQUEST);
  }

  @Test
  void aPolicyIsWrittenOverTheRevisionThatWasReadAndNoOther() {
    assertThat(admin.policy(arn)).isEmpty();
    String first = admin.putPolicy(arn, POLICY, ResourcePolicy.NONE, false);
    assertThat(admin.policy(arn)).contains(new ResourcePolicy(POLICY, first));
    assertThat(problem(() -> admin.putPolicy(arn, POLICY, ResourcePolicy.NONE, false)).kind())
        .isEqualTo(Problem.Kind.CONDITION_FAILED);
    String second = admin.putPolicy(arn, POLICY.replace("GetItem", "Query"), first, false);
    assertThat(second).isNotEqualTo(first);
    assertThat(problem(() -> admin.deletePolicy(arn, first)).kind())
        .isEqualTo(Problem.Kind.CONDITION_FAILED);
    admin.deletePolicy(arn, second);
    assertThat(admin.policy(arn)).isEmpty();
  }

  @Test
  void whatIamRefusesIsNamed() {
    tables.deny("PutResourcePolicy");
    Problem denied = problem(() -> admin.putPolicy(arn, POLICY, ResourcePolicy.NONE, false));
    assertThat(denied.kind()).isEqualTo(Problem.Kind.ACCESS_DENIED);
    assertThat(denied.title() + denied.detail())
        .contains("dynamodb:PutResourcePolicy")
        .contains("table/orders");
  }

  @Test
  void autoScalingIsSetChangedAndTakenAway() {
    for (ScaledUnits.Side side : ScaledUnits.Side.values()) {
      admin.setAutoScaling("orders", new ScaledUnits(null, side, new AutoScaling(5, 100, 70)));
      admin.setAutoScaling("orders", new ScaledUnits("by-date", side, new AutoScaling(1, 10, 50)));
    }
    var table =
        new TableSchema(
            "orders",
            arn,
            "ACTIVE",
            Sessions.draft("orders").keys(),
            List.of(
                new Index(
                    "by-date",
                    Index.Kind.GSI,
                    Sessions.draft("orders").keys(),
                    Projection.all(),
                    new Capacity.Provisioned(1, 1),
                    "ACTIVE",
                    false,
                    0,
                    0)),
            new Capacity.Provisioned(5, 5),
            "STANDARD",
            false,
            0,
            0,
            null);
    assertThat(admin.autoScaling(table)).hasSize(4);
    admin.setAutoScaling(
        "orders", new ScaledUnits(null, ScaledUnits.Side.READ, new AutoScaling(6, 60, 80)));
    admin.removeAutoScaling("orders", "by-date", ScaledUnits.Side.WRITE);
    admin.removeAutoScaling("orders", "by-date", ScaledUnits.Side.WRITE);
    assertThat(admin.autoScaling(table))
        .containsExactlyInAnyOrder(
            new ScaledUnits(null, ScaledUnits.Side.READ, new AutoScaling(6, 60, 80)),
            new ScaledUnits(null, ScaledUnits.Side.WRITE, new AutoScaling(5, 100, 70)),
            new ScaledUnits("by-date", ScaledUnits.Side.READ, new AutoScaling(1, 10, 50)));
  }

  @Test
  void keysAreListedByAliasWithoutThoseOfOtherServices() {
    kms.key("k0", null)
        .key("k1", "alias/orders")
        .managed("m1", "alias/aws/s3")
        .managed("m2", "alias/aws/dynamodb")
        .disabled("k2", "alias/old")
        .asymmetric("k3", "alias/signing")
        .secret("k4", "alias/locked");
    List<KmsKey> keys = admin.keys();
    assertThat(keys)
        .extracting(KmsKey::label)
        .containsExactly(
            "alias/aws/dynamodb",
            "alias/locked",
            "alias/old",
            "alias/orders",
            "alias/signing",
            "k0");
    assertThat(keys)
        .filteredOn(key -> !key.usable())
        .extracting(KmsKey::label)
        .containsExactly("alias/old", "alias/signing");
    assertThat(keys.getFirst().awsManaged()).isTrue();
    assertThat(keys.get(1).state()).isNull();
  }

  @Test
  void aReplicaIsAddedWhenTheStreamAllowsItAndRemoved() {
    Problem noStream =
        problem(() -> admin.update("orders", new TableUpdate.AddReplica("us-east-1", null, null)));
    assertThat(noStream.detail()).contains("NEW_AND_OLD_IMAGES");
    change(new TableUpdate.Stream(StreamView.NEW_AND_OLD_IMAGES));
    TableDetails asked =
        admin.update("orders", new TableUpdate.AddReplica("us-east-1", null, null));
    assertThat(asked.replicas().getFirst().status()).isEqualTo("CREATING");
    assertThat(asked.settled()).isFalse();
    clock.pass(Duration.ofMinutes(1));
    assertThat(admin.details("orders").replicas().getFirst().status()).isEqualTo("ACTIVE");
    assertThat(admin.details("orders").globalTableVersion()).isEqualTo("2019.11.21");
    change(new TableUpdate.RemoveReplica("us-east-1"));
    assertThat(admin.details("orders").replicas()).isEmpty();
  }

  private void change(TableUpdate update) {
    admin.update("orders", update);
    clock.pass(Duration.ofMinutes(1));
  }

  private static Problem problem(Runnable call) {
    return catchThrowableOfType(ProblemException.class, call::run).problem();
  }
}
