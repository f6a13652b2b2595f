package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.MonthlyCost.Consistency;
import dev.sortkey.core.table.MonthlyCost.Load;
import dev.sortkey.core.table.TableRules.Flaw;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the capacity calculator is told of the expected load.
final class LoadForm {
  private final StringProperty itemKb = new SimpleStringProperty("1");
  private final StringProperty reads = new SimpleStringProperty("1");
  private final ObjectProperty<Consistency> consistency =
      new SimpleObjectProperty<>(Consistency.EVENTUAL);
  private final StringProperty writes = new SimpleStringProperty("1");
  private final BooleanProperty transactions = new SimpleBooleanProperty();
  private final StringProperty storageGb = new SimpleStringProperty("1");

  StringProperty itemKbProperty() {
    return itemKb;
  }

  StringProperty readsProperty() {
    return reads;
  }

  ObjectProperty<Consistency> consistencyProperty() {
    return consistency;
  }

  StringProperty writesProperty() {
    return writes;
  }

  BooleanProperty transactionsProperty() {
    return transactions;
  }

  StringProperty storageGbProperty() {
    return storageGb;
  }

  Stream<Observable> parts() {
    return Stream.of(itemKb, reads, consistency, writes, transactions, storageGb);
  }

  Load load() {
    return new Load(
        Numbers.amount(itemKb).orElse(0.0) * 1024,
        Numbers.amount(reads).orElse(0.0),
        consistency.get(),
        Numbers.amount(writes).orElse(0.0),
        transactions.get(),
        Numbers.amount(storageGb).orElse(0.0));
  }

  void check(List<Flaw> flaws) {
    Numbers.checkAmount(flaws, "load.item", itemKb);
    Numbers.checkAmount(flaws, "load.reads", reads);
    Numbers.checkAmount(flaws, "load.writes", writes);
    Numbers.checkAmount(flaws, "load.storage", storageGb);
  }
}
