package dev.sortkey.ui.settings;

import dev.sortkey.core.table.KmsKey;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableSettings;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.table.TimeToLive;
import java.util.List;

/// All that the page shows of a table, as it was read at one moment.
record Reading(
    TableDetails details,
    Answer<TimeToLive> ttl,
    Answer<List<Tag>> tags,
    Answer<List<ScaledUnits>> scaling,
    Answer<List<KmsKey>> keys) {
  static Reading of(TableAdmin admin, String table) {
    TableDetails details = admin.details(table);
    return new Reading(
        details,
        Answer.to(() -> admin.timeToLive(table)),
        Answer.to(() -> admin.tags(details.schema().arn())),
        Answer.to(() -> admin.autoScaling(details.schema())),
        Answer.to(admin::keys));
  }

  TableSettings settings() {
    return TableSettings.of(
        details, scaling.or(List.of()), ttl.value(), tags.or(List.of()), keys.or(List.of()));
  }
}
