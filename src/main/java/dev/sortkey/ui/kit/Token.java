package dev.sortkey.ui.kit;

import java.util.Locale;
import javafx.scene.paint.Color;

/// The colours of Sortkey, each for the light and the dark theme. In style sheets the token
/// `FG_MUTED` is `-sk-fg-muted`.
public enum Token {
  CANVAS("ffffff", "0d1117"),
  SURFACE("f6f8fa", "161b22"),
  INSET("eceff3", "090c11"),
  OVERLAY("ffffff", "1c2129"),
  BORDER("d0d7de", "30363d"),
  LINE("e4e8ec", "21262d"),
  TEXT("1f2328", "e6edf3"),
  MUTED("57606a", "9aa3ad"),
  SUBTLE("616972", "8b949e"),
  HOVER("eef1f4", "1c222a"),
  ACCENT("2f54cf", "8eaaff"),
  ACCENT_FILL("3459d3", "4263dd"),
  ACCENT_FILL_HOVER("2a4cbd", "3a59cc"),
  ACCENT_TINT("e8edfc", "1b2544"),
  ACCENT_EDGE("9db2f0", "4a62b8"),
  ON_ACCENT("ffffff", "ffffff"),
  SUCCESS("1a7232", "4cc25e"),
  SUCCESS_TINT("dff5e4", "12281a"),
  WARNING("855600", "dba73a"),
  WARNING_TINT("fff3cd", "2b230f"),
  DANGER("c41f2b", "ff8078"),
  DANGER_TINT("ffe9e7", "311719"),
  ADD_ROW("e4f6e8", "11271a"),
  ADD_WORD("b4e5c0", "1f5230"),
  EDIT_ROW("fff3cd", "2b230f"),
  EDIT_WORD("f5d98a", "5c4712"),
  DELETE_ROW("ffe9e7", "311719"),
  DELETE_WORD("ffc6c1", "6b2424"),
  FOUND("e6d9fb", "352453"),
  FOUND_HERE("d3bcf7", "4a3275"),
  TYPE_S("0b6868", "5fc9c2"),
  TYPE_S_TINT("dcf1f0", "10292b"),
  TYPE_N("2456c8", "8ab4ff"),
  TYPE_N_TINT("e2ebfd", "16253f"),
  TYPE_B("6a5a24", "d0b96f"),
  TYPE_B_TINT("f2edd9", "2a2514"),
  TYPE_BOOL("7b3aa0", "d2a0f0"),
  TYPE_BOOL_TINT("f3e8fa", "291b35"),
  TYPE_NULL("57606a", "9aa3ad"),
  TYPE_NULL_TINT("e9ecef", "232a32"),
  TYPE_L("9c4210", "f2a573"),
  TYPE_L_TINT("fbe9dd", "301d12"),
  TYPE_M("9b2c6b", "f294c4"),
  TYPE_M_TINT("fbe5f1", "33182a"),
  ENV_SANDBOX("0f7583", "43b9c7"),
  ENV_DEVELOPMENT("2a7a3b", "5cb560"),
  ENV_STAGING("ad5200", "e58a45"),
  ENV_PRODUCTION("c02845", "f56b83");

  private final String light;
  private final String dark;

  Token(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  public Color color(Theme theme) {
    return Color.web("#" + hex(theme));
  }

  String hex(Theme theme) {
    return theme == Theme.LIGHT ? light : dark;
  }

  String cssName() {
    return "-sk-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
