package dev.sortkey.aws;

import dev.sortkey.core.session.Profile;
import dev.sortkey.core.session.ProfileSource;
import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists the profiles of the AWS CLI's files, and the environment's variables when they are set.
public final class SdkProfileSource implements ProfileSource {
  private final AwsFiles files;

  public SdkProfileSource() {
    this(AwsFiles.ofThisComputer());
  }

  SdkProfileSource(AwsFiles files) {
    this.files = files;
  }

  @Override
  public List<Profile> profiles() {
    List<Profile> found = new ArrayList<>();
    Profile environment = environment();
    if (environment != null) {
      found.add(environment);
    }
    AwsFiles.Content content = files.read();
    var reading = new ProfileReading(files, content.profiles());
    content.profiles().profiles().values().forEach(profile -> found.add(reading.profile(profile)));
    content
        .damages()
        .forEach((file, flaw) ->
            found.add(
                new Profile(files.shown(file), Profile.Kind.UNKNOWN, null, flaw, null, flaw)));
    return List.copyOf(found);
  }

  private @Nullable Profile environment() {
    var variables = files.environment();
    String id = variables.get("AWS_ACCESS_KEY_ID");
    String secret = variables.get("AWS_SECRET_ACCESS_KEY");
    if (id == null && secret == null) {
      return null;
    }
    String region =
        variables.containsKey("AWS_REGION")
            ? variables.get("AWS_REGION")
            : variables.get("AWS_DEFAULT_REGION");
    String missing = id == null ? "AWS_ACCESS_KEY_ID" : "AWS_SECRET_ACCESS_KEY";
    String flaw =
        id == null || secret == null ? Messages.text("problem.profile.variable", missing) : null;
    String masked = id == null ? null : MaskedKey.of(id);
    String detail =
        flaw != null
            ? flaw
            : Messages.text("problem.profile.keys", masked)
                + (region == null ? "" : " · " + region);
    return new Profile(
        Messages.text("problem.profile.environment"),
        Profile.Kind.ENVIRONMENT,
        region,
        detail,
        masked,
        flaw);
  }
}
