package dev.sortkey.ui.items;

import dev.sortkey.core.query.Observed;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.QuerySpec.Mode;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.Way;
import dev.sortkey.core.query.Ways;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.typing.TypedValue;
import dev.sortkey.ui.items.ConditionDraft.Flaw;
import dev.sortkey.ui.items.ConditionDraft.Role;
import dev.sortkey.ui.items.ConditionDraft.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the person asks of the table, as typed so far, checked and planned at every keystroke.
/// Nothing typed goes when the mode or the index changes: the texts of keys are kept by attribute
/// name.
final class QueryViewModel {
  /// What the plan line says: the way that is taken and the others, or a sentence on what is
  /// missing or wrong.
  ///
  /// @param chosen whether the person took this way over the best
  record Preview(
      Way.@Nullable Usable way, @Nullable Ways ways, boolean chosen, String hint, boolean wrong) {
    static Preview saying(String hint, boolean wrong) {
      return new Preview(null, null, false, hint, wrong);
    }

    @Nullable ReadPlan plan() {
      return way == null ? null : way.plan();
    }
  }

  /// A way as the person takes it: it stays taken while values change, not when conditions do.
  private record Choice(ReadPlan.Operation operation, @Nullable String index, String shape) {}

  private record KeyTexts(StringProperty value, StringProperty high) {}

  private record RoleOf(Role role, String name) {}

