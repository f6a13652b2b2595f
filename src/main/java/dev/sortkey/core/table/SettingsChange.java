package dev.sortkey.core.table;

import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person wants changed in a table's settings: as a diff, and as the steps in the one order
/// that DynamoDB allows.
public record SettingsChange(TableSettings before, TableSettings after) {
  /// One changed setting in words.
  public record Line(String setting, String before, String after) {}

  public boolean none() {
    return steps().isEmpty();
  }

  /// Each changed setting, before and after.
  public List<Line> lines() {
    return new SettingsDiff(this).lines();
  }

  /// The calls, in order. Protection comes first and goes last. Auto scaling is taken off before
  /// units change, since it would move them again and on-demand has none, and is set afterwards,
  /// since it wants provisioned units. Each change of the table is an UpdateTable of its own, as
  /// DynamoDB takes one at a time (API Reference, UpdateTable).
  public List<SettingsStep> steps() {
    List<SettingsStep> steps = new ArrayList<>();
    if (after.deletionProtection() && !before.deletionProtection()) {
      steps.add(new SettingsStep.Update(new TableUpdate.Protect(true)));
    }
    before.scaling().stream()
        .filter(units -> after.scaled(units.index(), units.side()).isEmpty())
        .forEach(units -> steps.add(new SettingsStep.Unscale(units.index(), units.side())));
    units(steps);
    after.scaling().stream()
        .filter(units -> !before.scaling().contains(units))
        .forEach(units -> steps.add(new SettingsStep.Scale(units)));
    if (after.tableClass() != before.tableClass()) {
      steps.add(new SettingsStep.Update(new TableUpdate.ToClass(after.tableClass())));
    }
    if (!after.encryption().equals(before.encryption())) {
      steps.add(new SettingsStep.Update(new TableUpdate.Encrypt(after.encryption())));
    }
    if (after.warm() != null && !after.warm().equals(before.warm())) {
      steps.add(new SettingsStep.Update(new TableUpdate.Warm(after.warm(), new LinkedHashMap<>())));
    }
    expiry(steps);
    tags(steps);
    if (!after.deletionProtection() && before.deletionProtection()) {
      steps.add(new SettingsStep.Update(new TableUpdate.Protect(false)));
    }
    return List.copyOf(steps);
  }

  /// A table that becomes provisioned wants units for each of its indexes along.
  private void units(List<SettingsStep> steps) {
    boolean table = !after.capacity().equals(before.capacity());
    boolean becomesProvisioned = after.provisioned() && !before.provisioned();
    boolean becomesOnDemand = !after.provisioned() && before.provisioned();
    SequencedMap<String, Capacity> indexes = new LinkedHashMap<>();
    after
        .indexes()
        .forEach((name, capacity) -> {
          boolean sent =
              becomesProvisioned
                  || (becomesOnDemand
                      ? !capacity.equals(Capacity.onDemand())
                      : !capacity.equals(before.indexes().get(name)));
          if (sent) {
            indexes.put(name, capacity);
          }
        });
    if (table || !indexes.isEmpty()) {
      steps.add(
          new SettingsStep.Update(new TableUpdate.Units(table ? after.capacity() : null, indexes)));
    }
  }

  private void expiry(List<SettingsStep> steps) {
    if (Objects.equals(before.ttl(), after.ttl())) {
      return;
    }
    if (before.ttl() != null) {
      steps.add(new SettingsStep.Expiry(before.ttl(), false));
    } else if (after.ttl() != null) {
      steps.add(new SettingsStep.Expiry(after.ttl(), true));
    }
  }

  /// Taken off first, so that fifty are never exceeded.
  private void tags(List<SettingsStep> steps) {
    Set<String> gone = new LinkedHashSet<>();
    before.tags().forEach(tag -> gone.add(tag.key()));
    after.tags().forEach(tag -> gone.remove(tag.key()));
    if (!gone.isEmpty()) {
      steps.add(new SettingsStep.RemoveTags(gone));
    }
    List<Tag> come = after.tags().stream().filter(tag -> !before.tags().contains(tag)).toList();
    if (!come.isEmpty()) {
      steps.add(new SettingsStep.AddTags(come));
    }
  }

  /// What DynamoDB would refuse, by field: those of [TableRules#check], `ttl`, `warm.read`,
  /// `warm.write` and `scaling.read[index].least` and the like. What was so before is no flaw.
  public List<Flaw> flaws(TableSchema table) {
    Set<Flaw> flaws = new LinkedHashSet<>(rules(table, after));
    rules(table, before).forEach(flaws::remove);
    if (before.ttl() != null && after.ttl() != null && !before.ttl().equals(after.ttl())) {
      flaws.add(new Flaw("ttl", Messages.text("table.change.ttl-twice", before.ttl())));
    }
    WarmThroughput was = before.warm();
    WarmThroughput is = after.warm();
    if (was != null && is != null) {
      lower(flaws, "warm.read", was.read(), is.read());
      lower(flaws, "warm.write", was.write(), is.write());
    }
    return List.copyOf(flaws);
  }

  private static void lower(Set<Flaw> flaws, String field, @Nullable Long was, @Nullable Long is) {
    if (was != null && (is == null || is < was)) {
      flaws.add(new Flaw(field, Messages.text("table.change.warm-lower", was)));
    }
  }

  private static List<Flaw> rules(TableSchema table, TableSettings settings) {
    List<TableDraft.IndexDraft> indexes =
        table.indexes().stream()
            .map(index ->
                new TableDraft.IndexDraft(
                    index.name(),
                    index.kind(),
                    index.keys(),
                    index.projection(),
                    settings.indexes().getOrDefault(index.name(), index.capacity())))
            .toList();
    var draft =
        new TableDraft(
            table.name(),
            table.keys(),
            settings.capacity(),
            indexes,
            settings.deletionProtection(),
            new TableDraft.Settings(
                settings.tableClass(),
                settings.encryption(),
                null,
                settings.tags(),
                settings.ttl(),
                null,
                null,
                settings.warm(),
                settings.scaling()));
    List<Flaw> flaws = new ArrayList<>(TableRules.check(draft));
    if (settings.provisioned()) {
      settings.scaling().stream()
          .filter(units -> units.index() != null)
          .forEach(units -> index(flaws, units));
    }
    return flaws;
  }

  private static void index(List<Flaw> flaws, ScaledUnits units) {
    String side = units.side() == ScaledUnits.Side.READ ? "read" : "write";
    String field = "scaling." + side + "[" + units.index() + "].";
    AutoScaling scaling = units.scaling();
    if (scaling.least() < 1) {
      flaws.add(new Flaw(field + "least", Messages.text("table.scaling-least")));
    }
    if (scaling.most() < scaling.least()) {
      flaws.add(new Flaw(field + "most", Messages.text("table.scaling-most", scaling.least())));
    }
    if (scaling.target() < SettingsRules.LEAST_TARGET
        || scaling.target() > SettingsRules.MOST_TARGET) {
      flaws.add(
          new Flaw(
              field + "target",
              Messages.text(
                  "table.scaling-target", SettingsRules.LEAST_TARGET, SettingsRules.MOST_TARGET)));
    }
  }
}
