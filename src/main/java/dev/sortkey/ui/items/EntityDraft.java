package dev.sortkey.ui.items;

import dev.sortkey.core.rows.EntityRule;
import dev.sortkey.core.rows.EntityScan;
import dev.sortkey.core.rows.KeyPattern;
import dev.sortkey.core.rows.RowStore;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.typing.TypedValue;
import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The rule of an entity as it is typed, tried on the loaded rows at each stroke.
final class EntityDraft {
  /// What is typed.
  enum Field {
    NAME,
    PARTITION,
    SORT,
    ATTRIBUTE,
    VALUE
  }

  private static final int EXAMPLES = 5;

  /// What the rule finds.
  ///
  /// @param examples the keys of some rows
  record Tried(int count, int rows, List<String> examples) {}

  private final EntitiesViewModel entities;
  private final String before;
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private final ReadOnlyObjectWrapper<Map<Field, String>> flaws =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<@Nullable Tried> tried = new ReadOnlyObjectWrapper<>();
  private final Slot trying;

  /// @param rule the one to change, or null for a new one
  EntityDraft(EntitiesViewModel entities, @Nullable EntityRule rule, Work work) {
    this.entities = entities;
    this.trying = work.slot();
    this.before = rule == null ? "" : rule.name();
    put(Field.NAME, before);
    put(Field.PARTITION, rule == null ? "" : rule.partition());
    put(Field.SORT, rule == null ? "*" : rule.sort());
    put(Field.ATTRIBUTE, rule == null ? "" : rule.attribute());
    put(Field.VALUE, rule == null ? "" : rule.value());
    attempt();
  }

  private void put(Field field, String text) {
    var property = new SimpleStringProperty(text);
    property.addListener((_, _, _) -> attempt());
    texts.put(field, property);
  }

  StringProperty textProperty(Field field) {
    return texts.get(field);
  }

  EntitiesViewModel entities() {
    return entities;
  }

  /// The name that the rule had, or empty.
  String before() {
    return before;
  }

  /// What is wrong with what is typed, by field.
  ReadOnlyObjectProperty<Map<Field, String>> flawsProperty() {
    return flaws.getReadOnlyProperty();
  }

  /// What the rule finds, or null while it is looked up or cannot be.
  ReadOnlyObjectProperty<@Nullable Tried> triedProperty() {
    return tried.getReadOnlyProperty();
  }

  /// The rule as typed, unless something is wrong with it.
  Optional<EntityRule> rule() {
    Map<Field, String> wrong = check();
    if (text(Field.NAME).isEmpty()) {
      wrong.put(Field.NAME, Messages.text("entities.unnamed"));
    } else if (!text(Field.NAME).equals(before)
        && entities.saved().stream().anyMatch(one -> one.name().equals(text(Field.NAME)))) {
      wrong.put(Field.NAME, Messages.text("entities.named-already"));
    }
    flaws.set(Map.copyOf(wrong));
    return wrong.isEmpty() ? Optional.of(typed(text(Field.NAME))) : Optional.empty();
  }

  void close() {
    trying.abandon();
  }

  private String text(Field field) {
    String typed = texts.get(field).get();
    // Blanks may belong to a key, not to a name.
    return field == Field.NAME || field == Field.ATTRIBUTE ? typed.strip() : typed;
  }

  private EntityRule typed(String name) {
    String attribute = text(Field.ATTRIBUTE);
    return new EntityRule(
        name,
        text(Field.PARTITION),
        text(Field.SORT),
        attribute,
        attribute.isEmpty() ? "" : text(Field.VALUE));
  }

  private Map<Field, String> check() {
    Map<Field, String> wrong = new EnumMap<>(Field.class);
    for (Field field : List.of(Field.PARTITION, Field.SORT)) {
      try {
        KeyPattern.parse(text(field));
      } catch (IllegalArgumentException e) {
        wrong.put(field, String.valueOf(e.getMessage()));
      }
    }
    boolean all =
        text(Field.PARTITION).equals("*")
            && text(Field.SORT).equals("*")
            && text(Field.ATTRIBUTE).isEmpty();
    if (all) {
      wrong.put(Field.PARTITION, Messages.text("entities.everything"));
    }
    if (!text(Field.VALUE).isEmpty() && text(Field.ATTRIBUTE).isEmpty()) {
      wrong.put(Field.ATTRIBUTE, Messages.text("entities.no-attribute"));
    }
    return wrong;
  }

  private void attempt() {
    Map<Field, String> wrong = check();
    flaws.set(Map.copyOf(wrong));
    if (!wrong.isEmpty()) {
      trying.abandon();
      tried.set(null);
      return;
    }
    EntityRule rule = typed("?");
    EntityScan scan = entities.scan();
    RowStore store = entities.store();
    IntPredicate live = entities.live();
    trying.read(
        Messages.text("entities.trying"),
        progress -> {
          EntityScan.Matches found = scan.matching(rule, live, EXAMPLES, progress);
          List<String> examples = new ArrayList<>();
          for (int row : found.first()) {
            examples.add(key(store, row));
          }
          return new Tried(found.count(), found.rows(), List.copyOf(examples));
        },
        (Outcome<Tried> outcome) -> {
          if (outcome instanceof Outcome.Done<Tried>(Tried done)) {
            tried.set(done);
          }
        });
  }

  private String key(RowStore store, int row) {
    String sort = entities.sortKey();
    String partition = words(store.get(row, entities.partitionKey()));
    return sort == null ? partition : partition + "  ·  " + words(store.get(row, sort));
  }

  private static String words(@Nullable Attr value) {
    return value == null ? "" : TypedValue.write(value);
  }
}
