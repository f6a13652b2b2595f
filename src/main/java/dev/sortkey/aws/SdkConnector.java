package dev.sortkey.aws;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.Problem.Kind;
import dev.sortkey.core.problem.Problem.Remedy;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Connector;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.text.Messages;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/// Opens connections with the AWS SDK. A profile connection without a profile's name stands for the
/// environment's variables.
public final class SdkConnector implements Connector {
  private final AwsFiles files;

  public SdkConnector() {
    this(AwsFiles.ofThisComputer());
  }

  SdkConnector(AwsFiles files) {
    this.files = files;
  }

  @Override
  public Session open(Connection connection, @Nullable Keys keys) {
    return new SdkSession(connection, access(connection, keys));
  }

  private SdkAccess access(Connection connection, @Nullable Keys keys) {
    String profile = connection.profile();
    if (keys != null) {
      return SdkAccess.of(keys);
    }
    if (profile != null) {
      return ofProfile(profile);
    }
    if (connection.kind() != Connection.Kind.PROFILE) {
      throw invalid("keys-missing", connection.name());
    }
    Keys environment = files.environmentKeys();
    if (environment == null) {
      throw invalid("environment-missing");
    }
    return SdkAccess.of(environment);
  }

  private SdkAccess ofProfile(String name) {
    AwsFiles.Content content = files.read();
    ProfileFile profiles = content.profiles();
    var profile = profiles.profile(name).orElseThrow(() -> missing(name, content));
    String flaw = new ProfileReading(files, profiles).flaw(profile);
    if (flaw != null) {
      throw invalid("profile-flawed", name, flaw);
    }
    var provider =
        ProfileCredentialsProvider.builder().profileFile(profiles).profileName(name).build();
    return new SdkAccess(provider, profiles, name, null);
  }

  private ProblemException missing(String name, AwsFiles.Content content) {
    return content.damages().isEmpty()
        ? invalid(
            "profile-missing", name, files.shown(files.config()), files.shown(files.credentials()))
        : invalid("profile-file", String.join(". ", content.damages().values()) + ".");
  }

  private static ProblemException invalid(String key, Object... arguments) {
    return new ProblemException(
        Problem.of(
            Kind.CREDENTIALS_INVALID,
            Messages.text("problem." + key + ".title", arguments),
            Messages.text("problem." + key + ".detail", arguments),
            Remedy.EDIT_CONNECTION));
  }
}
