package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Session;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.core.session.SignIn.Standing;
import dev.sortkey.core.session.SignIn.Way;
import dev.sortkey.standin.Moto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Roles assumed from an emulator that knows nothing of this code. It keeps accounts apart, but
/// takes any external id and any code; the stand-in refuses as STS does.
class RolesOnMotoTest {
  private static final String ROLES = "arn:aws:iam::990344712086:role/";

  @TempDir Path home;
  private Moto moto;
  private SdkConnector connector;

  @BeforeEach
  void start() throws Exception {
    moto = Moto.start();
    write(
        "config",
        """
        [profile ana]
        region = eu-west-1
        endpoint_url = AWS

        [profile audit]
        role_arn = ROLES/audit
        source_profile = ana
        external_id = ext-77
        role_session_name = ana-audits
        region = eu-west-1
        endpoint_url = AWS

        [profile support]
        role_arn = ROLES/support
        source_profile = ana
        mfa_serial = arn:aws:iam::123456789012:mfa/ana
        duration_seconds = 1800
        region = eu-west-1
        endpoint_url = AWS
        """
            .replace("= AWS", "= " + moto.endpoint())
            .replace("ROLES/", ROLES));
    write(
        "credentials",
        """
        [ana]
        aws_access_key_id = AKIAANA
        aws_secret_access_key = secret
        """);
    connector = new SdkConnector(AwsFiles.of(home, Map.of()));
  }

  @AfterEach
  void stop() {
    if (moto != null) {
      moto.close();
    }
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws").resolve(name), text);
  }

  @Test
  void whoAssumesARoleWorksInItsAccount() {
    try (Session ana = connector.open(Sessions.profile("ana"), null);
        Session audit = connector.open(Sessions.profile("audit"), null)) {
      ana.tables().create(Sessions.draft("anas"));
      assertThat(audit.tables().names()).isEmpty();
      assertThat(audit.identity().account()).isEqualTo("990344712086");
      assertThat(audit.identity().arn())
          .isEqualTo("arn:aws:sts::990344712086:assumed-role/audit/ana-audits");
      assertThat(ana.identity().account()).isEqualTo("123456789012");
      assertThat(ana.tables().names()).containsExactly("anas");
    }
  }

  @Test
  void aRoleBehindMfaIsAssumedOnceTheCodeIsThere() {
    try (Session support = connector.open(Sessions.profile("support"), null)) {
      connector.signIn().signIn("support", code("123456"));
      assertThat(support.identity().account()).isEqualTo("990344712086");
      Standing standing = connector.signIn().standing("support");
      assertThat(standing)
          .isInstanceOfSatisfying(
              Standing.SignedIn.class,
              in -> {
                assertThat(in.way()).isEqualTo(Way.MFA);
                assertThat(in.until())
                    .isBetween(
                        Instant.now().plus(Duration.ofMinutes(25)),
                        Instant.now().plus(Duration.ofMinutes(31)));
              });
    }
  }

  private static SignIn.Prompts code(String typed) {
    return new SignIn.Prompts() {
      @Override
      public void show(SignIn.DeviceCode code) {
        throw new AssertionError("no sign-in in a browser");
      }

      @Override
      public String mfaCode(String device, @Nullable String refused) {
        assertThat(device).isEqualTo("arn:aws:iam::123456789012:mfa/ana");
        assertThat(refused).isNull();
        return typed;
      }
    };
  }
}
