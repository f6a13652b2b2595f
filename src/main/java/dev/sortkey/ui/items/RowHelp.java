package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.KeyUse;
import dev.sortkey.ui.rows.EditKeys;
import java.util.List;
import javafx.scene.input.KeyCombination;

/// What can be done by key where rows are, for the list of all keys.
public final class RowHelp {
  private RowHelp() {}

  public static List<KeyUse> keys() {
    return List.of(
        use("run", ItemsKeys.RUN),
        use("ways", ItemsKeys.WAYS),
        use("open", EditKeys.EDIT),
        use("cell", EditKeys.CELL),
        use("peek", EditKeys.PEEK),
        use("find", ItemsKeys.FIND),
        use("filter", ItemsKeys.FILTER),
        use("create", ItemsKeys.CREATE),
        use("duplicate", ItemsKeys.DUPLICATE),
        use("paste", ItemsKeys.PASTE),
        use("delete", EditKeys.DELETE),
        use("bulk", ItemsKeys.BULK),
        use("side", ItemsKeys.TURN),
        use("undo", EditKeys.UNDO),
        use("review", EditKeys.REVIEW));
  }

  private static KeyUse use(String what, KeyCombination keys) {
    return new KeyUse(Messages.text("items.keys." + what), keys);
  }
}
