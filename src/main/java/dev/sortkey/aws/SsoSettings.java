package dev.sortkey.aws;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/// What a profile says of its SSO, in either of the two forms: with a session of its own section,
/// or all in the profile.
///
/// @param session null in the older form
/// @param scopes null where none are named; only with some does AWS give a refresh token
record SsoSettings(
    @Nullable String session,
    String startUrl,
    String region,
    @Nullable List<String> scopes,
    String account,
    String role) {
  /// Of a profile that has no flaw.
  static SsoSettings of(ProfileFile all, Profile profile) {
    String session = profile.property("sso_session").orElse(null);
    Profile place =
        session == null ? profile : all.getSection("sso-session", session).orElseThrow();
    return new SsoSettings(
        session,
        place.property("sso_start_url").orElseThrow(),
        place.property("sso_region").orElseThrow(),
        session == null ? null : scopes(place),
        profile.property("sso_account_id").orElseThrow(),
        profile.property("sso_role_name").orElseThrow());
  }

  private static @Nullable List<String> scopes(Profile place) {
    String named = place.property("sso_registration_scopes").orElse("");
    List<String> scopes =
        Stream.of(named.split(",")).map(String::strip).filter(scope -> !scope.isEmpty()).toList();
    return scopes.isEmpty() ? null : scopes;
  }
}
