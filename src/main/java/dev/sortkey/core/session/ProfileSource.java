package dev.sortkey.core.session;

import java.util.List;

/// The profiles that this computer already has.
public interface ProfileSource {
  /// Reads the files anew; blocks. An unreadable file gives a profile with a flaw, not an error.
  List<Profile> profiles();
}
