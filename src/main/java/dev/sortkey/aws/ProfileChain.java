package dev.sortkey.aws;

import dev.sortkey.core.session.Profile.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/// A profile and those that its role is assumed from, down to where the keys begin.
///
/// @param links the profile itself first
record ProfileChain(List<Profile> links) {
  ProfileChain {
    links = List.copyOf(links);
  }

  /// As far as the profiles are there; a circle ends where it closes.
  static ProfileChain of(ProfileFile all, String name) {
    List<Profile> links = new ArrayList<>();
    Optional<Profile> next = all.profile(name);
    while (next.isPresent() && !links.contains(next.get())) {
      links.add(next.get());
      next =
          ProfileReading.kind(next.get()) == Kind.ROLE
              ? next.get().property("source_profile").flatMap(all::profile)
              : Optional.empty();
    }
    return new ProfileChain(links);
  }
}
