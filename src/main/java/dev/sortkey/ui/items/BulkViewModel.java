package dev.sortkey.ui.items;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.BulkEdit.Effect;
import dev.sortkey.core.bulk.BulkRun;
import dev.sortkey.core.bulk.Formula;
import dev.sortkey.core.bulk.Operation;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.typing.TypedValue;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.DynamoNumber;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.grid.CellText;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One change of many items: what it is, what it does to those that are loaded, and its way to the
/// table, through the review or, for more than is loaded, under a write budget.
final class BulkViewModel {
  /// Of which items.
  enum Scope {
    SELECTED,
    LOADED,
    RESULT
  }

  /// What is done to each.
  enum Kind {
    SET,
    REMOVE,
    RENAME,
    ADD,
    APPEND,
    CONVERT,
    REPLACE,
    COMPUTE,
    DELETE
  }

  /// How many of the loaded items are looked at for the preview.
  static final int MOST_PREVIEWED = 5_000;

  /// How many are shown.
  static final int MOST_SHOWN = 200;

  private static final double USUAL_RATE = 25;

  /// What would come of the items that were looked at.
  ///
  /// @param shown the first of those that change or do not fit
  record Preview(int looked, int changed, int same, int unfit, List<Line> shown) {}

  record Line(Item item, Effect effect) {}

