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
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.KmsKey;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.ResourcePolicy;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.table.TimeToLive;
import dev.sortkey.standin.Moto;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/// The table's settings against an emulator that knows nothing of this code.
class TableAdminOnMotoTest {
  private static Moto moto;
  private static Session session;

  @BeforeAll
  static void start() throws Exception {
    moto = Moto.start();
    session = Sessions.open(moto.endpoint(), Sessions.freshKeys());
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      session.close();
      moto.close();
    }
  }

  private static TableAdmin admin() {
    return session.admin();
  }

  private static String arn(String table) {
    return session.tables().create(Sessions.draft(table)).arn();
  }

  private static TableDetails change(String table, TableUpdate update) {
    admin().update(table, update);
    return admin().follow(table, Duration.ofMillis(20), Progress.none(), _ -> {});
  }

  private static Problem refused(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call).problem();
  }

  /// A tag whose key is there gets the new value (API Reference, TagResource); Moto keeps both, so
  /// that this is tried on the stand-in alone.
  @Test
  void tagsAreAddedAndRemoved() {
    String arn = arn("tagged");
    assertThat(admin().tags(arn)).isEmpty();
    admin().tag(arn, List.of(new Tag("team", "shop"), new Tag("owner", "ana")));
    assertThat(admin().tags(arn))
        .containsExactlyInAnyOrder(new Tag("team", "shop"), new Tag("owner", "ana"));
    admin().untag(arn, Set.of("owner", "none"));
    assertThat(admin().tags(arn)).containsExactly(new Tag("team", "shop"));
  }

  @Test
  void allPagesOfTagsAreRead() {
    String arn = arn("much-tagged");
    List<Tag> fifty =
        IntStream.range(0, 50).mapToObj(i -> new Tag("tag-" + i, String.valueOf(i))).toList();
    admin().tag(arn, fifty);
    assertThat(admin().tags(arn)).containsExactlyInAnyOrderElementsOf(fifty);
  }

  /// DynamoDB says ENABLING and DISABLING for up to an hour (API Reference, UpdateTimeToLive); Moto
  /// is there at once.
  @Test
  void timeToLiveIsTurnedOnAndOff() {
    arn("expiring");
    assertThat(admin().timeToLive("expiring").on()).isFalse();
    admin().setTimeToLive("expiring", "expires", true);
    assertThat(admin().timeToLive("expiring"))
        .isEqualTo(new TimeToLive(TimeToLive.Status.ENABLED, "expires"));
    admin().setTimeToLive("expiring", "expires", false);
    assertThat(admin().timeToLive("expiring").on()).isFalse();
  }

  @Test
  void aPolicyIsWrittenOnlyOverTheRevisionThatWasSeen() {
    String arn = arn("shared");
    assertThat(admin().policy(arn)).isEmpty();
    String first = admin().putPolicy(arn, policy("dynamodb:GetItem"), ResourcePolicy.NONE, false);
    assertThat(admin().policy(arn)).contains(new ResourcePolicy(policy("dynamodb:GetItem"), first));
    assertThat(
            refused(() ->
                    admin().putPolicy(arn, policy("dynamodb:Query"), ResourcePolicy.NONE, false))
                .kind())
        .isEqualTo(Problem.Kind.CONDITION_FAILED);
    String second = admin().putPolicy(arn, policy("dynamodb:Query"), first, true);
    assertThat(second).isNotEqualTo(first);
    assertThat(refused(() -> admin().putPolicy(arn, policy("dynamodb:Scan"), first, false)).kind())
        .isEqualTo(Problem.Kind.CONDITION_FAILED);
    assertThat(refused(() -> admin().deletePolicy(arn, first)).kind())
        .isEqualTo(Problem.Kind.CONDITION_FAILED);
    assertThat(admin().policy(arn)).contains(new ResourcePolicy(policy("dynamodb:Query"), second));
    admin().deletePolicy(arn, second);
    assertThat(admin().policy(arn)).isEmpty();
  }

  private static String policy(String action) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ACTION",
    "Principal":{"AWS":"arn:aws:iam::990344712086:root"},"Resource":"*"}]}\
    """
        .replace("ACTION", action);
  }

  @Test
  void protectionStreamAndUnitsAreChanged() {
    arn("orders");
    change("orders", new TableUpdate.Protect(true));
    change("orders", new TableUpdate.Stream(StreamView.NEW_AND_OLD_IMAGES));
    TableDetails provisioned =
        change(
            "orders", new TableUpdate.Units(new Capacity.Provisioned(5, 6), new LinkedHashMap<>()));
    assertThat(provisioned.schema().capacity()).isEqualTo(new Capacity.Provisioned(5, 6));
    assertThat(provisioned.schema().deletionProtection()).isTrue();
    assertThat(provisioned.stream().view()).isEqualTo(StreamView.NEW_AND_OLD_IMAGES);
  }

  @Test
  void autoScalingOfATableAndItsIndexIsSetChangedAndTakenAway() {
    var provisioned = new Capacity.Provisioned(5, 5);
    var schema =
        session
            .tables()
            .create(
                new TableDraft(
                    "scaled",
                    Sessions.draft("scaled").keys(),
                    provisioned,
                    List.of(
                        new TableDraft.IndexDraft(
                            "by-status",
                            Index.Kind.GSI,
                            new KeySchema(
                                List.of(new KeyAttribute("status", KeyType.S)), List.of()),
                            Projection.all(),
                            provisioned)),
                    false));
    var reads = new ScaledUnits(null, ScaledUnits.Side.READ, new AutoScaling(5, 50, 70));
    var more = new ScaledUnits(null, ScaledUnits.Side.READ, new AutoScaling(6, 60, 80));
    var writes = new ScaledUnits(null, ScaledUnits.Side.WRITE, new AutoScaling(1, 10, 50));
    var index = new ScaledUnits("by-status", ScaledUnits.Side.WRITE, new AutoScaling(2, 20, 60));
    assertThat(admin().autoScaling(schema)).isEmpty();
    for (ScaledUnits units : List.of(reads, writes, index, more)) {
      admin().setAutoScaling("scaled", units);
    }
    assertThat(admin().autoScaling(schema)).containsExactlyInAnyOrder(more, writes, index);
    admin().removeAutoScaling("scaled", null, ScaledUnits.Side.READ);
    admin().removeAutoScaling("scaled", "by-status", ScaledUnits.Side.WRITE);
    assertThat(admin().autoScaling(schema)).containsExactly(writes);
  }

  /// KMS makes `alias/aws/dynamodb` when the first table wants it, and so does Moto, though it
  /// calls AWS's key the customer's, leaves out a key's usage where CreateKey was not told one, and
  /// lets only CreateTable ask for encryption.
  @Test
  void keysAreListedWithTheirAliases() {
    try (KmsClient kms = kms()) {
      String mine = key(kms, "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
      kms.createAlias(alias -> alias.aliasName("alias/mine").targetKeyId(mine));
      String signs = key(kms, "SIGN_VERIFY", "RSA_2048");
      String off = key(kms, "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
      kms.disableKey(key -> key.keyId(off));
      session.tables().create(encrypted("managed", new Encryption.AwsManaged()));
      session.tables().create(encrypted("customers", new Encryption.Customer(mine)));

      List<KmsKey> keys = admin().keys();
      assertThat(keys)
          .extracting(KmsKey::label)
          .containsExactlyInAnyOrder("alias/aws/dynamodb", "alias/mine", signs, off);
      assertThat(keys.stream().filter(KmsKey::usable).map(KmsKey::label))
          .containsExactly("alias/aws/dynamodb", "alias/mine");
      assertThat(keys.stream().filter(KmsKey::awsManaged).map(KmsKey::label))
          .containsExactly("alias/aws/dynamodb");
      KmsKey named = keys.stream().filter(key -> key.is("alias/mine")).findFirst().orElseThrow();
      assertThat(named.id()).isEqualTo(mine);
      assertThat(named.description()).isEqualTo("SYMMETRIC_DEFAULT");
      assertThat(KmsKey.whose(admin().details("managed").encryption(), keys))
          .isEqualTo(new Encryption.AwsManaged());
      assertThat(KmsKey.whose(admin().details("customers").encryption(), keys))
          .isEqualTo(new Encryption.Customer(mine));
    }
  }

  private static KmsClient kms() {
    return KmsClient.builder()
        .endpointOverride(moto.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }

  private static String key(KmsClient kms, String usage, String spec) {
    return kms.createKey(key -> key.keyUsage(usage).keySpec(spec).description(spec))
        .keyMetadata()
        .keyId();
  }

  private static TableDraft encrypted(String table, Encryption encryption) {
    TableDraft draft = Sessions.draft(table);
    return new TableDraft(
        table,
        draft.keys(),
        draft.capacity(),
        List.of(),
        false,
        new TableDraft.Settings(
            TableClass.STANDARD, encryption, null, List.of(), null, null, null, null, List.of()));
  }
}
