package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.AutoScaling;
import dev.sortkey.core.table.TableRules.Flaw;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Provisioned reads or writes as they are being typed, with their auto scaling.
final class UnitsForm {
  private static final String FIRST_UNITS = "5";
  private static final String FIRST_MOST = "10";

  private final StringProperty units = new SimpleStringProperty(FIRST_UNITS);
  private final BooleanProperty scaled = new SimpleBooleanProperty();
  private final StringProperty least = new SimpleStringProperty(FIRST_UNITS);
  private final StringProperty most = new SimpleStringProperty(FIRST_MOST);
  private final StringProperty target =
      new SimpleStringProperty(String.valueOf(AutoScaling.SUGGESTED_TARGET));

  UnitsForm(boolean scaled) {
    this.scaled.set(scaled);
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

  Stream<Observable> parts() {
    return Stream.of(units, scaled, least, most, target);
  }

  long units() {
    return Numbers.whole(units).orElse(1L);
  }

  /// With what is no number replaced by what no rule minds.
  AutoScaling scaling() {
    long from = Numbers.whole(least).orElse(1L);
    return new AutoScaling(
        from,
        Numbers.whole(most).orElse(Long.MAX_VALUE),
        Math.toIntExact(
            Math.min(
                Numbers.whole(target).orElse((long) AutoScaling.SUGGESTED_TARGET),
                Integer.MAX_VALUE)));
  }

  /// @param side `read` or `write`
  void check(List<Flaw> flaws, String side) {
    Numbers.checkWhole(flaws, "capacity." + side, units);
    if (scaled.get()) {
      String field = "scaling." + side;
      Numbers.checkWhole(flaws, field + ".least", least);
      Numbers.checkWhole(flaws, field + ".most", most);
      Numbers.checkWhole(flaws, field + ".target", target);
    }
  }
}