  private TableSchema table;
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.AUTO);
  private final StringProperty index = new SimpleStringProperty();
  private final BooleanProperty allAttributes = new SimpleBooleanProperty(true);
  private final StringProperty attributes = new SimpleStringProperty("");
  private final BooleanProperty descending = new SimpleBooleanProperty();
  private final BooleanProperty consistent = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper consistentAllowed = new ReadOnlyBooleanWrapper(true);
  private final StringProperty limit = new SimpleStringProperty("");
  private final Map<String, KeyTexts> keyTexts = new HashMap<>();
  private final Map<RoleOf, ConditionDraft> keyDrafts = new HashMap<>();
  private final ObservableList<ConditionDraft> keys = FXCollections.observableArrayList();
  private final InvalidationListener changed = _ -> look();
  private final GroupDraft filters = new GroupDraft(changed);
  private Observed observed = Observed.none();
  private @Nullable Choice choice;
  private boolean taking;
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<ConditionDraft> keysView =
      FXCollections.unmodifiableObservableList(keys);
  private final ReadOnlyObjectWrapper<@Nullable String> limitFlaw = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> attributesFlaw =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Preview> preview =
      new ReadOnlyObjectWrapper<>(Preview.saying("", false));
  private BiConsumer<ConditionDraft, Spot> focus = (_, _) -> {};

  /// The conditions there were when Run was last tried; what is missing in them is shown in place.
  private final Set<ConditionDraft> tried = new HashSet<>();

  QueryViewModel(TableSchema table) {
    this.table = table;
    mode.addListener((_, before, now) -> switched(before, now));
    index.addListener((_, _, _) -> layKeys());
    for (var part : List.of(allAttributes, attributes, descending, consistent, limit)) {
      part.addListener(changed);
    }
    layKeys();
  }

  /// What reads have shown of the table since.
  void observe(Observed seen) {
    observed = seen;
    look();
  }

  Observed observed() {
    return observed;
  }

  TableSchema table() {
    return table;
  }

  /// Takes the table as described anew; an index that is gone gives way to the table.
  void setTable(TableSchema described) {
    table = described;
    if (index.get() != null && described.index(index.get()).isEmpty()) {
      index.set(null);
    } else {
      layKeys();
    }
  }

  ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  /// The index's name, or null for the table.
  StringProperty indexProperty() {
    return index;
  }

  BooleanProperty allAttributesProperty() {
    return allAttributes;
  }

  /// Paths with commas between, when not all attributes are wanted.
  StringProperty attributesProperty() {
    return attributes;
  }

  BooleanProperty descendingProperty() {
    return descending;
  }

  BooleanProperty consistentProperty() {
    return consistent;
  }

  /// A GSI cannot be read consistently (Developer Guide, "Global secondary indexes").
  ReadOnlyBooleanProperty consistentAllowedProperty() {
    return consistentAllowed.getReadOnlyProperty();
  }

  /// How many of order, consistency and limit are set.
  int optionsSet() {
    boolean ordered = mode.get() != Mode.SCAN && descending.get();
    boolean strict = consistent.get() && consistentAllowed.get();
    return (ordered ? 1 : 0) + (strict ? 1 : 0) + (limit.get().isBlank() ? 0 : 1);
  }

  StringProperty limitProperty() {
    return limit;
  }

  ReadOnlyObjectProperty<@Nullable String> limitFlawProperty() {
    return limitFlaw.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable String> attributesFlawProperty() {
    return attributesFlaw.getReadOnlyProperty();
  }

  /// The keys of the table or index, partition first; empty in a Scan.
  ObservableList<ConditionDraft> keys() {
    return keysView;
  }

  GroupDraft filters() {
    return filters;
  }

  ReadOnlyObjectProperty<Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// Who puts the focus into a condition's field.
  void onFocus(BiConsumer<ConditionDraft, Spot> listener) {
    focus = listener;
  }

  /// The key schema that is read: the table's or the index's.
  KeySchema keySchema() {
    return chosenIndex().map(Index::keys).orElse(table.keys());
  }

  ConditionDraft addFilter() {
    return addFilter(filters);
  }

  ConditionDraft addFilter(GroupDraft group) {
    ConditionDraft draft = group.addCondition();
    focus.accept(draft, Spot.NAME);
    return draft;
  }

  /// A group with a first condition to fill in.
  void addGroup(GroupDraft group) {
    addFilter(group.addGroup());
  }

  void removeFilter(Part part) {
    tried.removeIf(draft -> draft == part);
    filters.remove(part);
  }

  /// Takes another way than the best, until the conditions change.
  void take(Way.Usable way) {
    choice = new Choice(way.operation(), way.index(), shape());
    look();
  }

  /// Back to the best way.
  void takeBest() {
    choice = null;
    look();
  }

  /// Shows a query as if it had been typed.
  void take(QuerySpec spec) {
    taking = true;
    reset();
    mode.set(spec.mode());
    index.set(spec.index());
    taking = false;
    layKeys();
    List<ConditionDraft> partition = keys.stream().filter(k -> k.role() == Role.PARTITION).toList();
    for (int i = 0; i < Math.min(partition.size(), spec.partition().size()); i++) {
      partition.get(i).valueProperty().set(TypedValue.write(spec.partition().get(i)));
    }
    List<ConditionDraft> sort = keys.stream().filter(k -> k.role() == Role.SORT).toList();
    for (int i = 0; i < Math.min(sort.size(), spec.sort().size()); i++) {
      var group = new GroupDraft(_ -> {});
      ConditionReading.into(group, List.of(spec.sort().get(i)));
      ModeSwitch.copy(group.drafts().getFirst(), sort.get(i));
    }
    ConditionReading.into(filters, spec.filters());
    allAttributes.set(spec.projection().isEmpty());
    attributes.set(String.join(", ", spec.projection().stream().map(Object::toString).toList()));
    descending.set(spec.descending());
    consistent.set(spec.consistent());
    limit.set(spec.limit() == null ? "" : spec.limit().toString());
    look();
  }

  /// Back to an empty query, in the same mode on the same index.
  void reset() {
    tried.clear();
    choice = null;
    keyDrafts.values().forEach(ConditionDraft::clear);
    keyTexts
        .values()
        .forEach(texts -> {
          texts.value().set("");
          texts.high().set("");
        });
    filters.clear();
    allAttributes.set(true);
    attributes.set("");
    descending.set(false);
    consistent.set(false);
    limit.set("");
    look();
  }

  /// The plan to run, or empty when something is wrong: it is then shown in place, with the focus
  /// on the first such field.
  Optional<ReadPlan> check() {
    return checked().map(Way.Usable::plan);
  }

  /// Likewise with what it will cost.
  Optional<Way.Usable> checked() {
    tried.addAll(drafts());
    look();
    for (ConditionDraft draft : drafts()) {
      Flaw flaw = draft.shownFlawProperty().get();
      if (flaw != null) {
        focus.accept(draft, flaw.spot());
        return Optional.empty();
      }
    }
    return Optional.ofNullable(preview.get().way());
  }

  /// The query as typed, or empty when something is wrong: it is then shown in place.
  Optional<QuerySpec> asked() {
    return check().map(_ -> spec());
  }

  private Optional<Index> chosenIndex() {
    return Optional.ofNullable(index.get()).flatMap(table::index);
  }

  private List<ConditionDraft> drafts() {
    List<ConditionDraft> all = new ArrayList<>(keys);
    all.addAll(filters.drafts());
    return all;
  }

  /// Conditions on keys become the fields of a Query and the other way round.
  private void switched(Mode before, Mode now) {
    if (!taking && before == Mode.QUERY && now == Mode.AUTO) {
      ModeSwitch.toConditions(keys, filters);
    }
    layKeys();
    if (!taking && before == Mode.AUTO && now == Mode.QUERY) {
      ModeSwitch.toKeys(filters, keys);
    }
  }

  private void layKeys() {
    List<ConditionDraft> now = new ArrayList<>();
    if (mode.get() == Mode.QUERY) {
      keySchema().partition().forEach(key -> now.add(key(Role.PARTITION, key)));
      keySchema().sort().forEach(key -> now.add(key(Role.SORT, key)));
    }
    if (!now.equals(keys)) {
      tried.clear();
      keys.setAll(now);
    }
    boolean allowed = chosenIndex().map(found -> found.kind() == Index.Kind.LSI).orElse(true);
    consistentAllowed.set(allowed);
    look();
  }

  private ConditionDraft key(Role role, KeyAttribute key) {
    return keyDrafts.computeIfAbsent(
        new RoleOf(role, key.name()),
        _ -> {
          KeyTexts texts =
              keyTexts.computeIfAbsent(
                  key.name(),
                  _ -> new KeyTexts(new SimpleStringProperty(""), new SimpleStringProperty("")));
          var draft = ConditionDraft.key(role, key, texts.value(), texts.high());
          listen(draft);
          return draft;
        });
  }

  private void listen(ConditionDraft draft) {
    for (var part : draft.parts()) {
      part.addListener(changed);
    }
  }

  /// Checks and plans what is typed.
  private void look() {
    if (taking) {
      return;
    }
    Flaw first = null;
    for (ConditionDraft draft : drafts()) {
      Flaw flaw = draft.flaw().or(() -> gap(draft)).orElse(null);
      draft.show(flaw != null && (tried.contains(draft) || !flaw.missing()) ? flaw : null);
      first = first == null ? flaw : first;
    }
    String words = options();
    if (first != null) {
      preview.set(Preview.saying(first.message(), !first.missing()));
    } else if (words != null) {
      preview.set(Preview.saying(words, true));
    } else {
      plan();
    }
  }

  /// A sort key may only be given when all before it are equalities (Developer Guide,
  /// "Multi-attribute keys").
  private Optional<Flaw> gap(ConditionDraft draft) {
    int at = keys.indexOf(draft);
    if (draft.role() != Role.SORT || !draft.given() || at == 0) {
      return Optional.empty();
    }
    ConditionDraft before = keys.get(at - 1);
    boolean equal = before.given() && before.operatorProperty().get() == Operator.EQ;
    return equal
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                Spot.VALUE, Messages.text("items.flaw.gap", before.nameProperty().get()), false));
  }

  private @Nullable String options() {
    limitFlaw.set(null);
    attributesFlaw.set(null);
    if (limitValue() < 0) {
      limitFlaw.set(Messages.text("items.flaw.limit"));
    }
    if (!allAttributes.get()) {
      try {
        if (AttributeNames.read(attributes.get()).isEmpty()) {
          attributesFlaw.set(Messages.text("items.flaw.attributes"));
        }
      } catch (IllegalArgumentException e) {
        attributesFlaw.set(String.valueOf(e.getMessage()));
      }
    }
    return limitFlaw.get() != null ? limitFlaw.get() : attributesFlaw.get();
  }

  /// Zero for none, negative for a wrong one.
  private int limitValue() {
    String text = limit.get().strip();
    if (text.isEmpty()) {
      return 0;
    }
    return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : -1;
  }

  private void plan() {
    try {
      Ways ways = Planner.ways(table, spec(), observed);
      Optional<Way.Usable> taken =
          ways.usable().stream().filter(way -> taken(way, ways)).findFirst();
      if (ways.best().isEmpty()) {
        preview.set(Preview.saying(ways.ranked().getFirst().reason(), true));
        return;
      }
      preview.set(new Preview(taken.orElse(ways.best().get()), ways, taken.isPresent(), "", false));
    } catch (IllegalArgumentException e) {
      preview.set(Preview.saying(String.valueOf(e.getMessage()), true));
    }
  }

  private boolean taken(Way.Usable way, Ways ways) {
    Choice mine = choice;
    return mine != null
        && way.operation() == mine.operation()
        && Objects.equals(way.index(), mine.index())
        && mine.shape().equals(shape())
        && ways.usable().size() > 1;
  }

  /// What is asked, without its values.
  private String shape() {
    var shape = new StringBuilder(mode.get() + " " + index.get());
    drafts()
        .forEach(draft ->
            shape
                .append('\n')
                .append(draft.nameProperty().get())
                .append(' ')
                .append(draft.operatorProperty().get()));
    return shape.toString();
  }

  /// The query as typed, which must be without a flaw.
  QuerySpec spec() {
    return new QuerySpec(
        mode.get(),
        index.get(),
        keys.stream()
            .filter(key -> key.role() == Role.PARTITION)
            .map(ConditionDraft::attr)
            .toList(),
        keys.stream()
            .filter(key -> key.role() == Role.SORT && key.given())
            .map(ConditionDraft::condition)
            .toList(),
        filters.conditions(),
        allAttributes.get() ? List.of() : AttributeNames.read(attributes.get()),
        mode.get() != Mode.SCAN && descending.get(),
        consistent.get() && consistentAllowed.get(),
        limitValue() == 0 ? null : limitValue());
  }
}
