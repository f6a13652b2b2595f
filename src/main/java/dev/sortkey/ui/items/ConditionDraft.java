package dev.sortkey.ui.items;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableRules;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.typing.TypedValue;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One condition as the person is typing it: a key of the table or index, or a filter.
final class ConditionDraft implements Part {
  /// What the condition is for. Keys cannot be renamed or removed.
  enum Role {
    PARTITION,
    SORT,
    FILTER
  }

  /// Where in the condition something is wrong.
  enum Spot {
    NAME,
    VALUE,
    HIGH
  }

  /// @param missing nothing is typed yet; said only once the person tries to run
  record Flaw(Spot spot, String message, boolean missing) {}

  private final Role role;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<AttrType> type = new SimpleObjectProperty<>(AttrType.S);
  private final ObjectProperty<Operator> operator = new SimpleObjectProperty<>(Operator.EQ);
  private final StringProperty value;
  private final StringProperty high;
  private final ReadOnlyObjectWrapper<@Nullable Flaw> shownFlaw = new ReadOnlyObjectWrapper<>();

  private ConditionDraft(Role role, StringProperty value, StringProperty high) {
    this.role = role;
    this.value = value;
    this.high = high;
    type.addListener((_, _, _) -> {
      if (!operators().contains(operator.get())) {
        operator.set(operators().getFirst());
      }
    });
  }

  static ConditionDraft filter() {
    return new ConditionDraft(
        Role.FILTER, new SimpleStringProperty(""), new SimpleStringProperty(""));
  }

  /// A condition as it would have been typed.
  static ConditionDraft filter(
      String name, AttrType type, Operator operator, String value, String high) {
    ConditionDraft draft = filter();
    draft.name.set(name);
    draft.type.set(type);
    draft.operator.set(operator);
    draft.value.set(value);
    draft.high.set(high);
    return draft;
  }

  /// A key attribute; its texts are handed in, since they outlive a change of index.
  static ConditionDraft key(
      Role role, KeyAttribute key, StringProperty value, StringProperty high) {
    var draft = new ConditionDraft(role, value, high);
    draft.name.set(key.name());
    draft.type.set(key.type().attrType());
    return draft;
  }

  Role role() {
    return role;
  }

  boolean isKey() {
    return role != Role.FILTER;
  }

  StringProperty nameProperty() {
    return name;
  }

  ObjectProperty<AttrType> typeProperty() {
    return type;
  }

  ObjectProperty<Operator> operatorProperty() {
    return operator;
  }

  StringProperty valueProperty() {
    return value;
  }

  /// The upper bound of a between.
  StringProperty highProperty() {
    return high;
  }

  /// What is wrong, as far as it should be said now.
  ReadOnlyObjectProperty<@Nullable Flaw> shownFlawProperty() {
    return shownFlaw.getReadOnlyProperty();
  }

  Observable[] parts() {
    return new Observable[] {name, type, operator, value, high};
  }

  List<Operator> operators() {
    return switch (role) {
      case PARTITION -> List.of(Operator.EQ);
      case SORT -> Operator.forSortKey(keyType());
      case FILTER -> Operator.forFilter(type.get());
    };
  }

  /// Whether it takes part in the query: an open sort key does not.
  boolean given() {
    return role != Role.SORT
        || operator.get() != Operator.ANY
            && !(value.get().isEmpty() && (operator.get().operands() < 2 || high.get().isEmpty()));
  }

  void clear() {
    value.set("");
    high.set("");
    if (isKey()) {
      operator.set(Operator.EQ);
    }
  }

  Optional<Flaw> flaw() {
    if (!given()) {
      return Optional.empty();
    }
    try {
      path();
    } catch (IllegalArgumentException e) {
      return Optional.of(new Flaw(Spot.NAME, orUnknown(e), name.get().isBlank()));
    }
    return operator.get().typed() ? valueFlaw() : plainFlaw();
  }

  private Optional<Flaw> valueFlaw() {
    List<Attr> operands = new ArrayList<>();
    for (int i = 0; i < fields(); i++) {
      Spot spot = i == 0 ? Spot.VALUE : Spot.HIGH;
      String text = (i == 0 ? value : high).get();
      if (text.isEmpty()
          && (isKey() || type.get() != AttrType.S || operator.get() == Operator.IN)) {
        return Optional.of(new Flaw(spot, Messages.text("items.flaw.value", name.get()), true));
      }
      try {
        operands.addAll(
            operator.get() == Operator.IN
                ? TypedValue.several(type.get(), text)
                : List.of(TypedValue.read(type.get(), text)));
      } catch (IllegalArgumentException e) {
        return Optional.of(new Flaw(spot, orUnknown(e), false));
      }
      int limit = role == Role.PARTITION ? TableRules.LONGEST_PARTITION : TableRules.LONGEST_SORT;
      if (isKey() && TypedValue.bytes(operands.getLast()).length > limit) {
        return Optional.of(new Flaw(spot, Messages.text("items.flaw.long", limit), false));
      }
    }
    if (operator.get() == Operator.BETWEEN
        && TypedValue.before(operands.get(1), operands.getFirst())) {
      return Optional.of(new Flaw(Spot.HIGH, Messages.text("items.flaw.between"), false));
    }
    return Optional.empty();
  }

  private Optional<Flaw> plainFlaw() {
    String text = value.get().strip();
    if (operator.get().operands() == 0) {
      return Optional.empty();
    }
    if (operator.get() == Operator.SIZE && !SizeText.fits(text)) {
      return Optional.of(new Flaw(Spot.VALUE, Messages.text("items.flaw.size"), text.isEmpty()));
    }
    if (operator.get() == Operator.TYPE && typeNamed(text).isEmpty()) {
      return Optional.of(new Flaw(Spot.VALUE, Messages.text("items.flaw.type"), text.isEmpty()));
    }
    return Optional.empty();
  }

  private static Optional<AttrType> typeNamed(String text) {
    return Arrays.stream(AttrType.values()).filter(one -> one.name().equals(text)).findFirst();
  }

  /// How many values are typed.
  int fields() {
    return type.get() == AttrType.NULL && operator.get().typed() ? 0 : operator.get().operands();
  }

  /// Shows the flaw in place, or hides what was shown.
  void show(@Nullable Flaw flaw) {
    shownFlaw.set(flaw);
  }

  /// The typed value of a partition key without a flaw.
  Attr attr() {
    return TypedValue.read(type.get(), value.get());
  }

  @Override
  public Condition condition() {
    AttrPath path = path();
    return switch (operator.get()) {
      case IN -> Operator.IN.on(path, TypedValue.several(type.get(), value.get()));
      case SIZE -> SizeText.condition(path, value.get().strip());
      case TYPE -> new Condition.HasType(path, AttrType.valueOf(value.get().strip()));
      case BETWEEN ->
          Operator.BETWEEN.on(path, List.of(attr(), TypedValue.read(type.get(), high.get())));
      default ->
          operator.get().on(path, operator.get().operands() == 0 ? List.of() : List.of(attr()));
    };
  }

  private AttrPath path() {
    if (isKey()) {
      return AttrPath.of(name.get());
    }
    if (name.get().isBlank()) {
      throw new IllegalArgumentException(Messages.text("items.flaw.name"));
    }
    return AttrPath.parse(name.get().strip());
  }

  private KeyType keyType() {
    return KeyType.valueOf(type.get().name());
  }

  private static String orUnknown(IllegalArgumentException e) {
    return e.getMessage() == null ? Messages.text("items.flaw.unclear") : e.getMessage();
  }
}
