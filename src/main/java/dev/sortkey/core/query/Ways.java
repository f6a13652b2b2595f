package dev.sortkey.core.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All ways to read what is asked, best first: the cheapest that brings exactly what is asked, then
/// those that leave something out, then what cannot be used and why.
///
/// @param advice what would make it cheaper, or null
public record Ways(List<Way> ranked, @Nullable String advice) {
  public Ways {
    ranked = List.copyOf(ranked);
  }

  /// The way that Auto takes.
  public Optional<Way.Usable> best() {
    return usable().stream().findFirst();
  }

  public List<Way.Usable> usable() {
    return ranked.stream()
        .filter(Way.Usable.class::isInstance)
        .map(Way.Usable.class::cast)
        .toList();
  }
}
