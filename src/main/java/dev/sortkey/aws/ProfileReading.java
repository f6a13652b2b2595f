package dev.sortkey.aws;

import dev.sortkey.core.session.Profile;
import dev.sortkey.core.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;

/// What kind of profile one is, in words, and what it lacks.
final class ProfileReading {
  private final AwsFiles files;
  private final ProfileFile all;

  ProfileReading(AwsFiles files, ProfileFile all) {
    this.files = files;
    this.all = all;
  }

  Profile profile(software.amazon.awssdk.profiles.Profile profile) {
    String region = profile.property("region").orElse(null);
    String flaw = flaw(profile);
    String key = profile.property("aws_access_key_id").map(MaskedKey::of).orElse(null);
    Profile.Kind kind = kind(profile);
    Stream<@Nullable String> parts =
        flaw != null
            ? Stream.of(kind == Profile.Kind.UNKNOWN ? null : heading(profile, kind), flaw)
            : Stream.concat(
                Stream.of(heading(profile, kind)),
                Stream.concat(facts(profile, kind), Stream.ofNullable(region)));
    return new Profile(
        profile.name(),
        kind,
        region,
        parts.filter(Objects::nonNull).collect(Collectors.joining(" · ")),
        kind == Profile.Kind.KEYS ? key : null,
        flaw);
  }

  static Profile.Kind kind(software.amazon.awssdk.profiles.Profile profile) {
    Set<String> names = profile.properties().keySet();
    if (names.contains("role_arn")) {
      return Profile.Kind.ROLE;
    }
    if (names.stream().anyMatch(name -> name.startsWith("sso_"))) {
      return Profile.Kind.SSO;
    }
    if (names.contains("credential_process")) {
      return Profile.Kind.PROCESS;
    }
    return names.contains("aws_access_key_id") || names.contains("aws_secret_access_key")
        ? Profile.Kind.KEYS
        : Profile.Kind.UNKNOWN;
  }

  private static String heading(
      software.amazon.awssdk.profiles.Profile profile, Profile.Kind kind) {
    return switch (kind) {
      case KEYS ->
          Messages.text(
                  "problem.profile.keys",
                  profile.property("aws_access_key_id").map(MaskedKey::of).orElse(""))
              .strip();
      case SSO -> Messages.text("problem.profile.sso");
      case ROLE -> Messages.text("problem.profile.role", tail(profile, "role_arn"));
      case PROCESS -> Messages.text("problem.profile.process");
      case ENVIRONMENT -> Messages.text("problem.profile.environment");
      case UNKNOWN -> Messages.text("problem.profile.unknown");
    };
  }

  private static Stream<String> facts(
      software.amazon.awssdk.profiles.Profile profile, Profile.Kind kind) {
    return switch (kind) {
      case SSO ->
          Stream.of(
                  profile.property("sso_role_name"),
                  profile.property("sso_account_id").map(ProfileReading::grouped))
              .flatMap(Optional::stream);
      case ROLE ->
          Stream.of(
                  profile
                      .property("source_profile")
                      .or(() -> profile.property("credential_source"))
                      .map(source -> Messages.text("problem.profile.role-from", source)),
                  profile
                      .property("mfa_serial")
                      .map(serial -> Messages.text("problem.profile.mfa")))
              .flatMap(Optional::stream);
      case PROCESS -> profile.property("credential_process").map(ProfileReading::program).stream();
      case KEYS, ENVIRONMENT, UNKNOWN -> Stream.empty();
    };
  }

  /// What keeps the profile from being used, in plain words, or null when nothing does.
  @Nullable String flaw(software.amazon.awssdk.profiles.Profile profile) {
    return switch (kind(profile)) {
      case KEYS -> lacking(profile, "aws_access_key_id", "aws_secret_access_key");
      case SSO -> ssoFlaw(profile);
      case ROLE -> roleFlaw(profile, new HashSet<>());
      case PROCESS, ENVIRONMENT -> null;
      case UNKNOWN -> lacks(profile, "aws_access_key_id");
    };
  }

  private @Nullable String ssoFlaw(software.amazon.awssdk.profiles.Profile profile) {
    String session = profile.property("sso_session").orElse(null);
    if (session == null) {
      return lacking(profile, "sso_account_id", "sso_role_name", "sso_start_url", "sso_region");
    }
    var section = all.getSection("sso-session", session).orElse(null);
    if (section == null) {
      return noSuch(profile, "sso-session", session);
    }
    for (String name : List.of("sso_start_url", "sso_region")) {
      if (section.property(name).isEmpty()) {
        return lacks(section, name);
      }
    }
    return lacking(profile, "sso_account_id", "sso_role_name");
  }

  private @Nullable String roleFlaw(
      software.amazon.awssdk.profiles.Profile profile, Set<String> seen) {
    if (!seen.add(profile.name())) {
      return Messages.text("problem.profile.loop");
    }
    if (profile.property("credential_source").isPresent()
        || profile.property("web_identity_token_file").isPresent()) {
      return null;
    }
    String source = profile.property("source_profile").orElse(null);
    if (source == null) {
      return lacks(profile, "source_profile");
    }
    var parent = all.profile(source).orElse(null);
    if (parent == null) {
      return noSuch(profile, "profile", source);
    }
    // A role may name itself as its source when it holds keys of its own.
    boolean itself = source.equals(profile.name());
    if (itself) {
      return lacking(profile, "aws_access_key_id", "aws_secret_access_key");
    }
    return kind(parent) == Profile.Kind.ROLE ? roleFlaw(parent, seen) : flaw(parent);
  }

  private @Nullable String lacking(
      software.amazon.awssdk.profiles.Profile profile, String... names) {
    return Stream.of(names)
        .filter(name -> profile.property(name).filter(value -> !value.isBlank()).isEmpty())
        .findFirst()
        .map(name -> lacks(profile, name))
        .orElse(null);
  }

  private String lacks(software.amazon.awssdk.profiles.Profile profile, String name) {
    return placed("problem.profile.lacks", profile, name);
  }

  private String noSuch(software.amazon.awssdk.profiles.Profile profile, String kind, String name) {
    return placed("problem.profile.no-such", profile, kind, name);
  }

  private String placed(
      String key, software.amazon.awssdk.profiles.Profile profile, String... arguments) {
    AwsFiles.Place place = files.placeOf(profile.name());
    Stream<String> filled = Stream.concat(Stream.of(arguments), Stream.of(place.file()));
    return place.line().isEmpty()
        ? Messages.text(key, filled.toArray())
        : Messages.text(
            key + "-line",
            Stream.concat(filled, Stream.of(String.valueOf(place.line().getAsInt()))).toArray());
  }

  private static String tail(software.amazon.awssdk.profiles.Profile profile, String name) {
    String value = profile.property(name).orElse("");
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /// The program of a `credential_process`, without its folder and its arguments, which may hold
  /// secrets.
  static String program(String command) {
    String first = command.strip();
    first =
        first.startsWith("\"") && first.indexOf('"', 1) > 0
            ? first.substring(1, first.indexOf('"', 1))
            : first.split("\\s+")[0];
    return first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1);
  }

  /// An account id as people read it, `4821 0937 5516`.
  static String grouped(String account) {
    return account.replaceAll("(?<=\\G\\d{4})(?=\\d)", " ");
  }
}
