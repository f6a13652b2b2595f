package dev.sortkey.ui.streams;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.editor.DiffView;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a version of an item that went by in the stream is to the item as it is now: shown beside
/// it, or staged to take its place.
final class Versions {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 320;

  private final Desk desk;
  private final String table;
  private final Slot reading;

  Versions(Desk desk, String table) {
    this.desk = desk;
    this.table = table;
    this.reading = desk.work().slot();
  }

  /// Whether the record says how the item was after it.
  static boolean known(TailRecord record) {
    return switch (record.change().event()) {
      case INSERT, MODIFY -> record.change().after() != null;
      case REMOVE -> true;
    };
  }

  /// Goes to the item itself.
  void open(TailRecord record) {
    schema()
        .ifPresent(schema ->
            desk.workbench()
                .open(new Destination.OneItem(table, schema.keyOf(record.change().key()))));
  }

  /// Shows how the item as it is now differs from what it was after the record.
  void compare(TailRecord record) {
    read(record, (_, now) -> desk.workbench().showDialog(dialog(record, now)));
  }

  /// Stages what brings the item back to what it was after the record, and goes to the review.
  void revert(TailRecord record) {
    read(
        record,
        (schema, now) -> {
          Optional<Change> change = change(now, version(record));
          if (change.isEmpty()) {
            desk.workbench().toast(Messages.text("streams.version.same"));
            return;
          }
          try {
            Instant read = Instant.now();
            desk.changes()
                .of(table)
                .stage(set -> set.with(schema, List.of(change.get()), read, Instant.now()));
            desk.workbench().open(new Destination.Review(table));
          } catch (IllegalArgumentException e) {
            desk.workbench().toast(String.valueOf(e.getMessage()));
          }
        });
  }

  void close() {
    reading.abandon();
  }

  private static @Nullable Item version(TailRecord record) {
    return record.change().after();
  }

  /// What makes one out of the other; empty where they are the same.
  static Optional<Change> change(@Nullable Item now, @Nullable Item version) {
    if (version == null) {
      return now == null ? Optional.empty() : Optional.of(new Change.Delete(now));
    }
    if (now == null) {
      return Optional.of(new Change.Insert(version));
    }
    return ItemDiff.between(now, version).isEmpty()
        ? Optional.empty()
        : Optional.of(new Change.Update(now, version));
  }

  private Node dialog(TailRecord record, @Nullable Item now) {
    Item version = version(record);
    ItemDiff diff = ItemDiff.between(Change.orNothing(version), Change.orNothing(now));
    String key =
        diff.isEmpty()
            ? "streams.version.same"
            : now == null ? "streams.version.gone" : "streams.version.differs";
    Label words =
        Controls.label(
            Messages.text(key, diff.changes().size(), RecordText.time(record)), "sk-muted");
    words.setWrapText(true);
    var body = new VBox(12, words);
    if (!diff.isEmpty()) {
      var view = new DiffView(diff);
      view.setPrefHeight(HEIGHT);
      body.getChildren().add(view);
    }
    Button close = Controls.button(Messages.text("streams.version.close"), null, null);
    close.setId("version-close");
    close.setOnAction(_ -> desk.workbench().closeDialog());
    var card =
        new DialogCard(
            Messages.text("streams.version.title", RecordText.key(record.change().key())),
            body,
            close);
    card.setPrefWidth(WIDTH);
    return card;
  }

  private void read(TailRecord record, BiConsumer<TableSchema, @Nullable Item> then) {
    schema()
        .ifPresent(schema -> {
          ItemKey key = schema.keyOf(record.change().key());
          reading.read(
              Messages.text("streams.version.reading"),
              _ -> desk.session().reader().get(schema, key),
              (Outcome<Optional<Item>> outcome) -> {
                switch (outcome) {
                  case Outcome.Done<Optional<Item>>(var found) ->
                      then.accept(schema, found.orElse(null));
                  case Outcome.Failed<Optional<Item>>(Problem why) -> desk.workbench().toast(why);
                  case Outcome.Cancelled<Optional<Item>> _ -> {}
                }
              });
        });
  }

  private Optional<TableSchema> schema() {
    return desk.tables().schema(table);
  }
}
