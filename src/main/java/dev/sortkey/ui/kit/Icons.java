package dev.sortkey.ui.kit;

import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons in Sortkey's sizes; their colour comes from the style sheet.
public final class Icons {
  private Icons() {}

  /// 14 px, as in the content.
  public static FontIcon of(Feather icon) {
    return dressed(icon);
  }

  /// 12 px, as in bars.
  public static FontIcon small(Feather icon) {
    var node = dressed(icon);
    node.getStyleClass().add("sk-icon-small");
    return node;
  }

  /// 20 px, as in empty panes.
  public static FontIcon large(Feather icon) {
    var node = dressed(icon);
    node.getStyleClass().add("sk-icon-large");
    return node;
  }

  /// The typeface that holds the icons, for those who draw on a canvas.
  public static Font font(double size) {
    // a FontIcon loads the typeface and leaves its family to the style sheet
    dressed(Feather.KEY);
    return Font.font("FeatherIcons", size);
  }

  private static FontIcon dressed(Feather icon) {
    var node = new FontIcon(icon);
    node.getStyleClass().add("sk-icon");
    return node;
  }
}
