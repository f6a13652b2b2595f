package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sortkey.aws.CorpAws.Person;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.core.session.SignIn.Standing;
import dev.sortkey.core.session.SignIn.Way;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sign-in against an AWS that answers as the API references of OIDC, portal and STS say.
class SdkSignInTest {
  @TempDir Path home;
  private CorpAws aws;

  @BeforeEach
  void start() {
    aws = new CorpAws(home);
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void aDeviceCodeThatIsApprovedOpensAnSsoProfile() throws IOException {
    var connection = CorpAws.profile("shop-dev");
    try (Session session = aws.connector().open(connection, null)) {
      Problem problem = problem(() -> session.tables().names());
      assertThat(problem.kind()).isEqualTo(Problem.Kind.CREDENTIALS_EXPIRED);
      assertThat(problem.title()).isEqualTo("You are not signed in to shop-dev");
      assertThat(problem.remedies()).containsExactly(Problem.Remedy.SIGN_IN);
      assertThat(aws.signIn().standing("shop-dev"))
          .isEqualTo(new Standing.SignedOut(Way.SSO, null));

      aws.oidc.pending = 2;
      Person ana = aws.new Person();
      aws.signIn().signIn("shop-dev", ana);

      assertThat(ana.shown)
          .singleElement()
          .satisfies(code -> {
            assertThat(code.code()).matches("QRST-\\d{4}");
            assertThat(code.pageWithCode().toString()).endsWith("user_code=" + code.code());
          });
      assertThat(aws.waits).containsExactly(sec(1), sec(1), sec(1));
      assertThat(session.tables().names()).isNotNull();
      assertThat(session.identity().label()).isEqualTo("SupportEngineer @ 4821 0937 5516");
      assertThat(session.identity().account()).isEqualTo("482109375516");
    }
    assertThat(aws.signIn().standing("shop-dev"))
        .isEqualTo(new Standing.SignedIn(Way.SSO, Instant.parse("2026-03-01T17:00:03Z")));

    JsonNode kept = json(only(aws.cache(), "accessToken"));
    assertThat(kept.propertyNames())
        .containsExactlyInAnyOrder(
            "startUrl",
            "region",
            "accessToken",
            "expiresAt",
            "clientId",
            "clientSecret",
            "registrationExpiresAt",
            "refreshToken");
    assertThat(kept.path("expiresAt").stringValue()).isEqualTo("2026-03-01T17:00:03Z");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(only(aws.cache(), "accessToken"))))
        .isEqualTo("rw-------");
  }

  @Test
  void theFilesBearTheAwsCliNames() throws IOException {
    aws.signIn().signIn("shop-dev", aws.new Person());
    try (Stream<Path> files = Files.list(aws.cache())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              sha1("corp") + ".json",
              sha1(
                      "{\"region\": \"eu-west-1\", \"scopes\": [\"sso:account:access\"],"
                          + " \"session_name\": \"corp\", \"startUrl\":"
                          + " \"https://corp.awsapps.com/start\", \"tool\": \"botocore\"}")
                  + ".json");
    }
  }

  @Test
  void aSignInOfTheAwsCliCountsHereAndOursThere() {
    aws.signIn().signIn("shop-dev", aws.new Person());
    try (Session other = aws.another(Map.of()).open(CorpAws.profile("shop-dev"), null)) {
      assertThat(other.tables().names()).isNotNull();
    }
    assertThat(aws.count("/device_authorization")).isEqualTo(1);
  }

  @Test
  void theRegistrationIsUsedAgainAndMadeAnewOnceAwsForgotIt() {
    aws.signIn().signIn("shop-dev", aws.new Person());
    aws.oidc.endAll();
    aws.signIn().signIn("shop-dev", aws.new Person());
    assertThat(aws.count("/client/register")).isEqualTo(1);
    assertThat(aws.count("/device_authorization")).isEqualTo(2);

    aws.oidc.forgetClients();
    aws.oidc.endAll();
    aws.signIn().signIn("shop-dev", aws.new Person());
    assertThat(aws.count("/client/register")).isEqualTo(2);
  }

  @Test
  void theOlderFormSignsInWithoutARefreshToken() throws IOException {
    aws.signIn().signIn("legacy", aws.new Person());
    assertThat(json(only(aws.cache(), "accessToken")).has("refreshToken")).isFalse();
    assertThat(only(aws.cache(), "accessToken").getFileName().toString())
        .isEqualTo(sha1("https://old.awsapps.com/start") + ".json");
    try (Session session = aws.connector().open(CorpAws.profile("legacy"), null)) {
      assertThat(session.tables().names()).isNotNull();
      aws.clock.pass(Duration.ofHours(9));
      Problem problem = problem(() -> session.tables().names());
      assertThat(problem.title()).startsWith("Your sign-in to legacy ended at ");
    }
  }

  @Test
  void slowDownMakesItWaitFiveSecondsMore() {
    aws.oidc.interval = 7;
    aws.oidc.pending = 1;
    // AWS's clock hardly moves on after the first poll, so that the second one is hasty.
    aws.meanwhile =
        () -> {
          if (aws.waits.size() == 2) {
            aws.clock.pass(Duration.ofSeconds(-6));
          }
        };
    aws.signIn().signIn("shop-dev", aws.new Person());
    assertThat(aws.waits).containsExactly(sec(7), sec(7), sec(12));
  }

  @Test
  void aDeniedCodeAndOneThatRanOutSaySo() {
    SignIn.Prompts no = prompts(code -> aws.oidc.deny(code.code()));
    Problem denied = problem(() -> aws.signIn().signIn("shop-dev", no));
    assertThat(denied.kind()).isEqualTo(Problem.Kind.ACCESS_DENIED);
    assertThat(denied.title()).isEqualTo("The sign-in was denied");

    SignIn.Prompts away = prompts(code -> aws.clock.pass(Duration.ofSeconds(599)));
    Problem late = problem(() -> aws.signIn().signIn("shop-dev", away));
    assertThat(late.title()).isEqualTo("The code ran out");
    assertThat(late.remedies()).containsExactly(Problem.Remedy.RETRY);
  }

  @Test
  void aTokenIsRenewedWithoutAPersonWhileThatGoes() {
    aws.oidc.lasts = Duration.ofHours(1);
    aws.signIn().signIn("shop-dev", aws.new Person());
    try (Session session = aws.connector().open(CorpAws.profile("shop-dev"), null)) {
      aws.clock.pass(Duration.ofMinutes(70));
      assertThat(session.tables().names()).isNotNull();
      assertThat(aws.count("/device_authorization")).isEqualTo(1);

      aws.oidc.endAll();
      aws.clock.pass(Duration.ofMinutes(70));
      assertThat(problem(() -> session.tables().names()).kind())
          .isEqualTo(Problem.Kind.CREDENTIALS_EXPIRED);
    }
  }

  @Test
  void anMfaCodeIsAskedForUntilItIsRight() {
    try (Session session = aws.connector().open(CorpAws.profile("shop-prod"), null)) {
      assertThat(problem(() -> session.tables().names()).title())
          .isEqualTo("shop-prod asks for the code of your MFA device");

      var ana = aws.new Person("000000", "12345", "123456");
      aws.signIn().signIn("shop-prod", ana);
      assertThat(ana.refusals).hasSize(3);
      assertThat(ana.refusals.get(1)).contains("invalid MFA one time pass code");
      assertThat(ana.refusals.get(2)).contains("tokenCode");
      assertThat(session.tables().names()).isNotNull();
      assertThat(session.identity().label()).isEqualTo("support-readonly @ 9903 4471 2086");
      assertThat(aws.signIn().standing("shop-prod"))
          .isEqualTo(new Standing.SignedIn(Way.MFA, aws.clock.instant().plusSeconds(1800)));
      assertThat(aws.count("AssumeRole")).isEqualTo(3);

      aws.clock.pass(Duration.ofMinutes(31));
      assertThat(problem(() -> session.tables().names()).kind())
          .isEqualTo(Problem.Kind.CREDENTIALS_EXPIRED);
      assertThat(aws.signIn().standing("shop-prod")).isInstanceOf(Standing.SignedOut.class);
    }
  }

  @Test
  void aRoleIsAssumedFromAnSsoProfileWithItsExternalId() {
    aws.signIn().signIn("audit", aws.new Person());
    try (Session session = aws.connector().open(CorpAws.profile("audit"), null)) {
      assertThat(session.identity().arn())
          .isEqualTo("arn:aws:sts::990344712086:assumed-role/audit/ana-audits");
    }
    assertThat(aws.signIn().standing("audit")).isInstanceOf(Standing.SignedIn.class);
  }

  @Test
  void aRoleThatMayNotBeAssumedSaysWhichAction() {
    aws.append(
        """
        [profile closed]
        role_arn = arn:aws:iam::990344712086:role/closed
        source_profile = ana
        region = eu-west-1
        endpoint_url = AWS
        """);
    try (Session session = aws.connector().open(CorpAws.profile("closed"), null)) {
      Problem problem = problem(() -> session.tables().names());
      assertThat(problem.kind()).isEqualTo(Problem.Kind.ACCESS_DENIED);
      assertThat(problem.title() + problem.detail()).contains("sts:AssumeRole");
    }
  }

  @Test
  void aProgramGivesCredentialsAndItsComplaintsStayWithIt() {
    aws.append(
        """
        [profile vault]
        credential_process = echo '{"Version":1,"AccessKeyId":"AKIAANA","SecretAccessKey":"USERSECRETd2Kq"}'
        region = eu-west-1
        endpoint_url = AWS

        [profile broken]
        credential_process = sh -c 'echo hidden-word-5Tz >&2; exit 3'
        region = eu-west-1
        endpoint_url = AWS
        """);
    try (Session session = aws.connector().open(CorpAws.profile("vault"), null);
        Session broken = aws.connector().open(CorpAws.profile("broken"), null)) {
      assertThat(session.identity().label()).isEqualTo("ana @ 4821 0937 5516");
      ProblemException thrown =
          catchThrowableOfType(ProblemException.class, () -> broken.tables().names());
      assertThat(thrown.problem().title()).isEqualTo("sh gave no credentials");
      assertThat(everything(thrown)).doesNotContain("hidden-word");
    }
  }

  @Test
  void theEnvironmentCanBeTheSourceOfARole() {
    aws.append(
        """
        [profile ci]
        role_arn = arn:aws:iam::990344712086:role/audit
        credential_source = Environment
        external_id = ext-77
        region = eu-west-1
        endpoint_url = AWS
        """);
    Map<String, String> environment =
        Map.of("AWS_ACCESS_KEY_ID", "AKIAANA", "AWS_SECRET_ACCESS_KEY", CorpAws.USER_SECRET);
    try (Session session = aws.another(environment).open(CorpAws.profile("ci"), null)) {
      assertThat(session.identity().label()).isEqualTo("audit @ 9903 4471 2086");
    }
    try (Session session = aws.connector().open(CorpAws.profile("ci"), null)) {
      assertThat(problem(session::identity).title()).isEqualTo("No keys in the environment");
    }
  }

  @Test
  void keysThatEndInMidWorkAreGotAnewWithoutAskingWhileTheSignInHolds() {
    aws.signIn().signIn("shop-dev", aws.new Person());
    try (Session session = aws.connector().open(CorpAws.profile("shop-dev"), null)) {
      session.tables().names();
      aws.keys.endAll();
      Problem problem = problem(() -> session.tables().names());
      assertThat(problem.kind()).isEqualTo(Problem.Kind.CREDENTIALS_EXPIRED);
      assertThat(problem.code()).isEqualTo("ExpiredTokenException");
      assertThat(aws.signIn().standing("shop-dev")).isInstanceOf(Standing.SignedOut.class);

      var ana = aws.new Person();
      aws.signIn().signIn("shop-dev", ana);
      assertThat(ana.shown).isEmpty();
      assertThat(session.tables().names()).isNotNull();

      aws.keys.forgetAll();
      assertThat(problem(() -> session.tables().names()).kind())
          .isEqualTo(Problem.Kind.CREDENTIALS_EXPIRED);
    }
  }

  @Test
  void tenCallsAtOnceAskForKeysOnce() throws Exception {
    aws.signIn().signIn("shop-dev", aws.new Person());
    aws.clock.pass(Duration.ofMinutes(61));
    long before = aws.count("/federation/credentials");
    try (Session session = aws.connector().open(CorpAws.profile("shop-dev"), null);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> calls =
          IntStream.range(0, 10)
              .mapToObj(_ -> threads.submit(() -> session.tables().names()))
              .toList();
      for (Future<List<String>> call : calls) {
        assertThat(call.get()).isNotNull();
      }
    }
    assertThat(aws.count("/federation/credentials")).isEqualTo(before + 1);
  }

  @Test
  void oddFilesGivePlainProblems() {
    aws.append(
        """
        [profile lost]
        sso_session = nowhere
        sso_account_id = 482109375516
        sso_role_name = X

        [profile round]
        role_arn = arn:aws:iam::990344712086:role/audit
        source_profile = about

        [profile about]
        role_arn = arn:aws:iam::990344712086:role/audit
        source_profile = round
        """);
    for (String name : List.of("lost", "round")) {
      Problem problem = problem(() -> aws.signIn().signIn(name, aws.new Person()));
      assertThat(problem.kind()).isEqualTo(Problem.Kind.CREDENTIALS_INVALID);
      assertThat(problem.detail()).isNotEmpty();
      assertThat(aws.signIn().standing(name)).isEqualTo(new Standing.Lasting());
    }
    assertThat(problem(() -> aws.signIn().signIn("nobody", aws.new Person())).title())
        .isEqualTo("There is no profile nobody");
  }

  @Test
  void aRoleThatIsNotMineIsDenied() {
    aws.append(
        """
        [profile other]
        sso_session = corp
        sso_account_id = 482109375516
        sso_role_name = NotMine
        region = eu-west-1
        endpoint_url = AWS
        """);
    Problem problem = problem(() -> aws.signIn().signIn("other", aws.new Person()));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.ACCESS_DENIED);
  }

  private static Duration sec(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static SignIn.Prompts prompts(Consumer<SignIn.DeviceCode> show) {
    return new SignIn.Prompts() {
      @Override
      public void show(SignIn.DeviceCode code) {
        show.accept(code);
      }

      @Override
      public String mfaCode(String device, @Nullable String refused) {
        throw new AssertionError("no code is asked for");
      }
    };
  }

  private static Problem problem(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call).problem();
  }

  private static String everything(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static Path only(Path folder, String containing) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> text(file).contains(containing))
          .reduce((a, b) -> {
            throw new AssertionError(a + " and " + b);
          })
          .orElseThrow();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Path file) {
    return new JsonMapper().readTree(text(file));
  }

  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
