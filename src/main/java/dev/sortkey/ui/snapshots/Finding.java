package dev.sortkey.ui.snapshots;

import dev.sortkey.core.snapshot.Comparison;
import dev.sortkey.core.snapshot.RestoreReport;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.text.Messages;

/// What the last job has brought, told in a line until it is put away.
sealed interface Finding {
  /// All is well, and there is nothing more to see.
  boolean good();

  String sentence();

  record Compared(String left, String right, KeySchema keys, Comparison comparison)
      implements Finding {
    @Override
    public boolean good() {
      return comparison.equal();
    }

    @Override
    public String sentence() {
      return comparison.equal()
          ? Messages.text("snapshots.compared.equal", left, right, comparison.same())
          : Messages.text(
              "snapshots.compared.differ",
              left,
              right,
              comparison.differences(),
              comparison.same() + comparison.differences());
    }
  }

  record Restored(String snapshot, RestoreReport report) implements Finding {
    @Override
    public boolean good() {
      return report.whole();
    }

    @Override
    public String sentence() {
      if (report.whole()) {
        return Messages.text(
            "snapshots.restored.whole", snapshot, report.table(), report.written());
      }
      String key =
          report.cancelled()
              ? "snapshots.restored.stopped"
              : report.ended() != null ? "snapshots.restored.ended" : "snapshots.restored.partly";
      return Messages.text(key, snapshot, report.table(), report.written(), report.expected());
    }
  }
}
