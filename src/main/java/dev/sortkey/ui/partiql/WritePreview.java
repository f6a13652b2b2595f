package dev.sortkey.ui.partiql;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.partiql.Literals;
import dev.sortkey.core.partiql.Statement;
import dev.sortkey.core.partiql.Statements;
import dev.sortkey.core.partiql.WriteGuard;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads what statements are about, so that it can be shown what they would do. Blocks.
final class WritePreview {
  private final Session session;
  private final List<Pending.Write> writes = new ArrayList<>();

  private WritePreview(Session session) {
    this.session = session;
  }

  static Pending of(List<Pending.Piece> pieces, Session session) {
    var preview = new WritePreview(session);
    List<Pending.Piece> guarded = new ArrayList<>();
    for (Pending.Piece piece : pieces) {
      guarded.add(piece.reads() ? piece : preview.look(piece));
    }
    return new Pending(preview.writes, guarded);
  }

  private Pending.Piece look(Pending.Piece piece) {
    Statement statement = piece.piece().statement();
    String words = Messages.text("partiql.write.unknown");
    ItemDiff diff = null;
    Statements.Ready ready = piece.ready();
    if (statement != null) {
      TableSchema table = session.tables().describe(statement.table());
      Optional<ItemKey> key = WriteGuard.key(statement, table);
      if (key.isPresent()) {
        String name =
            key.get().values().values().stream()
                .map(Literals::write)
                .collect(Collectors.joining(" / "));
        Item seen = session.reader().get(table, key.get()).orElse(null);
        Item none = Item.of(Map.of());
        switch (statement) {
          case Statement.Insert(var _, Attr.M item) -> {
            words =
                Messages.text(seen == null ? "partiql.write.insert" : "partiql.write.taken", name);
            diff = seen == null ? ItemDiff.between(none, new Item(item.fields())) : null;
          }
          case Statement.Update update when seen != null -> {
            Item after = WriteGuard.after(update, seen);
            words =
                Messages.text(
                    after == null ? "partiql.write.computed" : "partiql.write.update", name);
            diff = after == null ? null : ItemDiff.between(seen, after);
            ready = WriteGuard.guarded(ready, statement, seen, table);
          }
          case Statement.Delete _ when seen != null -> {
            words = Messages.text("partiql.write.delete", name);
            diff = ItemDiff.between(seen, none);
            ready = WriteGuard.guarded(ready, statement, seen, table);
          }
          default -> words = Messages.text("partiql.write.missing", name);
        }
      }
    }
    writes.add(new Pending.Write(piece.piece().text(), words, diff));
    return new Pending.Piece(piece.piece(), ready);
  }
}
