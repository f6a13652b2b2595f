package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.Settings;
import java.util.List;

/// What DynamoDB Local makes of a draft: it refuses tags, recovery and auto scaling, and would
/// ignore the rest that only AWS has.
final class SandboxDraft {
  private SandboxDraft() {}

  static TableDraft of(TableDraft draft) {
    Settings all = draft.settings();
    Settings defaults = Settings.defaults();
    return draft.with(
        new Settings(
            defaults.tableClass(),
            defaults.encryption(),
            null,
            List.of(),
            all.ttl(),
            null,
            all.stream(),
            null,
            List.of()));
  }

  /// Whether something of the draft is left out.
  static boolean leavesOut(TableDraft draft) {
    return !of(draft).equals(draft);
  }
}
