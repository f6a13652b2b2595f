package dev.sortkey.core.snapshot;

import dev.sortkey.core.text.Messages;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names of snapshots, which are names of folders on every operating system.
public final class SnapshotNames {
  private static final int LONGEST = 100;
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N} ._()-]*");

  /// Microsoft, "Naming Files, Paths, and Namespaces".
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private SnapshotNames() {}

  /// What is wrong with a name, or null.
  public static @Nullable String flaw(String name, Collection<String> taken) {
    if (name.isBlank()) {
      return Messages.text("snapshots.name.empty");
    }
    if (name.length() > LONGEST) {
      return Messages.text("snapshots.name.long", name.length(), LONGEST);
    }
    if (!LETTERS.matcher(name).matches()) {
      return Messages.text("snapshots.name.letters");
    }
    if (name.startsWith(".") || name.endsWith(".") || !name.strip().equals(name)) {
      return Messages.text("snapshots.name.ends");
    }
    if (RESERVED.matcher(name).matches()) {
      return Messages.text("snapshots.name.reserved", name);
    }
    return taken.stream().anyMatch(name::equalsIgnoreCase)
        ? Messages.text("snapshots.name.taken")
        : null;
  }

  /// The name, with a number behind it where it is taken.
  public static String free(String name, Collection<String> taken) {
    Set<String> lower = Set.copyOf(taken.stream().map(SnapshotNames::lower).toList());
    String free = name;
    for (int number = 2; lower.contains(lower(free)); number++) {
      free = name + " " + number;
    }
    return free;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