  private final TableSchema table;
  private final TableChanges changes;
  private final Session session;
  private final Work work;
  private final Slot previewing;
  private final Slot running;
  private final Supplier<List<Item>> selected;
  private final Supplier<List<Item>> loaded;
  private final @Nullable ReadPlan plan;
  private final Instant readAt;
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.LOADED);
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.SET);
  private final ObjectProperty<AttrType> type = new SimpleObjectProperty<>(AttrType.S);
  private final StringProperty path = new SimpleStringProperty("");
  private final StringProperty value = new SimpleStringProperty("");
  private final StringProperty pattern = new SimpleStringProperty("");
  private final StringProperty rate = new SimpleStringProperty("25");
  private final StringProperty typedName = new SimpleStringProperty("");
  private final BooleanProperty regex = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable String> flaw = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable BulkEdit> edit = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<BulkRun.@Nullable Standing> standing =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable BulkRun run;

  /// @param selected the whole items that are selected
  /// @param plan what brought the rows, and brings the rest; null when it does not bring whole
  ///   items
  /// @param readAt when the rows were read
  BulkViewModel(
      TableSchema table,
      TableChanges changes,
      Session session,
      Work work,
      Supplier<List<Item>> selected,
      Supplier<List<Item>> loaded,
      @Nullable ReadPlan plan,
      Instant readAt) {
    this.table = table;
    this.changes = changes;
    this.session = session;
    this.work = work;
    this.previewing = work.slot();
    this.running = work.slot();
    this.selected = selected;
    this.loaded = loaded;
    this.plan = plan;
    this.readAt = readAt;
    if (selected.get().size() > 1) {
      scope.set(Scope.SELECTED);
    }
    for (var property : List.of(scope, kind, type, path, value, pattern, regex)) {
      property.addListener(_ -> draw());
    }
    draw();
  }

  TableSchema table() {
    return table;
  }

  ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /// Of the value, or to convert to.
  ObjectProperty<AttrType> typeProperty() {
    return type;
  }

  StringProperty pathProperty() {
    return path;
  }

  /// The value, the new name, the amount, the replacement or the formula.
  StringProperty valueProperty() {
    return value;
  }

  /// What a replacement looks for.
  StringProperty patternProperty() {
    return pattern;
  }

  BooleanProperty regexProperty() {
    return regex;
  }

  /// Write units a second.
  StringProperty rateProperty() {
    return rate;
  }

  /// What was typed to confirm a run that is not reviewed item by item.
  StringProperty typedNameProperty() {
    return typedName;
  }

  /// What is missing or wrong in what was typed, or null.
  ReadOnlyObjectProperty<@Nullable String> flawProperty() {
    return flaw.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// How far a run is, or null before.
  ReadOnlyObjectProperty<BulkRun.@Nullable Standing> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.busyProperty();
  }

  int count(Scope of) {
    return switch (of) {
      case SELECTED -> selected.get().size();
      case LOADED, RESULT -> loaded.get().size();
    };
  }

  /// Whether more than what is loaded can be changed.
  boolean reachesBeyond() {
    return plan != null;
  }

  boolean confirmed() {
    return typedName.get().equals(table.name());
  }

  /// Stages the change of the selected or loaded items.
  ///
  /// @return how many changes are staged by it, or -1 when it was refused
  int stage() {
    BulkEdit now = edit.get();
    if (now == null) {
      return -1;
    }
    List<Item> items = scope.get() == Scope.SELECTED ? selected.get() : loaded.get();
    var count = new int[1];
    try {
      changes.stage(set -> {
        var next = set;
        for (Item item : items) {
          Staged there = next.get(table.keyOf(item));
          Item base = there == null || there.item() == null ? item : there.item();
          if (there != null && there.kind() == Staged.Kind.DELETE) {
            continue;
          }
          switch (now.of(table, base)) {
            case Effect.Changed(Change.Delete _) -> {
              next = next.delete(table, item, readAt, Instant.now());
              count[0]++;
            }
            case Effect.Changed(Change change) -> {
              next = next.edit(table, item, after(change), readAt, Instant.now());
              count[0]++;
            }
            case Effect.Same _, Effect.Unfit _ -> {}
          }
        }
        return next;
      });
      return count[0];
    } catch (IllegalArgumentException e) {
      flaw.set(e.getMessage());
      return -1;
    }
  }

  private static Item after(Change change) {
    Item after = change.after();
    if (after == null) {
      throw new IllegalStateException("an edit leaves an item");
    }
    return after;
  }

  /// Runs over the whole result, or goes on after a pause.
  void run() {
    BulkEdit now = edit.get();
    if (now == null || plan == null || running.busy() || !confirmed()) {
      return;
    }
    if (run == null) {
      run =
          new BulkRun(
              table,
              plan,
              now,
              session.reader(),
              batch -> changes.writeNow(table, batch),
              rate(),
              System::nanoTime,
              Thread::sleep);
    }
    BulkRun going = run;
    problem.set(null);
    running.write(
        Messages.text("items.bulk.job", table.name()),
        progress -> going.run(progress, far -> work.onFx(() -> standing.set(far))),
        (Outcome<BulkRun.Standing> outcome) -> {
          switch (outcome) {
            case Outcome.Done<BulkRun.Standing>(BulkRun.Standing end) -> {
              standing.set(end);
              problem.set(end.problem());
            }
            case Outcome.Failed<BulkRun.Standing>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<BulkRun.Standing> _ -> {}
          }
        });
  }

  /// Stops after the batch under way; what is written stays written.
  void pause() {
    running.cancel();
  }

  boolean begun() {
    return run != null;
  }

  void close() {
    previewing.abandon();
    running.cancel();
  }

  private double rate() {
    try {
      double units = Double.parseDouble(rate.get().strip());
      return units > 0 ? units : USUAL_RATE;
    } catch (NumberFormatException _) {
      return USUAL_RATE;
    }
  }

  private void draw() {
    try {
      BulkEdit made = read();
      edit.set(made);
      flaw.set(null);
      look(made);
    } catch (IllegalArgumentException e) {
      edit.set(null);
      flaw.set(e.getMessage());
      previewing.abandon();
      preview.set(null);
    }
  }

  private void look(BulkEdit made) {
    List<Item> items = scope.get() == Scope.SELECTED ? selected.get() : loaded.get();
    previewing.read(
        Messages.text("items.bulk.previewing"),
        _ -> preview(made, items),
        (Outcome<Preview> outcome) -> {
          if (outcome instanceof Outcome.Done<Preview>(Preview seen)) {
            preview.set(seen);
          }
        });
  }

  private Preview preview(BulkEdit made, List<Item> items) {
    int looked = Math.min(items.size(), MOST_PREVIEWED);
    int changed = 0;
    int same = 0;
    int unfit = 0;
    List<Line> shown = new ArrayList<>();
    for (Item item : items.subList(0, looked)) {
      Effect effect = made.of(table, item);
      switch (effect) {
        case Effect.Changed _ -> changed++;
        case Effect.Same _ -> same++;
        case Effect.Unfit _ -> unfit++;
      }
      if (!(effect instanceof Effect.Same) && shown.size() < MOST_SHOWN) {
        shown.add(new Line(item, effect));
      }
    }
    return new Preview(looked, changed, same, unfit, shown);
  }

  private BulkEdit read() {
    if (kind.get() == Kind.DELETE) {
      return new BulkEdit.Delete();
    }
    if (path.get().isBlank()) {
      throw new IllegalArgumentException(Messages.text("items.bulk.path-missing"));
    }
    AttrPath at = AttrPath.parse(path.get().strip());
    String text = value.get();
    return new BulkEdit.Steps(
        List.of(
            switch (kind.get()) {
              case SET -> new Operation.Put(at, TypedValue.read(type.get(), text));
              case REMOVE -> new Operation.Remove(at);
              case RENAME -> new Operation.Rename(at, name(text));
              case ADD -> new Operation.Add(at, amount(text));
              case APPEND -> new Operation.Append(at, TypedValue.read(type.get(), text));
              case CONVERT -> new Operation.Convert(at, type.get());
              case REPLACE -> new Operation.Replace(at, sought(), replacement(text));
              case COMPUTE -> new Operation.Compute(at, Formula.parse(text));
              case DELETE -> throw new IllegalStateException("said above");
            }));
  }

  private static String name(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(Messages.text("items.bulk.name-missing"));
    }
    return text.strip();
  }

  private static String amount(String text) {
    DynamoNumber.flaw(text.strip())
        .ifPresent(why -> {
          throw new IllegalArgumentException(why);
        });
    return text.strip();
  }

  private Pattern sought() {
    if (pattern.get().isEmpty()) {
      throw new IllegalArgumentException(Messages.text("items.bulk.pattern-missing"));
    }
    try {
      return Pattern.compile(pattern.get(), regex.get() ? 0 : Pattern.LITERAL);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          Messages.text("items.bulk.pattern-wrong", e.getDescription(), e.getIndex() + 1), e);
    }
  }

  private String replacement(String text) {
    return regex.get() ? text : Matcher.quoteReplacement(text);
  }

  /// The key of an item, in words.
  String key(Item item) {
    ItemKey key = table.keyOf(item);
    return key.values().values().stream()
        .map(part -> CellText.of(part).line())
        .collect(Collectors.joining(" / "));
  }
}
