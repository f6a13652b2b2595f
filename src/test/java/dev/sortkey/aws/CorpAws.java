package dev.sortkey.aws;

import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.ProfileSource;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.standin.IssuedKeys;
import dev.sortkey.standin.Oidc;
import dev.sortkey.standin.SetClock;
import dev.sortkey.standin.SsoPortal;
import dev.sortkey.standin.StandIn;
import dev.sortkey.standin.Sts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A company's AWS on loopback with sign-in, MFA and DynamoDB, and a home folder whose AWS files
/// lead there.
public final class CorpAws implements AutoCloseable {
  public static final String MFA = "arn:aws:iam::482109375516:mfa/ana";
  public static final String SUPPORT = "arn:aws:iam::990344712086:role/support-readonly";
  public static final String USER_SECRET = "USERSECRETd2Kq";

  /// What happens while a sign-in waits.
  @FunctionalInterface
  public interface Meanwhile {
    void run() throws InterruptedException;
  }

  public final SetClock clock;
  public final IssuedKeys keys;
  public final Oidc oidc;
  public final SsoPortal portal;
  public final Sts sts;
  public final StandIn wire;

  public volatile Meanwhile meanwhile = () -> {};

  final List<Duration> waits = new ArrayList<>();
  private final Path home;
  private final SdkConnector connector;

  public CorpAws(Path home) {
    this(home, Instant.parse("2026-03-01T09:00:00Z"));
  }

  /// @param now where its clock begins
  public CorpAws(Path home, Instant now) {
    this.home = home;
    clock = new SetClock(now);
    keys = new IssuedKeys(clock);
    oidc = new Oidc(clock);
    portal = new SsoPortal(oidc, keys);
    sts = new Sts(keys);
    wire = new StandIn(TestSandbox.shared().endpoint(), oidc, portal, sts, keys);
    keys.user("arn:aws:iam::482109375516:user/ana", "AKIAANA", USER_SECRET);
    sts.role(SUPPORT, MFA, "").role(audit(), "", "ext-77");
    write(
        "config",
        """
        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access

        [profile shop-dev]
        sso_session = corp
        sso_account_id = 482109375516
        sso_role_name = SupportEngineer
        region = eu-west-1
        endpoint_url = AWS

        [profile legacy]
        sso_start_url = https://old.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 482109375516
        sso_role_name = Old
        region = eu-west-1
        services = local

        [services local]
        dynamodb =
          endpoint_url = AWS
        sts =
          endpoint_url = AWS
        sso =
          endpoint_url = AWS
        sso_oidc =
          endpoint_url = AWS

        [profile shop-prod]
        role_arn = arn:aws:iam::990344712086:role/support-readonly
        source_profile = ana
        mfa_serial = arn:aws:iam::482109375516:mfa/ana
        duration_seconds = 1800
        region = eu-west-1
        endpoint_url = AWS

        [profile ana]
        region = eu-west-1
        endpoint_url = AWS

        [profile audit]
        role_arn = arn:aws:iam::990344712086:role/audit
        source_profile = shop-dev
        external_id = ext-77
        role_session_name = ana-audits
        region = eu-west-1
        endpoint_url = AWS
        """
            .replace("= AWS", "= " + wire.endpoint()));
    write(
        "credentials",
        """
        [ana]
        aws_access_key_id = AKIAANA
        aws_secret_access_key = USERSECRETd2Kq
        """);
    connector = another(Map.of());
  }

  static String audit() {
    return "arn:aws:iam::990344712086:role/audit";
  }

  /// Another Sortkey, or the AWS CLI, on the same home folder.
  SdkConnector another(Map<String, String> environment) {
    return new SdkConnector(AwsFiles.of(home, environment), clock, this::pass, Lanes.single());
  }

  private void pass(Duration time) throws InterruptedException {
    waits.add(time);
    clock.pass(time);
    meanwhile.run();
  }

  public SdkConnector connector() {
    return connector;
  }

  public SignIn signIn() {
    return connector.signIn();
  }

  public ProfileSource profiles() {
    return TestProfiles.in(home);
  }

  /// Where the AWS CLI keeps its sign-ins.
  public Path cache() {
    return home.resolve(".aws/sso/cache");
  }

  public static Connection profile(String name) {
    return new Connection(
        "profile:" + name,
        name,
        Connection.Kind.PROFILE,
        name,
        null,
        "eu-west-1",
        Environment.DEVELOPMENT);
  }

  public void append(String profile) {
    try {
      Files.writeString(
          home.resolve(".aws/config"),
          "\n" + profile.replace("= AWS", "= " + wire.endpoint()),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(home.resolve(".aws"));
      Files.writeString(home.resolve(".aws").resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many requests came to a path, or with an action of STS.
  public long count(String what) {
    return wire.requests().stream()
        .filter(request ->
            request.uri().getPath().equals(what)
                || new String(request.body(), StandardCharsets.UTF_8).contains("Action=" + what))
        .count();
  }

  /// Approves what is shown, and answers questions for codes.
  public final class Person implements SignIn.Prompts {
    final List<SignIn.DeviceCode> shown = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    private final List<String> codes;

    public Person(String... codes) {
      this.codes = new ArrayList<>(Stream.of(codes).toList());
    }

    @Override
    public void show(SignIn.DeviceCode code) {
      shown.add(code);
      oidc.approve(code.code());
    }

    @Override
    public String mfaCode(String device, @Nullable String refused) {
      refusals.add(refused == null ? "" : refused);
      return codes.removeFirst();
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
