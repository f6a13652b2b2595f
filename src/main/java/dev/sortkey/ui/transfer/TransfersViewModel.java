package dev.sortkey.ui.transfer;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.transfer.Export;
import dev.sortkey.core.transfer.Import;
import dev.sortkey.core.transfer.ImportProgress;
import dev.sortkey.core.transfer.ImportReport;
import dev.sortkey.store.Imports;
import dev.sortkey.store.JsonFile;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.work.Job;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Runs exports and imports, and remembers what was begun and not ended. What runs goes on when the
/// panel is closed.
final class TransfersViewModel {
  private final Session session;
  private final Tables tables;
  private final Work work;
  private final JsonFile<Imports> imports;
  private final Consumer<String> said;
  private final Lanes lanes;
  private final ObservableList<Transfer> transfers = FXCollections.observableArrayList();

  /// @param said hears how a transfer ended, whether or not the panel is still there
  TransfersViewModel(
      Session session, Tables tables, Work work, JsonFile<Imports> imports, Consumer<String> said) {
    this.session = session;
    this.tables = tables;
    this.work = work;
    this.imports = imports;
    this.said = said;
    this.lanes = work::forEach;
    imports
        .get()
        .of(session.connection().id())
        .forEach(begun -> transfers.addFirst(begunEarlier(begun)));
  }

  /// Newest first.
  ObservableList<Transfer> transfers() {
    return transfers;
  }

  /// An import of this file that was stopped, or null.
  @Nullable Transfer stopped(Path file) {
    return transfers.stream()
        .filter(each -> each.stateProperty().get() == Transfer.State.STOPPED)
        .filter(each -> each.rest() != null && each.rest().plan().path().equals(file))
        .findFirst()
        .orElse(null);
  }

  Transfer export(Export.Source source, Export.Target target, String what) {
    String title = Messages.text("transfer.title.export", what, target.file().getFileName());
    var transfer = new Transfer(true, title, Transfer.State.RUNNING);
    transfers.addFirst(transfer);
    long expected =
        source instanceof Export.Source.Whole(TableSchema table) ? table.itemCount() : -1;
    transfer.says(Messages.text("transfer.reading"), -1);
    transfer.runs(
        work.read(
            title,
            progress ->
                new Export(
                        session.bulk(),
                        session.reader(),
                        lanes,
                        progress,
                        tally ->
                            draw(
                                transfer,
                                () -> transfer.says(words(tally), share(tally.items(), expected))))
                    .run(source, target),
            (Outcome<Export.Tally> outcome) -> {
              switch (outcome) {
                case Outcome.Done<Export.Tally>(Export.Tally tally) -> {
                  transfer.ended(
                      Transfer.State.DONE,
                      Messages.text("transfer.exported", words(tally), target.file()),
                      null,
                      null);
                  said.accept(
                      Messages.text(
                          "transfer.exported.toast", tally.items(), target.file().getFileName()));
                }
                case Outcome.Failed<Export.Tally>(Problem why) -> {
                  transfer.ended(
                      Transfer.State.FAILED, why.title() + ". " + why.detail(), why, null);
                  said.accept(Messages.text("transfer.failed.toast", title, why.title()));
                }
                case Outcome.Cancelled<Export.Tally> _ ->
                    transfer.ended(
                        Transfer.State.FAILED,
                        Messages.text("transfer.export.cancelled"),
                        null,
                        null);
              }
            }));
    return transfer;
  }

  /// Begins an import, or goes on with one.
  Transfer run(ImportProgress from, TableSchema table) {
    transfers.removeIf(each -> each.rest() != null && each.rest().id().equals(from.id()));
    String title = title(from);
    var transfer = new Transfer(false, title, Transfer.State.RUNNING);
    transfers.addFirst(transfer);
    transfer.says(words(from), share(from.acknowledged(), from.rows()));
    transfer.runs(
        work.write(
            title,
            progress -> {
              ImportReport report =
                  new Import(
                          table,
                          session.bulk(),
                          session.writer(),
                          lanes,
                          progress,
                          now ->
                              draw(
                                  transfer,
                                  () ->
                                      transfer.says(
                                          words(now), share(now.acknowledged(), now.rows()))),
                          now -> imports.update(all -> all.with(now)))
                      .run(from);
              if (report.complete()) {
                imports.update(all -> all.without(from.id()));
              }
              return report;
            },
            (Outcome<ImportReport> outcome) -> settled(transfer, from, table, outcome)));
    return transfer;
  }

