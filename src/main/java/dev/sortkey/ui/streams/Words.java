package dev.sortkey.ui.streams;

import dev.sortkey.core.stream.ViewType;
import dev.sortkey.core.text.Messages;
import java.util.Locale;

/// The console's words for what a stream records.
final class Words {
  private Words() {}

  static String view(ViewType view) {
    return Messages.text("streams.view." + key(view));
  }

  static String explained(ViewType view) {
    return Messages.text("streams.view-detail." + key(view));
  }

  private static String key(ViewType view) {
    return view.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
