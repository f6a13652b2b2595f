package dev.sortkey.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Light or dark: the AtlantaFX theme beneath and the style sheets of ours on top of it.
public enum Theme {
  LIGHT,
  DARK;

  private static final Map<String, Token> ATLANTA =
      Map.ofEntries(
          Map.entry("-color-bg-default", Token.CANVAS),
          Map.entry("-color-bg-subtle", Token.SURFACE),
          Map.entry("-color-bg-inset", Token.INSET),
          Map.entry("-color-bg-overlay", Token.OVERLAY),
          Map.entry("-color-border-default", Token.BORDER),
          Map.entry("-color-border-muted", Token.LINE),
          Map.entry("-color-fg-default", Token.TEXT),
          Map.entry("-color-fg-muted", Token.MUTED),
          Map.entry("-color-fg-subtle", Token.SUBTLE),
          Map.entry("-color-accent-fg", Token.ACCENT),
          Map.entry("-color-accent-emphasis", Token.ACCENT_FILL),
          Map.entry("-color-accent-muted", Token.ACCENT_EDGE),
          Map.entry("-color-accent-subtle", Token.ACCENT_TINT),
          Map.entry("-color-success-fg", Token.SUCCESS),
          Map.entry("-color-success-subtle", Token.SUCCESS_TINT),
          Map.entry("-color-warning-fg", Token.WARNING),
          Map.entry("-color-warning-subtle", Token.WARNING_TINT),
          Map.entry("-color-danger-fg", Token.DANGER),
          Map.entry("-color-danger-subtle", Token.DANGER_TINT));

  /// The address of AtlantaFX's style sheet, for `Application.setUserAgentStylesheet`.
  public String userAgentStylesheet() {
    return this == LIGHT
        ? new PrimerLight().getUserAgentStylesheet()
        : new PrimerDark().getUserAgentStylesheet();
  }

  /// The addresses of our style sheets, for a scene: the tokens first.
  public List<String> stylesheets() {
    return List.of(tokens(), sheet("kit.css"), sheet("shell.css"), sheet("panels.css"));
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource("/dev/sortkey/css/" + name))
        .toExternalForm();
  }

  private String tokens() {
    var css = new StringBuilder(".root {\n");
    for (Token token : Token.values()) {
      css.append(token.cssName()).append(": #").append(token.hex(this)).append(";\n");
    }
    ATLANTA.forEach(
        (name, token) -> css.append(name).append(": #").append(token.hex(this)).append(";\n"));
    css.append("}\n");
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.toString().getBytes(StandardCharsets.UTF_8));
  }
}
