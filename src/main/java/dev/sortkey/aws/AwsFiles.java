package dev.sortkey.aws;

import dev.sortkey.core.session.Keys;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;

/// The AWS CLI's files and environment variables, wherever they lie.
record AwsFiles(Path home, Path config, Path credentials, Map<String, String> environment) {
  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  /// @param profiles what could be read
  /// @param damages what could not, by file, in plain words
  record Content(ProfileFile profiles, Map<Path, String> damages) {}

  static AwsFiles of(Path home, Map<String, String> environment) {
    return new AwsFiles(
        home,
        place(home, environment.get("AWS_CONFIG_FILE"), "config"),
        place(home, environment.get("AWS_SHARED_CREDENTIALS_FILE"), "credentials"),
        Map.copyOf(environment));
  }

  static AwsFiles ofThisComputer() {
    return of(Path.of(System.getProperty("user.home")), System.getenv());
  }

  private static Path place(Path home, @Nullable String named, String standard) {
    if (named == null || named.isBlank()) {
      return home.resolve(".aws").resolve(standard);
    }
    return named.startsWith("~/") ? home.resolve(named.substring(2)) : Path.of(named);
  }

  /// Without the environment, which may hold keys.
  @Override
  public String toString() {
    return "AwsFiles[" + config + ", " + credentials + "]";
  }

  /// Reads both files anew; a damaged one does not keep the other from being used.
  Content read() {
    var files = ProfileFile.aggregator();
    var damages = new LinkedHashMap<Path, String>();
    read(credentials, ProfileFile.Type.CREDENTIALS, files, damages);
    read(config, ProfileFile.Type.CONFIGURATION, files, damages);
    return new Content(files.build(), damages);
  }

  private void read(
      Path file, ProfileFile.Type type, ProfileFile.Aggregator files, Map<Path, String> damages) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      files.addFile(ProfileFile.builder().content(Files.readString(file)).type(type).build());
    } catch (IOException e) {
      damages.put(file, Messages.text("problem.profile.damaged", shown(file)));
    } catch (IllegalArgumentException e) {
      // The SDK's message quotes the line, which may be a secret; only its number is passed on.
      Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
      damages.put(
          file,
          line.find()
              ? Messages.text("problem.profile.damaged-line", shown(file), line.group(1))
              : Messages.text("problem.profile.damaged", shown(file)));
    }
  }

  /// The keys in the environment's variables, or null when they are not both set.
  @Nullable Keys environmentKeys() {
    String id = environment.get("AWS_ACCESS_KEY_ID");
    String secret = environment.get("AWS_SECRET_ACCESS_KEY");
    return id == null || secret == null
        ? null
        : new Keys(id, secret, environment.get("AWS_SESSION_TOKEN"));
  }

  /// Where the profile begins, as `file` and `line` for a message.
  Place placeOf(String profile) {
    for (Path file : List.of(config, credentials)) {
      OptionalInt line = headerLine(file, profile);
      if (line.isPresent()) {
        return new Place(shown(file), line);
      }
    }
    return new Place(shown(config), OptionalInt.empty());
  }

  record Place(String file, OptionalInt line) {}

  private static OptionalInt headerLine(Path file, String profile) {
    Pattern header =
        Pattern.compile("\\[\\s*(?:profile\\s+)?" + Pattern.quote(profile) + "\\s*\\].*");
    List<String> lines = new ArrayList<>();
    try {
      if (Files.isRegularFile(file)) {
        lines = Files.readAllLines(file);
      }
    } catch (IOException e) {
      return OptionalInt.empty();
    }
    for (int i = 0; i < lines.size(); i++) {
      if (header.matcher(lines.get(i).strip()).matches()) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  /// A file's path with the home folder as `~`.
  String shown(Path file) {
    return file.startsWith(home) ? "~/" + home.relativize(file) : file.toString();
  }
}
