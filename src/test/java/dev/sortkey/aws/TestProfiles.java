package dev.sortkey.aws;

import dev.sortkey.core.session.ProfileSource;
import java.nio.file.Path;
import java.util.Map;

/// Profiles from AWS files in a folder of a test's own.
public final class TestProfiles {
  private TestProfiles() {}

  /// @param home holds `.aws/config` and `.aws/credentials`, as far as they exist
  public static ProfileSource in(Path home) {
    return new SdkProfileSource(AwsFiles.of(home, Map.of()));
  }
}
