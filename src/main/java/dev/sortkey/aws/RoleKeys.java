package dev.sortkey.aws;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/// Assumes the roles that profiles name.
final class RoleKeys {
  private final AwsFiles files;
  private final Clock clock;

  RoleKeys(AwsFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  /// @param code of the MFA device, or null where none is asked for
  ProfileKeys.Held assume(
      ProfileFile all, Profile role, AwsCredentials source, @Nullable String code) {
    Credentials given =
        new SignInClients(all, role.name())
            .sts(region(all, role), source, sts -> sts.assumeRole(request(role, code)))
            .credentials();
    return new ProfileKeys.Held(
        AwsSessionCredentials.create(
            given.accessKeyId(), given.secretAccessKey(), given.sessionToken()),
        given.expiration());
  }

  private AssumeRoleRequest request(Profile role, @Nullable String code) {
    var request =
        AssumeRoleRequest.builder()
            .roleArn(role.property("role_arn").orElseThrow())
            .roleSessionName(
                role.property("role_session_name")
                    .orElseGet(() -> "sortkey-" + clock.instant().getEpochSecond()))
            .externalId(role.property("external_id").orElse(null))
            .durationSeconds(
                role.property("duration_seconds").flatMap(RoleKeys::whole).orElse(null));
    if (code != null) {
      request.serialNumber(role.property("mfa_serial").orElseThrow()).tokenCode(code);
    }
    return request.build();
  }

  private static Optional<Integer> whole(String text) {
    try {
      return Optional.of(Integer.valueOf(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// The profile's own, or that of one it comes from, or the environment's.
  private String region(ProfileFile all, Profile role) {
    Map<String, String> environment = files.environment();
    return Stream.concat(
            ProfileChain.of(all, role.name()).links().stream()
                .flatMap(link -> link.property("region").stream()),
            Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
                .map(environment::get)
                .filter(value -> value != null))
        .findFirst()
        .orElse("us-east-1");
  }
}
