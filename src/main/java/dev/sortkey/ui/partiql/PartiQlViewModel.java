package dev.sortkey.ui.partiql;

import dev.sortkey.core.library.Asked;
import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.partiql.Fault;
import dev.sortkey.core.partiql.Script;
import dev.sortkey.core.partiql.Statement;
import dev.sortkey.core.partiql.Statements;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The statements as they are typed, what is known of them before they run, and what they brought.
final class PartiQlViewModel {
  enum Mode {
    EACH,
    BATCH,
    TRANSACTION
  }

  /// How many items a page looks at.
  private static final int PAGE = 300;

  private final Desk desk;
  private final Slot running;
  private final StatementNotes notes;
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.EACH);
  private final ReadOnlyObjectWrapper<Script> script = new ReadOnlyObjectWrapper<>(Script.read(""));
  private final ObservableList<ParameterDraft> parameters = FXCollections.observableArrayList();
  private final ObservableList<Result> results = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Result> shown = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Pending> pending = new ReadOnlyObjectWrapper<>();
  private String text = "";
  private Runnable grown = () -> {};

  PartiQlViewModel(Desk desk) {
    this.desk = desk;
    this.running = desk.work().slot();
    this.notes = new StatementNotes(desk.tables());
  }

  ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  ReadOnlyObjectProperty<Script> scriptProperty() {
    return script.getReadOnlyProperty();
  }

  /// A value for each question mark, over all statements.
  ObservableList<ParameterDraft> parameters() {
    return parameters;
  }

  ObservableList<Result> results() {
    return results;
  }

  ObjectProperty<@Nullable Result> shownProperty() {
    return shown;
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return running.busyProperty();
  }

  /// What waits for the person's word, since it writes; or null.
  ReadOnlyObjectProperty<@Nullable Pending> pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  /// Called when the result that is shown got more rows.
  void onGrown(Runnable listener) {
    grown = listener;
  }

  String text() {
    return text;
  }

  void typed(String now) {
    text = now;
    int marks = Script.read(now).pieces().stream().mapToInt(Script.Piece::parameters).sum();
    while (parameters.size() > marks) {
      parameters.removeLast();
    }
    while (parameters.size() < marks) {
      parameters.add(new ParameterDraft());
    }
    understand();
  }

  /// Reads the text again, as when a parameter was typed.
  void understand() {
    List<Attr> values = new ArrayList<>();
    for (ParameterDraft draft : parameters) {
      values.add(draft.flaw().isEmpty() ? draft.attr() : new Attr.S("?"));
    }
    script.set(Script.read(text, values));
  }

  /// What is to be known of the statement at a place before it runs.
  StatementNotes.Note note(int caret) {
    return notes.of(script.get().at(caret));
  }

  /// Why the statements cannot run this way, or empty.
  Optional<String> flaw() {
    List<Script.Piece> pieces = script.get().pieces();
    if (pieces.isEmpty()) {
      return Optional.of(Messages.text("partiql.empty"));
    }
    for (ParameterDraft draft : parameters) {
      if (draft.flaw().isPresent()) {
        return draft.flaw();
      }
    }
    if (mode.get() == Mode.EACH) {
      return Optional.empty();
    }
    int most = mode.get() == Mode.BATCH ? Statements.MOST_IN_BATCH : Statements.MOST_IN_TRANSACTION;
    if (pieces.size() > most) {
      return Optional.of(Messages.text("partiql.flaw.many", most, pieces.size()));
    }
    boolean reads = pieces.stream().anyMatch(Script.Piece::reads);
    boolean writes = pieces.stream().anyMatch(piece -> !piece.reads());
    boolean exists = pieces.stream().anyMatch(p -> p.statement() instanceof Statement.Exists);
    return reads && writes && !exists
        ? Optional.of(Messages.text("partiql.flaw.mixed"))
        : Optional.empty();
  }

  /// The first fault in the text, or empty.
  Optional<Fault> fault() {
    return script.get().pieces().stream()
        .map(Script.Piece::fault)
        .filter(fault -> fault != null)
        .findFirst();
  }

  /// Runs all statements; those that write are shown first.
  ///
  /// @return false when something is wrong, which is then shown
  boolean run() {
    pending.set(null);
    problem.set(null);
    understand();
    Optional<String> why = fault().map(Fault::message).or(this::flaw);
    if (why.isPresent()) {
      problem.set(
          Problem.of(Problem.Kind.INVALID_REQUEST, Messages.text("partiql.not-run"), why.get()));
      return false;
    }
    List<Pending.Piece> pieces = ready();
    if (pieces.stream().allMatch(Pending.Piece::reads)) {
      execute(pieces);
    } else if (!desk.refusesWrite()) {
      review(pieces);
    }
    return true;
  }

  private List<Pending.Piece> ready() {
    List<Pending.Piece> all = new ArrayList<>();
    int used = 0;
    for (Script.Piece piece : script.get().pieces()) {
      List<Attr> values =
          parameters.subList(used, used + piece.parameters()).stream()
              .map(ParameterDraft::attr)
              .toList();
      used += piece.parameters();
      all.add(new Pending.Piece(piece, new Statements.Ready(piece.text(), values)));
    }
    return all;
  }

  /// Reads what the statements are about, so that it can be shown what they would do.
  private void review(List<Pending.Piece> pieces) {
    running.read(
        Messages.text("partiql.looking"),
        _ -> WritePreview.of(pieces, desk.session()),
        (Outcome<Pending> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Pending>(Pending found) -> pending.set(found);
            case Outcome.Failed<Pending>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<Pending> _ -> {}
          }
        });
  }

  /// Runs what waits.
  void confirm() {
    Pending now = pending.get();
    pending.set(null);
    if (now != null) {
      execute(now.run());
    }
  }

  void dropPending() {
    pending.set(null);
  }

  private void execute(List<Pending.Piece> pieces) {
    List<Result> all =
        pieces.stream().map(one -> new Result(one.ready(), one.statement(), desk.work())).toList();
    results.setAll(all);
    shown.set(all.getFirst());
    Mode how = mode.get();
    String asked = text;
    Instant began = Instant.now();
    running.read(
        Messages.text("partiql.running"),
        _ -> {
          if (how == Mode.EACH) {
            for (Result result : all) {
              if (!each(result)) {
                break;
              }
            }
          } else {
            together(all, how);
          }
          return true;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
            problem.set(why);
          }
          // Drawn anew, since results are no properties.
          results.setAll(all);
          shown.set(
              all.stream().filter(r -> r.problem() != null).findFirst().orElse(all.getLast()));
          grown.run();
          remember(asked, all, began);
        });
  }

  /// @return false when it failed; the statements behind it do not run then
  private boolean each(Result result) {
    Instant from = Instant.now();
    try {
      Statements.Answer answer = desk.session().statements().run(result.statement(), null, PAGE);
      bring(result, answer, from);
      return true;
    } catch (ProblemException e) {
      desk.work().onFx(() -> result.fail(e.problem()));
      return false;
    }
  }

  private void together(List<Result> all, Mode how) {
    Instant from = Instant.now();
    List<Statements.Ready> ready = all.stream().map(Result::statement).toList();
    Statements statements = desk.session().statements();
    List<Statements.Answer> answers =
        how == Mode.BATCH ? statements.batch(ready) : statements.transaction(ready);
    for (int i = 0; i < all.size() && i < answers.size(); i++) {
      bring(all.get(i), answers.get(i), from);
    }
  }

  /// Hands an answer over, packed.
  private void bring(Result result, Statements.Answer answer, Instant from) {
    RowChunk chunk = RowChunk.pack(result.rows().store().dictionary(), answer.items());
    Duration took = Duration.between(from, Instant.now());
    desk.work().onFx(() -> result.take(answer, chunk, took));
  }

  /// Reads another page of the result that is shown.
  void more() {
    Result result = shown.get();
    if (result == null || result.next() == null || running.busy()) {
      return;
    }
    Instant from = Instant.now();
    String next = result.next();
    running.read(
        Messages.text("partiql.running"),
        _ -> {
          bring(result, desk.session().statements().run(result.statement(), next, PAGE), from);
          return true;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
            problem.set(why);
          }
          grown.run();
        });
  }

  void stop() {
    running.cancel();
  }

  /// Keeps the run in the history.
  private void remember(String asked, List<Result> all, Instant began) {
    long count = all.stream().mapToLong(result -> result.rows().size()).sum();
    Double units =
        all.stream().map(Result::units).filter(u -> u != null).reduce(Double::sum).orElse(null);
    Problem failed =
        all.stream().map(Result::problem).filter(p -> p != null).findFirst().orElse(problem.get());
    var run =
        new RunRecord(
            began,
            desk.session().connection().name(),
            new Asked.Statement(asked.strip()),
            null,
            0,
            null,
            units,
            count,
            count,
            Duration.between(began, Instant.now()),
            failed == null ? null : failed.title());
    desk.remember(run);
  }

  void close() {
    running.abandon();
  }
}
