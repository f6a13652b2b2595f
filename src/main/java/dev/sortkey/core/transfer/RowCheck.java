package dev.sortkey.core.transfer;

import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import java.util.List;
import java.util.Optional;

/// Says what DynamoDB would refuse in a row, before it is sent.
final class RowCheck {
  private RowCheck() {}

  static Optional<String> flaw(TableSchema table, Item item) {
    List<ItemRules.Flaw> key = TableRules.checkKey(table, item);
    if (!key.isEmpty()) {
      return Optional.of(key.getFirst().message());
    }
    return ItemRules.check(item).stream()
        .findFirst()
        .map(flaw ->
            flaw.path() == null
                ? flaw.message()
                : Messages.text("transfer.row.flaw", flaw.path(), flaw.message()));
  }
}
