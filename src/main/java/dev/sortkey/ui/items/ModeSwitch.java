package dev.sortkey.ui.items;

import dev.sortkey.ui.items.ConditionDraft.Role;
import java.util.List;

/// Carries what is typed over when the mode changes, so that nothing is typed twice.
final class ModeSwitch {
  private ModeSwitch() {}

  /// The key fields of a Query become the first conditions.
  static void toConditions(List<ConditionDraft> keys, GroupDraft conditions) {
    if (conditions.matchProperty().get() != GroupDraft.Match.ALL
        || conditions.negatedProperty().get()) {
      return;
    }
    int at = 0;
    for (ConditionDraft key : keys) {
      boolean said =
          key.role() == Role.PARTITION ? !key.valueProperty().get().isEmpty() : key.given();
      if (said) {
        conditions.add(
            at++,
            ConditionDraft.filter(
                key.nameProperty().get(),
                key.typeProperty().get(),
                key.operatorProperty().get(),
                key.valueProperty().get(),
                key.highProperty().get()));
        key.clear();
      }
    }
  }

  /// Conditions that a key field can say go into it.
  static void toKeys(GroupDraft conditions, List<ConditionDraft> keys) {
    if (conditions.matchProperty().get() != GroupDraft.Match.ALL
        || conditions.negatedProperty().get()) {
      return;
    }
    for (ConditionDraft key : keys) {
      for (Part part : List.copyOf(conditions.parts())) {
        if (part instanceof ConditionDraft draft && fits(draft, key)) {
          copy(draft, key);
          conditions.remove(draft);
          break;
        }
      }
    }
  }

  private static boolean fits(ConditionDraft draft, ConditionDraft key) {
    return draft.nameProperty().get().strip().equals(key.nameProperty().get())
        && draft.typeProperty().get() == key.typeProperty().get()
        && key.operators().contains(draft.operatorProperty().get())
        && key.valueProperty().get().isEmpty();
  }

  /// Says in one condition what another says.
  static void copy(ConditionDraft from, ConditionDraft to) {
    to.operatorProperty().set(from.operatorProperty().get());
    to.valueProperty().set(from.valueProperty().get());
    to.highProperty().set(from.highProperty().get());
  }
}
