package dev.sortkey.core.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The door to the messages bundle, so that no text that a person reads is written in code.
public final class Messages {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.sortkey.messages", Locale.ROOT);

  private Messages() {}

  /// The text of a key with its `{0}`, `{1}` … filled in. An apostrophe in the bundle is written
  /// twice, as [MessageFormat] wants it, also in texts without arguments.
  ///
  /// @throws MissingResourceException when the bundle lacks the key, which is a bug
  public static String text(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
  }

  /// Whether the bundle has the key.
  public static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }
}
