package dev.sortkey.ui.codegen;

import dev.sortkey.core.codegen.CodeSubject;
import dev.sortkey.core.codegen.CodeSubject.Operation;
import dev.sortkey.core.codegen.Program;
import dev.sortkey.core.codegen.SourceFile;
import dev.sortkey.core.codegen.SpringBoot;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.snapshot.SettingsReading;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which code is wanted, and its files.
final class CodeViewModel {
  /// What the code is about.
  enum Subject {
    QUERY,
    ITEM,
    TABLE
  }

  enum Language {
    CLI,
    JAVA,
    ENHANCED,
    PYTHON,
    JAVASCRIPT,
    GO,
    CSHARP,
    RUST,
    SPRING_BOOT,
    CLOUDFORMATION,
    TERRAFORM,
    CDK
  }

  /// Enough items to see the types of most tables' attributes.
  private static final int SAMPLE = 200;

  private final String table;
  private final Session session;
  private final Slot reading;
  private final Slot saving;
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>(Subject.TABLE);
  private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.JAVA);
  private final ObjectProperty<Operation> operation = new SimpleObjectProperty<>(Operation.GET);
  private final ObservableList<SourceFile> files = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper sampled = new ReadOnlyIntegerWrapper();

  private CodeSubject.@Nullable Query query;
  private CodeSubject.@Nullable OneItem item;
  private @Nullable Known known;

  /// What was read for the code.
  private record Known(TableSchema schema, TableDraft draft, List<Item> items) {}

  CodeViewModel(String table, @Nullable CodeSubject about, Session session, Work work) {
    this.table = table;
    this.session = session;
    this.reading = work.slot();
    this.saving = work.slot();
    ask(about);
    subject.addListener(_ -> {
      if (!languages().contains(language.get())) {
        language.set(Language.JAVA);
      }
      write();
    });
    language.addListener(_ -> write());
    operation.addListener(_ -> write());
  }

  String table() {
    return table;
  }

  /// Asks for code of another query or item; null leaves the last one.
  void ask(@Nullable CodeSubject wanted) {
    switch (wanted) {
      case CodeSubject.Query asked -> {
        query = asked;
        subject.set(Subject.QUERY);
      }
      case CodeSubject.OneItem one -> {
        item = one;
        operation.set(one.operations().getFirst());
        subject.set(Subject.ITEM);
      }
      case null -> {}
    }
    write();
  }

  /// What code was asked for, and the table.
  List<Subject> subjects() {
    return Stream.of(Subject.values())
        .filter(each ->
            switch (each) {
              case QUERY -> query != null;
              case ITEM -> item != null;
              case TABLE -> true;
            })
        .toList();
  }

  /// What can be done with the item.
  List<Operation> operations() {
    return item == null ? List.of() : item.operations();
  }

  ObjectProperty<Operation> operationProperty() {
    return operation;
  }

  ObjectProperty<Subject> subjectProperty() {
    return subject;
  }

  ObjectProperty<Language> languageProperty() {
    return language;
  }

  List<Language> languages() {
    return switch (subject.get()) {
      case QUERY ->
          List.of(
              Language.CLI,
              Language.JAVA,
              Language.ENHANCED,
              Language.PYTHON,
              Language.JAVASCRIPT,
              Language.GO,
              Language.CSHARP,
              Language.RUST);
      case ITEM ->
          List.of(
              Language.CLI,
              Language.JAVA,
              Language.PYTHON,
              Language.JAVASCRIPT,
              Language.GO,
              Language.CSHARP,
              Language.RUST);
      case TABLE ->
          List.of(
              Language.CLI,
              Language.JAVA,
              Language.SPRING_BOOT,
              Language.CLOUDFORMATION,
              Language.TERRAFORM,
              Language.CDK);
    };
  }

  ObservableList<SourceFile> files() {
    return files;
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return reading.busyProperty();
  }

  /// How many items the types were taken from.
  ReadOnlyIntegerProperty sampledProperty() {
    return sampled.getReadOnlyProperty();
  }

  /// Whether no item was read, since reading costs and nobody asked for it.
  boolean mayRead() {
    return session.connection().environment() == Environment.PRODUCTION && sampled.get() == 0;
  }

  /// Describes the table and, but for production, reads some items for their types.
  void open() {
    read(session.connection().environment() != Environment.PRODUCTION);
  }

  /// @param withItems whether to read some items too
  void read(boolean withItems) {
    problem.set(null);
    reading.read(
        Messages.text("codegen.reading", table),
        progress -> {
          TableSchema schema = session.tables().describe(table);
          TableDraft draft = new SettingsReading(session, schema).read();
          return new Known(schema, draft, withItems ? items(schema, progress) : List.of());
        },
        (Outcome<Known> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Known>(Known read) -> {
              known = read;
              sampled.set(read.items().size());
              write();
            }
            case Outcome.Failed<Known>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<Known> _ -> {}
          }
        });
  }

  /// Writes all files below a folder; those that are there already are not touched.
  void save(Path folder, Runnable saved) {
    List<SourceFile> wanted = List.copyOf(files);
    problem.set(null);
    saving.read(
        Messages.text("codegen.saving"),
        _ -> {
          List<Path> targets = wanted.stream().map(file -> folder.resolve(fileName(file))).toList();
          for (Path target : targets) {
            if (Files.exists(target)) {
              return target;
            }
          }
          for (int i = 0; i < targets.size(); i++) {
            Files.createDirectories(targets.get(i).getParent());
            Files.writeString(targets.get(i), wanted.get(i).text());
          }
          return folder;
        },
        (Outcome<Path> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Path>(Path done) when done.equals(folder) -> saved.run();
            case Outcome.Done<Path>(Path there) -> problem.set(there(there));
            case Outcome.Failed<Path>(Problem failure) -> problem.set(failure);
            case Outcome.Cancelled<Path> _ -> {}
          }
        });
  }

  void close() {
    reading.abandon();
    saving.abandon();
  }

  /// The dependencies are a part of a file, so they are saved under a name of their own.
  private static String fileName(SourceFile file) {
    return file.name().equals(SpringBoot.DEPENDENCIES) ? "dependencies.xml" : file.name();
  }

  private static Problem there(Path file) {
    return Problem.of(
        Problem.Kind.LOCAL_IO,
        Messages.text("codegen.there.title", file.getFileName()),
        Messages.text("codegen.there.detail", file));
  }

  private List<Item> items(TableSchema schema, Progress progress) {
    var budget = new Budget(SAMPLE, 10L * SAMPLE, 100, Duration.ofSeconds(10));
    var items = new ArrayList<Item>();
    ReadPlan plan = Planner.plan(schema, QuerySpec.scan());
    for (RowChunk chunk :
        session.reader().read(plan, null, budget, new RowDictionary(), progress).chunks()) {
      for (int i = 0; i < chunk.size(); i++) {
        items.add(chunk.get(i));
      }
    }
    return items;
  }

  private void write() {
    Known read = known;
    if (read == null) {
      return;
    }
    problem.set(null);
    var writing = new CodeFiles(session.connection(), language.get());
    try {
      files.setAll(
          switch (subject.get()) {
            case QUERY -> writing.query(read.schema(), Objects.requireNonNull(query).spec());
            case ITEM -> {
              Program program =
                  Objects.requireNonNull(item).program(read.schema(), operation.get());
              yield List.of(writing.program(program));
            }
            case TABLE -> writing.table(read.schema(), read.draft(), read.items());
          });
    } catch (IllegalArgumentException e) {
      files.clear();
      problem.set(
          Problem.of(
              Problem.Kind.INVALID_REQUEST,
              Messages.text("codegen.no-code"),
              String.valueOf(e.getMessage())));
    }
  }
}
