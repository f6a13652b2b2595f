package dev.sortkey.ui.settings;

import dev.sortkey.core.table.AutoScaling;
import dev.sortkey.core.table.ScaledUnits;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The reads or the writes of a table or an index, as they are typed.
final class UnitsRow {
  private final @Nullable String index;
  private final ScaledUnits.Side side;
  private final StringProperty units = new SimpleStringProperty("");
  private final BooleanProperty scaled = new SimpleBooleanProperty();
  private final StringProperty least = new SimpleStringProperty("");
  private final StringProperty most = new SimpleStringProperty("");
  private final StringProperty target = new SimpleStringProperty("");

  UnitsRow(@Nullable String index, ScaledUnits.Side side) {
    this.index = index;
    this.side = side;
  }

  /// Null for the table.
  @Nullable String index() {
    return index;
  }

  ScaledUnits.Side side() {
    return side;
  }

  StringProperty unitsProperty() {
    return units;
  }

  BooleanProperty scaledProperty() {
    return scaled;
  }

  StringProperty leastProperty() {
    return least;
  }

  StringProperty mostProperty() {
    return most;
  }

  StringProperty targetProperty() {
    return target;
  }

  List<Property<?>> properties() {
    return List.of(units, scaled, least, most, target);
  }

  void fill(long units, Optional<ScaledUnits> scaling) {
    this.units.set(String.valueOf(units));
    AutoScaling shown =
        scaling
            .map(ScaledUnits::scaling)
            .orElse(new AutoScaling(units, Math.max(10, units * 2), AutoScaling.SUGGESTED_TARGET));
    least.set(String.valueOf(shown.least()));
    most.set(String.valueOf(shown.most()));
    target.set(String.valueOf(shown.target()));
    scaled.set(scaling.isPresent());
  }

  long units() {
    return Typed.number(units.get());
  }

  Optional<ScaledUnits> scaling() {
    return scaled.get()
        ? Optional.of(
            new ScaledUnits(
                index,
                side,
                new AutoScaling(
                    Typed.number(least.get()),
                    Typed.number(most.get()),
                    (int) Typed.number(target.get()))))
        : Optional.empty();
  }
}