  /// Goes on with an import that was stopped, once its table is described anew.
  void goOn(Transfer stopped) {
    ImportProgress rest = stopped.rest();
    if (rest == null) {
      return;
    }
    tables.refresh(
        rest.plan().table(),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<TableSchema>(TableSchema table) -> run(rest, table);
            case Outcome.Failed<TableSchema>(Problem why) ->
                stopped.ended(Transfer.State.STOPPED, why.title() + ". " + why.detail(), why, rest);
            case Outcome.Cancelled<TableSchema> _ -> {}
          }
        });
  }

  /// Takes a transfer that has ended off the list; an import is not gone on with then.
  void forget(Transfer transfer) {
    transfers.remove(transfer);
    ImportProgress rest = transfer.rest();
    if (rest != null) {
      work.write(
          Messages.text("transfer.forgetting"),
          _ -> {
            imports.update(all -> all.without(rest.id()));
            return true;
          },
          _ -> {});
    }
  }

  private void settled(
      Transfer transfer, ImportProgress from, TableSchema table, Outcome<ImportReport> outcome) {
    switch (outcome) {
      case Outcome.Done<ImportReport>(ImportReport report) -> {
        transfer.ended(
            report.complete() ? Transfer.State.DONE : Transfer.State.STOPPED,
            words(report),
            report.problem(),
            report.complete() ? null : report.progress());
        said.accept(Messages.text("transfer.imported.toast", transfer.title(), report.written()));
      }
      case Outcome.Failed<ImportReport>(Problem why) -> {
        ImportProgress rest =
            imports.get().begun().stream()
                .filter(each -> each.id().equals(from.id()))
                .findFirst()
                .orElse(from);
        transfer.ended(Transfer.State.STOPPED, why.title() + ". " + why.detail(), why, rest);
        said.accept(Messages.text("transfer.failed.toast", transfer.title(), why.title()));
      }
      case Outcome.Cancelled<ImportReport> _ ->
          transfer.ended(Transfer.State.STOPPED, words(from), null, from);
    }
    tables.refresh(table.name(), _ -> {});
  }

  /// An import that this panel did not begin: stopped, or still running since the panel was closed.
  private Transfer begunEarlier(ImportProgress begun) {
    return work.jobs().stream()
        .filter(job -> job.title().equals(title(begun)))
        .findFirst()
        .map(job -> running(begun, job))
        .orElseGet(() -> stopped(begun));
  }

  private Transfer running(ImportProgress begun, Job job) {
    var transfer = new Transfer(false, title(begun), Transfer.State.RUNNING);
    transfer.runs(job);
    job.doneProperty()
        .subscribe(done ->
            transfer.says(
                Messages.text("transfer.progress.rows", done, begun.rows()),
                share(done.longValue(), begun.rows())));
    job.runningProperty()
        .addListener((_, _, still) -> {
          if (!still) {
            imports.get().of(begun.connection()).stream()
                .filter(left -> left.id().equals(begun.id()))
                .findFirst()
                .ifPresentOrElse(
                    left -> end(transfer, left),
                    () ->
                        transfer.ended(
                            Transfer.State.DONE, transfer.detailProperty().get(), null, null));
          }
        });
    return transfer;
  }

  private Transfer stopped(ImportProgress begun) {
    var transfer = new Transfer(false, title(begun), Transfer.State.STOPPED);
    end(transfer, begun);
    return transfer;
  }

  private static void end(Transfer transfer, ImportProgress rest) {
    transfer.ended(
        Transfer.State.STOPPED,
        Messages.text("transfer.stopped", rest.line(), rest.acknowledged(), rest.rows()),
        null,
        rest);
  }

  private void draw(Transfer transfer, Runnable step) {
    if (transfer.later(step)) {
      work.onFx(transfer::draw);
    }
  }

  private static double share(long done, long all) {
    return all <= 0 || done > all ? -1 : (double) done / all;
  }

  private static String title(ImportProgress of) {
    return Messages.text(
        "transfer.title.import", of.plan().path().getFileName(), of.plan().table());
  }

  private static String words(Export.Tally tally) {
    return Messages.text(
        "transfer.tally", tally.items(), Figures.bytes(tally.bytes()), tally.readUnits());
  }

  private static String words(ImportProgress now) {
    return Messages.text(
        "transfer.progress", now.acknowledged(), now.rows(), now.written(), now.rejected());
  }

  private static String words(ImportReport report) {
    ImportProgress here = report.progress();
    return Stream.of(
            Messages.text("transfer.report.written", report.written()),
            here.there() == 0 ? "" : Messages.text("transfer.report.there", here.there()),
            Messages.text("transfer.report.rejected", here.rejected()),
            Messages.text("transfer.report.unprocessed", report.unprocessed()),
            Messages.text("transfer.report.rest", report.notAttempted()),
            here.rejectedFile() == null
                ? ""
                : Messages.text("transfer.report.file", here.rejectedFile()),
            report.problem() == null
                ? ""
                : report.problem().title() + ": " + report.problem().detail())
        .filter(part -> !part.isEmpty())
        .reduce((one, other) -> one + " · " + other)
        .orElse("");
  }
}
