package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.table.WarmThroughput;
import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Read and write capacity as it is being described.
final class CapacityForm {
  private final boolean sandbox;
  private final BooleanProperty onDemand = new SimpleBooleanProperty(true);
  private final StringProperty maxRead = new SimpleStringProperty("");
  private final StringProperty maxWrite = new SimpleStringProperty("");
  private final UnitsForm read;
  private final UnitsForm write;
  private final BooleanProperty indexesLikewise = new SimpleBooleanProperty(true);
  private final StringProperty warmRead = new SimpleStringProperty("");
  private final StringProperty warmWrite = new SimpleStringProperty("");

  /// @param sandbox where nothing scales, and both maxima are given or none
  CapacityForm(boolean sandbox) {
    this.sandbox = sandbox;
    this.read = new UnitsForm(!sandbox);
    this.write = new UnitsForm(!sandbox);
  }

  BooleanProperty onDemandProperty() {
    return onDemand;
  }

  /// Empty for no maximum.
  StringProperty maxReadProperty() {
    return maxRead;
  }

  StringProperty maxWriteProperty() {
    return maxWrite;
  }

  UnitsForm read() {
    return read;
  }

  UnitsForm write() {
    return write;
  }

  BooleanProperty indexesLikewiseProperty() {
    return indexesLikewise;
  }

  /// Empty for what DynamoDB begins with.
  StringProperty warmReadProperty() {
    return warmRead;
  }

  StringProperty warmWriteProperty() {
    return warmWrite;
  }

  Stream<Observable> parts() {
    return Stream.of(
            Stream.of(onDemand, maxRead, maxWrite, indexesLikewise, warmRead, warmWrite),
            read.parts(),
            write.parts())
        .flatMap(parts -> parts);
  }

  Capacity capacity() {
    return onDemand.get()
        ? new Capacity.OnDemand(
            Numbers.whole(maxRead).orElse(null), Numbers.whole(maxWrite).orElse(null))
        : new Capacity.Provisioned(read.units(), write.units());
  }

  @Nullable WarmThroughput warm() {
    Long reads = Numbers.whole(warmRead).orElse(null);
    Long writes = Numbers.whole(warmWrite).orElse(null);
    return reads == null && writes == null ? null : new WarmThroughput(reads, writes);
  }

  /// Of the table, and likewise of its global indexes.
  List<ScaledUnits> scaling(List<IndexDraft> indexes) {
    List<ScaledUnits> all = new ArrayList<>();
    if (!onDemand.get()) {
      scaling(all, null);
      if (indexesLikewise.get()) {
        indexes.stream()
            .filter(index -> index.kind() == Index.Kind.GSI)
            .forEach(index -> scaling(all, index.name()));
      }
    }
    return all;
  }

  private void scaling(List<ScaledUnits> all, @Nullable String index) {
    if (read.scaledProperty().get()) {
      all.add(new ScaledUnits(index, ScaledUnits.Side.READ, read.scaling()));
    }
    if (write.scaledProperty().get()) {
      all.add(new ScaledUnits(index, ScaledUnits.Side.WRITE, write.scaling()));
    }
  }

  void check(List<Flaw> flaws) {
    if (onDemand.get()) {
      Numbers.checkOptional(flaws, "max.read", maxRead);
      Numbers.checkOptional(flaws, "max.write", maxWrite);
      if (sandbox && maxRead.get().isBlank() != maxWrite.get().isBlank()) {
        flaws.add(
            new Flaw(
                maxRead.get().isBlank() ? "max.read" : "max.write",
                Messages.text("createtable.max.both")));
      }
    } else {
      read.check(flaws, "read");
      write.check(flaws, "write");
    }
    Numbers.checkOptional(flaws, "warm.read", warmRead);
    Numbers.checkOptional(flaws, "warm.write", warmWrite);
  }
}
