package dev.sortkey.ui.items;

import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.QuerySpec.Mode;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.items.ConditionDraft.Flaw;
import dev.sortkey.ui.items.ConditionDraft.Role;
import dev.sortkey.ui.items.ConditionDraft.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  /// What the plan line says: a plan, or a sentence on what is missing or wrong.
  record Preview(@Nullable ReadPlan plan, String hint, boolean wrong) {}

  private record KeyTexts(StringProperty value, StringProperty high) {}

  private record RoleOf(Role role, String name) {}

  private TableSchema table;
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SCAN);
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
  private final ObservableList<ConditionDraft> filters = FXCollections.observableArrayList();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<ConditionDraft> keysView =
      FXCollections.unmodifiableObservableList(keys);
  private final ObservableList<ConditionDraft> filtersView =
      FXCollections.unmodifiableObservableList(filters);
  private final ReadOnlyObjectWrapper<@Nullable String> limitFlaw = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> attributesFlaw =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Preview> preview =
      new ReadOnlyObjectWrapper<>(new Preview(null, "", false));
  private final InvalidationListener changed = _ -> look();
  private BiConsumer<ConditionDraft, Spot> focus = (_, _) -> {};

  /// The conditions there were when Run was last tried; what is missing in them is shown in place.
  private final Set<ConditionDraft> tried = new HashSet<>();

  QueryViewModel(TableSchema table) {
    this.table = table;
    mode.addListener((_, _, _) -> layKeys());
    index.addListener((_, _, _) -> layKeys());
    for (var part : List.of(allAttributes, attributes, descending, consistent, limit)) {
      part.addListener(changed);
    }
    filters.addListener(changed);
    layKeys();
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

  ObservableList<ConditionDraft> filters() {
    return filtersView;
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
    var draft = ConditionDraft.filter();
    listen(draft);
    filters.add(draft);
    focus.accept(draft, Spot.NAME);
    return draft;
  }

  void removeFilter(ConditionDraft draft) {
    tried.remove(draft);
    filters.remove(draft);
  }

  /// Back to an empty query, in the same mode on the same index.
  void reset() {
    tried.clear();
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
    tried.addAll(drafts());
    look();
    for (ConditionDraft draft : drafts()) {
      Flaw flaw = draft.shownFlawProperty().get();
      if (flaw != null) {
        focus.accept(draft, flaw.spot());
        return Optional.empty();
      }
    }
    return Optional.ofNullable(preview.get().plan());
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
    all.addAll(filters);
    return all;
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
    Flaw first = null;
    for (ConditionDraft draft : drafts()) {
      Flaw flaw = draft.flaw().or(() -> gap(draft)).orElse(null);
      draft.show(flaw != null && (tried.contains(draft) || !flaw.missing()) ? flaw : null);
      first = first == null ? flaw : first;
    }
    String words = options();
    if (first != null) {
      preview.set(new Preview(null, first.message(), !first.missing()));
    } else if (words != null) {
      preview.set(new Preview(null, words, true));
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
      preview.set(new Preview(Planner.plan(table, spec()), "", false));
    } catch (IllegalArgumentException e) {
      preview.set(new Preview(null, String.valueOf(e.getMessage()), true));
    }
  }

  private QuerySpec spec() {
    boolean query = mode.get() == Mode.QUERY;
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
        filters.stream().map(ConditionDraft::condition).toList(),
        allAttributes.get() ? List.of() : AttributeNames.read(attributes.get()),
        query && descending.get(),
        consistent.get() && consistentAllowed.get(),
        limitValue() == 0 ? null : limitValue());
  }
}
