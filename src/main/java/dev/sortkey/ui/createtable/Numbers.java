package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;

/// Reads the numbers that are typed into the wizard.
final class Numbers {
  private Numbers() {}

  /// A whole number of 1 or more.
  static Optional<Long> whole(StringProperty text) {
    String digits = text.get().strip();
    return digits.matches("[0-9]{1,12}") && Long.parseLong(digits) > 0
        ? Optional.of(Long.parseLong(digits))
        : Optional.empty();
  }

  /// A number of 0 or more, with or without a fraction.
  static Optional<Double> amount(StringProperty text) {
    String digits = text.get().strip();
    return digits.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")
        ? Optional.of(Double.parseDouble(digits))
        : Optional.empty();
  }

  /// Nothing typed is as good as a number.
  static void checkOptional(List<Flaw> flaws, String field, StringProperty text) {
    if (!text.get().isBlank()) {
      checkWhole(flaws, field, text);
    }
  }

  static void checkWhole(List<Flaw> flaws, String field, StringProperty text) {
    if (whole(text).isEmpty()) {
      flaws.add(new Flaw(field, Messages.text("createtable.units.flaw")));
    }
  }

  static void checkAmount(List<Flaw> flaws, String field, StringProperty text) {
    if (amount(text).isEmpty()) {
      flaws.add(new Flaw(field, Messages.text("createtable.amount.flaw")));
    }
  }
}
