package dev.sortkey.ui.review;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.CommitRecord;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.grid.CellText;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The commits made from this computer, each of which can be taken back.
final class CommitsViewModel {
  private final Desk desk;
  private final Slot listing;
  private final Slot reading;
  private final ObservableList<CommitRecord.Head> heads = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable CommitRecord> record =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  CommitsViewModel(Desk desk) {
    this.desk = desk;
    this.listing = desk.work().slot();
    this.reading = desk.work().slot();
  }

  /// Latest first.
  ObservableList<CommitRecord.Head> heads() {
    return heads;
  }

  /// The commit that is looked at, or null.
  ReadOnlyObjectProperty<@Nullable CommitRecord> recordProperty() {
    return record.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void reload() {
    String connection = desk.session().connection().id();
    listing.read(
        Messages.text("review.commits.reading"),
        _ -> desk.store().commits().of(connection),
        (Outcome<List<CommitRecord.Head>> outcome) -> {
          switch (outcome) {
            case Outcome.Done<List<CommitRecord.Head>>(var all) -> {
              problem.set(null);
              if (!all.equals(heads)) {
                heads.setAll(all);
              }
            }
            case Outcome.Failed<List<CommitRecord.Head>>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<List<CommitRecord.Head>> _ -> {}
          }
        });
  }

  void look(CommitRecord.@Nullable Head head) {
    if (head == null) {
      record.set(null);
      return;
    }
    reading.read(
        Messages.text("review.commits.reading"),
        _ -> desk.store().commits().read(head),
        (Outcome<Optional<CommitRecord>> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Optional<CommitRecord>>(var found) -> record.set(found.orElse(null));
            case Outcome.Failed<Optional<CommitRecord>>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<Optional<CommitRecord>> _ -> {}
          }
        });
  }

  /// What tells the item of a change from others, in words: its key, or where the table is gone,
  /// how it begins.
  String key(Change change) {
    CommitRecord made = record.get();
    Item after = change.after();
    Item item = after == null ? Change.orNothing(change.before()) : after;
    return desk.tables()
        .schema(made == null ? "" : made.head().table())
        .map(schema -> ReviewWords.key(schema.keyOf(item)))
        .orElseGet(() ->
            item.attributes().values().stream()
                .limit(2)
                .map(value -> CellText.of(value).line())
                .collect(Collectors.joining(" / ")));
  }

  /// Stages what takes the commit back.
  ///
  /// @return whether anything is staged now
  boolean revert() {
    CommitRecord made = record.get();
    Optional<TableSchema> schema =
        made == null ? Optional.empty() : desk.tables().schema(made.head().table());
    if (made == null || schema.isEmpty()) {
      problem.set(
          Problem.of(
              Problem.Kind.NOT_FOUND,
              Messages.text("review.revert.no-table"),
              Messages.text("review.revert.no-table.detail")));
      return false;
    }
    List<Change> back = made.reverting();
    try {
      desk.changes()
          .of(made.head().table())
          .stage(set -> set.with(schema.get(), back, made.head().at(), Instant.now()));
      problem.set(null);
      return !back.isEmpty();
    } catch (IllegalArgumentException e) {
      problem.set(
          Problem.of(
              Problem.Kind.INVALID_REQUEST,
              Messages.text("review.revert.refused"),
              String.valueOf(e.getMessage())));
      return false;
    }
  }

  void close() {
    listing.abandon();
    reading.abandon();
  }
}
