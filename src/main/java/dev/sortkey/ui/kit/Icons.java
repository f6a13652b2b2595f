package dev.sortkey.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons in Sortkey's sizes; their colour comes from the style sheet.
public final class Icons {
  private Icons() {}

  /// 14 px, as in the content.
  public static FontIcon of(Feather icon) {
    return sized(icon, 14);
  }

  /// 12 px, as in bars.
  public static FontIcon small(Feather icon) {
    return sized(icon, 12);
  }

  private static FontIcon sized(Feather icon, int size) {
    var node = new FontIcon(icon);
    node.setIconSize(size);
    node.getStyleClass().add("sk-icon");
    return node;
  }
}
