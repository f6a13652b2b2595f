package dev.sortkey.aws;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The AWS CLI's own cache of SSO sign-ins, so that a sign-in here counts there and the other way
/// round. File names and fields are botocore's (`utils.py`, SSOTokenFetcher).
final class SsoCache {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path folder;

  /// @param folder `~/.aws/sso/cache`
  SsoCache(Path folder) {
    this.folder = folder;
  }

  /// A client of the OIDC service, registered for this computer.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Registration(
      String clientId,
      String clientSecret,
      String expiresAt,
      @Nullable List<String> scopes,
      @Nullable List<String> grantTypes) {
    @Override
    public String toString() {
      return "Registration[" + expiresAt + "]";
    }
  }

  /// Null where there is none, or none that can be understood.
  @Nullable SsoToken token(SsoSettings settings) {
    SsoToken token = read(tokenFile(settings), SsoToken.class);
    return token == null || token.accessToken() == null || token.expiresAt() == null ? null : token;
  }

  void save(SsoSettings settings, SsoToken token) throws IOException {
    write(tokenFile(settings), token);
  }

  /// One that was registered for the device flow and is still good.
  @Nullable Registration registration(SsoSettings settings, Instant now) {
    Registration known = read(registrationFile(settings), Registration.class);
    boolean usable =
        known != null
            && known.clientId() != null
            && known.clientSecret() != null
            && known.expiresAt() != null
            && (known.grantTypes() == null || !known.grantTypes().contains("authorization_code"))
            && instant(known.expiresAt()).minus(15, ChronoUnit.MINUTES).isAfter(now);
    return usable ? known : null;
  }

  void save(SsoSettings settings, Registration registration) throws IOException {
    write(registrationFile(settings), registration);
  }

  Path tokenFile(SsoSettings settings) {
    return file(settings.session() == null ? settings.startUrl() : settings.session());
  }

  /// Named after the arguments as Python's `json.dumps(…, sort_keys=True)` writes them.
  private Path registrationFile(SsoSettings settings) {
    String scopes =
        settings.scopes() == null
            ? "null"
            : "["
                + String.join(", ", settings.scopes().stream().map(SsoCache::quoted).toList())
                + "]";
    String session = settings.session() == null ? "null" : quoted(settings.session());
    return file(
        "{\"region\": "
            + quoted(settings.region())
            + ", \"scopes\": "
            + scopes
            + ", \"session_name\": "
            + session
            + ", \"startUrl\": "
            + quoted(settings.startUrl())
            + ", \"tool\": \"botocore\"}");
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private Path file(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash) + ".json");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What cannot be read counts as not there: a new sign-in replaces it.
  private static <T> @Nullable T read(Path file, Class<T> type) {
    try {
      return Files.isRegularFile(file) ? JSON.readValue(Files.readString(file), type) : null;
    } catch (IOException | JacksonException e) {
      return null;
    }
  }

  /// For the person's eyes only, and whole or not at all.
  private void write(Path file, Object content) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(folder, posix ? only("rwx------") : new FileAttribute<?>[0]);
    Path part =
        Files.createTempFile(
            folder, "sortkey", ".part", posix ? only("rw-------") : new FileAttribute<?>[0]);
    try {
      Files.writeString(part, JSON.writeValueAsString(content));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static FileAttribute<?>[] only(String permissions) {
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }

  /// In UTC with a Z, as botocore writes it; old versions wrote `UTC`. What is no time counts as
  /// long past.
  static Instant instant(String text) {
    try {
      return Instant.parse(text.replaceFirst("UTC$", "Z"));
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
