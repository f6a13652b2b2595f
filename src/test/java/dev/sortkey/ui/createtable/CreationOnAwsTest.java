package dev.sortkey.ui.createtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Creation;
import dev.sortkey.core.table.Creation.State;
import dev.sortkey.core.table.Drafts;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.TimeToLive;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.Kms;
import dev.sortkey.standin.NewTables;
import dev.sortkey.standin.Scaling;
import dev.sortkey.standin.StandIn;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.work.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CreationOnAwsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DENIED =
      "User: arn:aws:iam::123456789012:user/ana is not authorized to perform: dynamodb:UpdateTimeToLive on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/Orders";

  private final NewTables tables = new NewTables(TestSandbox.shared().endpoint(), 2);
  private final Kms kms = new Kms().key("5c0b7f8e-9a64-4d0b-8a3e-1f0f4a1d7c11", "alias/orders");
  private final StandIn aws =
      new StandIn(TestSandbox.shared().endpoint(), tables, new Scaling(), kms);
  private final List<TableSchema> done = new ArrayList<>();
  private Session session;
  private CreateTableViewModel model;

  @BeforeEach
  void open() {
    session =
        new SdkConnector()
            .open(
                new Connection(
                    "aws",
                    "shop",
                    Connection.Kind.ENDPOINT,
                    null,
                    aws.endpoint(),
                    "eu-west-1",
                    Environment.DEVELOPMENT),
                new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "secret", null));
    model = new CreateTableViewModel(session, Work.direct(), Duration.ZERO);
  }

  @AfterEach
  void close() {
    session.close();
    aws.close();
  }

  static void describeEverything(TableForm form) {
    form.nameProperty().set("Orders");
    form.partition().nameProperty().set("OrderID");
    form.sort().nameProperty().set("CustomerID");
    form.customizedProperty().set(true);
    form.capacity().onDemandProperty().set(false);
    form.capacity().write().unitsProperty().set("6");
    form.capacity().read().scaledProperty().set(true);
    form.capacity().write().scaledProperty().set(false);
    form.capacity().warmReadProperty().set("15000");
    IndexForm index = form.addIndex(Index.Kind.GSI);
    index.partition().getFirst().nameProperty().set("CustomerID");
    index.projectionProperty().set(Projection.Kind.KEYS_ONLY);
    index.readProperty().set("7");
    SettingsForm settings = form.settings();
    settings.tableClassProperty().set(TableClass.STANDARD_INFREQUENT_ACCESS);
    settings.keyProperty().set(SettingsForm.Key.CUSTOMER);
    settings.customerKeyProperty().set("alias/orders");
    settings.protectionProperty().set(true);
    settings.recoveryProperty().set(true);
    settings.recoveryDaysProperty().set("14");
    settings.policedProperty().set(true);
    settings.policyProperty().set(Drafts.POLICY);
    var tag = new TagForm();
    settings.tags().add(tag);
    tag.keyProperty().set("team");
    tag.valueProperty().set("shop");
    settings.expiresProperty().set(true);
    settings.ttlProperty().set("expires");
    settings.streamsProperty().set(true);
  }

  private List<State> states() {
    Creation now = model.creationProperty().get();
    assertThat(now).isNotNull();
    return now.steps().stream().map(Creation.Step::state).toList();
  }

  private List<String> changes() {
    return aws.requests().stream()
        .map(StandIn.Request::operation)
        .filter(operation -> !operation.startsWith("Describe") && !operation.startsWith("List"))
        .toList();
  }

  @Test
  void allThatCreateTableTakesGoesIntoItAndTheRestFollowsInOrder() {
    describeEverything(model.form());
    assertThat(model.form().flaws()).isEmpty();
    model.create(done::add);
    assertThat(model.problemProperty().get()).isNull();
    assertThat(done).extracting(TableSchema::name).containsExactly("Orders");
    assertThat(changes())
        .containsExactly(
            "CreateTable",
            "UpdateTimeToLive",
            "UpdateContinuousBackups",
            "RegisterScalableTarget",
            "PutScalingPolicy",
            "RegisterScalableTarget",
            "PutScalingPolicy");
    JsonNode sent = tables.request("Orders");
    assertThat(sent)
        .isEqualTo(
            JSON.readTree(
                """
                {"TableName":"Orders","DeletionProtectionEnabled":true,
                "AttributeDefinitions":[{"AttributeName":"OrderID","AttributeType":"S"},
                {"AttributeName":"CustomerID","AttributeType":"S"}],
                "KeySchema":[{"AttributeName":"OrderID","KeyType":"HASH"},
                {"AttributeName":"CustomerID","KeyType":"RANGE"}],
                "BillingMode":"PROVISIONED",
                "ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6},
                "GlobalSecondaryIndexes":[{"IndexName":"CustomerID-index",
                "KeySchema":[{"AttributeName":"CustomerID","KeyType":"HASH"}],
                "Projection":{"ProjectionType":"KEYS_ONLY"},
                "ProvisionedThroughput":{"ReadCapacityUnits":7,"WriteCapacityUnits":6}}],
                "TableClass":"STANDARD_INFREQUENT_ACCESS",
                "SSESpecification":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"alias/orders"},
                "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"},
                "Tags":[{"Key":"team","Value":"shop"}],
                "WarmThroughput":{"ReadUnitsPerSecond":15000},
                "ResourcePolicy":%s}\
                """
                    .formatted(JSON.writeValueAsString(Drafts.POLICY))));
    assertThat(session.admin().timeToLive("Orders"))
        .isEqualTo(new TimeToLive(TimeToLive.Status.ENABLED, "expires"));
    assertThat(tables.recoveryDays("Orders")).isEqualTo(14);
    assertThat(session.admin().autoScaling(done.getFirst()))
        .extracting(units -> units.index() + " " + units.side() + " " + units.scaling().most())
        .containsExactly("null READ 10", "CustomerID-index READ 10");
  }

  @Test
  void aStepThatFailsIsNamedAndTriedAgain() {
    describeEverything(model.form());
    tables.refuseOnce("UpdateTimeToLive", "AccessDeniedException", DENIED);
    model.create(done::add);
    assertThat(done).isEmpty();
    assertThat(states())
        .containsExactly(
            State.DONE, State.DONE, State.FAILED, State.WAITING, State.WAITING, State.WAITING);
    Creation.Step failed = model.creationProperty().get().failed().orElseThrow();
    assertThat(failed.task().title()).contains("expires");
    assertThat(failed.problem().kind()).isEqualTo(Problem.Kind.ACCESS_DENIED);
    assertThat(failed.problem().detail()).contains("dynamodb:UpdateTimeToLive");
    model.retry(done::add);
    assertThat(done).hasSize(1);
    assertThat(states()).containsOnly(State.DONE);
    assertThat(changes()).containsOnlyOnce("CreateTable");
  }

  @Test
  void aStepThatFailsIsLeftOut() {
    describeEverything(model.form());
    tables.refuseOnce("UpdateTimeToLive", "AccessDeniedException", DENIED);
    model.create(done::add);
    model.leaveOut(done::add);
    assertThat(done).hasSize(1);
    assertThat(states().get(2)).isEqualTo(State.LEFT_OUT);
    assertThat(tables.recoveryDays("Orders")).isEqualTo(14);
    assertThat(session.admin().timeToLive("Orders").on()).isFalse();
  }

  @Test
  void undoneTheTableIsGoneAndTheDescriptionStays() {
    describeEverything(model.form());
    tables.refuseOnce("UpdateContinuousBackups", "AccessDeniedException", DENIED);
    model.create(done::add);
    assertThat(model.creationProperty().get().canLeaveOut()).isTrue();
    var undone = new ArrayList<String>();
    model.undo(() -> undone.add("undone"));
    assertThat(undone).hasSize(1);
    assertThat(session.tables().names()).isEmpty();
    assertThat(model.creationProperty().get()).isNull();
    assertThat(model.form().nameProperty().get()).isEqualTo("Orders");
    assertThat(model.form().settings().tags()).hasSize(1);
    model.create(done::add);
    assertThat(done).hasSize(1);
  }

  @Test
  void aTableThatIsRefusedLeavesTheFormAsItWas() {
    describeEverything(model.form());
    tables.refuseOnce(
        "CreateTable",
        "LimitExceededException",
        "Subscriber limit exceeded: Only 500 tables can be created, updated, or deleted simultaneously");
    model.create(done::add);
    assertThat(done).isEmpty();
    assertThat(model.creationProperty().get()).isNull();
    assertThat(model.problemProperty().get().kind()).isEqualTo(Problem.Kind.LIMIT);
    assertThat(model.form().nameProperty().get()).isEqualTo("Orders");
    model.create(done::add);
    assertThat(done).hasSize(1);
    model.create(done::add);
    assertThat(model.problemProperty().get().code()).isEqualTo("ResourceInUseException");
  }

  /// DynamoDB prepares the backups of a new table for a while after it is ACTIVE.
  @Test
  void backupsThatAreNotReadyYetAreWaitedFor() {
    describeEverything(model.form());
    for (int i = 0; i < 3; i++) {
      tables.refuseOnce(
          "UpdateContinuousBackups",
          "ContinuousBackupsUnavailableException",
          "Backups are being enabled for the table: Orders. Please retry later");
    }
    model.create(done::add);
    assertThat(done).hasSize(1);
    assertThat(tables.recoveryDays("Orders")).isEqualTo(14);
  }

  @Test
  void theKeysOfTheAccountAreThereToPick() {
    model.listKeys();
    assertThat(model.keysProblemProperty().get()).isNull();
    assertThat(model.keys()).extracting(key -> key.label()).containsExactly("alias/orders");
  }

  @Test
  void onTheSandboxWhatOnlyAwsHasIsLeftOut() {
    Session sandbox = Desks.session();
    var local = new CreateTableViewModel(sandbox, Work.direct(), Duration.ZERO);
    describeEverything(local.form());
    local.form().nameProperty().set("CreationOnAwsTest-sandbox");
    local.form().settings().protectionProperty().set(false);
    local.create(done::add);
    assertThat(local.problemProperty().get()).isNull();
    assertThat(local.creationProperty().get().steps())
        .extracting(Creation.Step::state)
        .containsExactly(State.DONE, State.DONE, State.DONE);
    assertThat(sandbox.admin().timeToLive("CreationOnAwsTest-sandbox").attribute())
        .isEqualTo("expires");
    assertThat(done).hasSize(1);
    local.listKeys();
    assertThat(local.keysProblemProperty().get().kind())
        .isEqualTo(Problem.Kind.UNSUPPORTED_BY_ENDPOINT);
    sandbox.tables().delete("CreationOnAwsTest-sandbox");
    sandbox.close();
  }
}
