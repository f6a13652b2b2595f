package dev.sortkey.aws;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.Problem.Kind;
import dev.sortkey.core.problem.Problem.Remedy;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Connector;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.core.text.Messages;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;

/// Opens connections with the AWS SDK. A profile connection without a profile's name stands for the
/// environment's variables.
public final class SdkConnector implements Connector {
  private final AwsFiles files;
  private final SdkSignIn signIn;
  private final Lanes lanes;

  public SdkConnector() {
    this(Lanes.single());
  }

  /// @param lanes for reads that have several requests under way
  public SdkConnector(Lanes lanes) {
    this(AwsFiles.ofThisComputer(), Clock.systemUTC(), Thread::sleep, lanes);
  }

  SdkConnector(AwsFiles files) {
    this(files, Clock.systemUTC(), Thread::sleep, Lanes.single());
  }

  /// @param waiting waits between two questions whether a sign-in was approved
  SdkConnector(AwsFiles files, Clock clock, Waiting waiting, Lanes lanes) {
    this.files = files;
    this.lanes = lanes;
    this.signIn = new SdkSignIn(files, clock, waiting);
  }

  /// Signs in the profiles that are opened here.
  public SignIn signIn() {
    return signIn;
  }

  @Override
  public Session open(Connection connection, @Nullable Keys keys) {
    return new SdkSession(connection, access(connection, keys), lanes);
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
    signIn.keys().reread(ProfileChain.of(profiles, name));
    return SdkAccess.of(profiles, name, signIn.keys());
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
