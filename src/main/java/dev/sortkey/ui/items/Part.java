package dev.sortkey.ui.items;

import dev.sortkey.core.expr.Condition;

/// What stands in a group of conditions: a condition, or another group.
sealed interface Part permits ConditionDraft, GroupDraft {
  /// The condition of a part that is given and has no flaw.
  Condition condition();
}
