package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Profile;
import dev.sortkey.core.session.Profile.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SdkProfileSourceTest {
  private static final String CONFIG =
      """
      [default]
      region = us-east-1

      [profile shop-dev]
      sso_session = shop
      sso_account_id = 482109375516
      sso_role_name = AdministratorAccess
      region = eu-west-1

      [sso-session shop]
      sso_start_url = https://shop.awsapps.com/start
      sso_region = eu-west-1

      [profile shop-prod]
      role_arn = arn:aws:iam::773011824409:role/support-readonly
      source_profile = shop-dev
      mfa_serial = arn:aws:iam::482109375516:mfa/ann
      region = eu-west-1

      [profile ci-runner]
      credential_process = /usr/local/bin/aws-vault exec ci --json
      region = eu-central-1

      [profile legacy]
      sso_start_url = https://old.awsapps.com/start
      sso_region = eu-west-1
      sso_role_name = Old

      [profile lost]
      role_arn = arn:aws:iam::773011824409:role/x
      source_profile = nobody

      [profile circle]
      role_arn = arn:aws:iam::773011824409:role/x
      source_profile = circle2

      [profile circle2]
      role_arn = arn:aws:iam::773011824409:role/x
      source_profile = circle
      """;
  private static final String CREDENTIALS =
      """
      [default]
      aws_access_key_id = AKIAIOSFODNN7J7QA
      aws_secret_access_key = do-not-show-this

      [half]
      aws_access_key_id = AKIAIOSFODNN7HALF
      """;

  @TempDir Path home;

  @Test
  void everyKindOfProfileIsListedInItsWords() throws IOException {
    write("config", CONFIG);
    write("credentials", CREDENTIALS);

    Map<String, Profile> profiles = profiles(Map.of());

    assertThat(profiles.get("default"))
        .isEqualTo(
            new Profile(
                "default",
                Kind.KEYS,
                "us-east-1",
                "Access key ····J7QA · us-east-1",
                "····J7QA",
                null));
    assertThat(profiles.get("shop-dev"))
        .isEqualTo(
            new Profile(
                "shop-dev",
                Kind.SSO,
                "eu-west-1",
                "SSO · AdministratorAccess · 4821 0937 5516 · eu-west-1",
                null,
                null));
    assertThat(profiles.get("shop-prod").kind()).isEqualTo(Kind.ROLE);
    assertThat(profiles.get("shop-prod").detail())
        .isEqualTo("Role support-readonly · from shop-dev · MFA · eu-west-1");
    assertThat(profiles.get("ci-runner").kind()).isEqualTo(Kind.PROCESS);
    assertThat(profiles.get("ci-runner").detail())
        .isEqualTo("credential_process · aws-vault · eu-central-1");
    assertThat(profiles.values()).noneMatch(p -> p.toString().contains("do-not-show-this"));
  }

  @Test
  void whatIsMissingIsSaidWithFileAndLine() throws IOException {
    write("config", CONFIG);
    write("credentials", CREDENTIALS);

    Map<String, Profile> profiles = profiles(Map.of());

    assertThat(profiles.get("legacy").flaw())
        .isEqualTo("no sso_account_id in ~/.aws/config, line 24");
    assertThat(profiles.get("legacy").detail())
        .isEqualTo("SSO · no sso_account_id in ~/.aws/config, line 24");
    assertThat(profiles.get("half").flaw())
        .isEqualTo("no aws_secret_access_key in ~/.aws/credentials, line 5");
    assertThat(profiles.get("lost").flaw())
        .isEqualTo("no profile nobody, named in ~/.aws/config, line 29");
    assertThat(profiles.get("circle").flaw()).contains("circle");
  }

  @Test
  void aDamagedFileIsAFlawThatShowsNoneOfItsTextAndHidesNotTheOtherFile() throws IOException {
    write("config", CONFIG);
    write("credentials", "[default]\naws_secret_access_key secret-without-equals\n");

    List<Profile> profiles = source(Map.of()).profiles();

    assertThat(profiles).extracting(Profile::name).contains("shop-dev", "~/.aws/credentials");
    assertThat(profiles.getLast().flaw()).contains("~/.aws/credentials", "line 2");
    assertThat(profiles).noneMatch(p -> p.toString().contains("secret-without-equals"));
  }

  @Test
  void theEnvironmentComesFirstAndMovesTheFiles() throws IOException {
    Path elsewhere = home.resolve("elsewhere");
    Files.writeString(elsewhere, "[profile moved]\naws_access_key_id=short\n");
    var environment =
        Map.of(
            "AWS_CONFIG_FILE",
            elsewhere.toString(),
            "AWS_ACCESS_KEY_ID",
            "AKIAIOSFODNN7ENVI",
            "AWS_SECRET_ACCESS_KEY",
            "s",
            "AWS_DEFAULT_REGION",
            "eu-north-1");

    List<Profile> profiles = source(environment).profiles();

    assertThat(profiles).extracting(Profile::name).contains("moved");
    assertThat(profiles.getFirst().kind()).isEqualTo(Kind.ENVIRONMENT);
    assertThat(profiles.getFirst().detail()).isEqualTo("Access key ····ENVI · eu-north-1");
    assertThat(profiles.getFirst().flaw()).isNull();
  }

  @Test
  void noFilesMeanNoProfiles() {
    assertThat(source(Map.of()).profiles()).isEmpty();
  }

  private void write(String name, String content) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws").resolve(name), content);
  }

  private SdkProfileSource source(Map<String, String> environment) {
    return new SdkProfileSource(AwsFiles.of(home, environment));
  }

  private Map<String, Profile> profiles(Map<String, String> environment) {
    return source(environment).profiles().stream()
        .collect(Collectors.toMap(Profile::name, profile -> profile));
  }
}
