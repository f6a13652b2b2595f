package dev.sortkey.ui.permissions;

import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.PolicyRules;
import dev.sortkey.core.table.ResourcePolicy;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.workbench.Desk;
import java.util.LinkedHashMap;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Reads a table's resource policy, holds what the person types over it, and writes it only over
/// the revision that was read.
final class PolicyViewModel {
  /// What was read.
  ///
  /// @param policy null where there is none
  record Read(String arn, @Nullable ResourcePolicy policy) {}

  private final Desk desk;
  private final String table;
  private final Slot slot;
  private final ReadOnlyObjectWrapper<@Nullable Read> read = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper unsupported = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper conflict = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
  private final StringProperty text = new SimpleStringProperty("");
  private String base = "";

  PolicyViewModel(Desk desk, String table) {
    this.desk = desk;
    this.table = table;
    this.slot = desk.work().slot();
    text.addListener((_, _, now) -> edited.set(!now.equals(base)));
  }

  String table() {
    return table;
  }

  ReadOnlyObjectProperty<@Nullable Read> readProperty() {
    return read.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// True where the endpoint knows no resource policies.
  ReadOnlyBooleanProperty unsupportedProperty() {
    return unsupported.getReadOnlyProperty();
  }

  /// True after someone else's change stood in the way of a save; theirs is the base now.
  ReadOnlyBooleanProperty conflictProperty() {
    return conflict.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty editedProperty() {
    return edited.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  StringProperty textProperty() {
    return text;
  }

  /// What is wrong with the text, or nothing.
  Optional<String> flaw() {
    return edited.get() ? PolicyRules.check(text.get()) : Optional.empty();
  }

  /// The line at which the text stops being JSON, counted from 1; 0 when it is.
  int faultLine() {
    try {
      PlainJson.readAttr(text.get());
      return 0;
    } catch (JsonFault e) {
      return text.get().isBlank() ? 0 : e.line();
    }
  }

  void format() {
    text.set(formatted(text.get()));
  }

  /// A policy to begin with, which lets one account read items.
  void template() {
    Read now = read.get();
    if (now != null) {
      text.set(formatted(Messages.text("permissions.template", now.arn())));
    }
  }

  void read() {
    load(false);
  }

  /// @param theirs whether it is read since someone else's change stood in the way
  private void load(boolean theirs) {
    TableAdmin admin = desk.session().admin();
    slot.read(
        Messages.text("permissions.reading", table),
        _ -> {
          String arn = desk.session().tables().describe(table).arn();
          return new Read(arn, admin.policy(arn).orElse(null));
        },
        (Outcome<Read> outcome) -> {
          switch (outcome) {
            case Outcome.Done<Read>(Read now) -> take(now, theirs);
            case Outcome.Failed<Read>(Problem failure) -> failed(failure);
            case Outcome.Cancelled<Read> _ -> {}
          }
        });
  }

  /// What is typed stays; what is not follows the policy.
  private void take(Read now, boolean theirs) {
    problem.set(null);
    boolean mine = edited.get();
    base = now.policy() == null ? "" : formatted(now.policy().json());
    conflict.set(theirs);
    read.set(now);
    if (!mine) {
      text.set(base);
    }
    edited.set(!text.get().equals(base));
  }

  private void failed(Problem failure) {
    unsupported.set(failure.kind() == Problem.Kind.UNSUPPORTED_BY_ENDPOINT);
    problem.set(unsupported.get() ? null : failure);
  }

  void discard() {
    conflict.set(false);
    text.set(base);
    problem.set(null);
  }

  /// From what the table has to what is typed, path by path.
  ItemDiff diff() {
    return ItemDiff.between(item(base), item(text.get()));
  }

  boolean ready() {
    return edited.get() && flaw().isEmpty() && !slot.busy();
  }

  /// @param lockOut allowed to take away the caller's own right to change the policy again
  void save(boolean lockOut) {
    Read now = read.get();
    if (now == null || !ready()) {
      return;
    }
    String policy = text.get();
    String expected = now.policy() == null ? ResourcePolicy.NONE : now.policy().revision();
    TableAdmin admin = desk.session().admin();
    slot.write(
        Messages.text("permissions.saving", table),
        _ -> admin.putPolicy(now.arn(), policy, expected, lockOut),
        (Outcome<String> outcome) -> {
          switch (outcome) {
            case Outcome.Done<String>(String revision) -> {
              base = policy;
              edited.set(!text.get().equals(base));
              conflict.set(false);
              problem.set(null);
              read.set(new Read(now.arn(), new ResourcePolicy(policy, revision)));
              desk.workbench().toast(Messages.text("permissions.saved", table));
            }
            case Outcome.Failed<String>(Problem failure) -> refused(failure);
            case Outcome.Cancelled<String> _ -> read();
          }
        });
  }

  void delete() {
    Read now = read.get();
    if (now == null || now.policy() == null || slot.busy()) {
      return;
    }
    String revision = now.policy().revision();
    TableAdmin admin = desk.session().admin();
    slot.write(
        Messages.text("permissions.deleting", table),
        _ -> {
          admin.deletePolicy(now.arn(), revision);
          return now.arn();
        },
        (Outcome<String> outcome) -> {
          switch (outcome) {
            case Outcome.Done<String> _ -> {
              base = "";
              text.set("");
              edited.set(false);
              conflict.set(false);
              problem.set(null);
              read.set(new Read(now.arn(), null));
              desk.workbench().toast(Messages.text("permissions.deleted", table));
            }
            case Outcome.Failed<String>(Problem failure) -> refused(failure);
            case Outcome.Cancelled<String> _ -> read();
          }
        });
  }

  private void refused(Problem failure) {
    if (failure.kind() == Problem.Kind.CONDITION_FAILED) {
      load(true);
    } else {
      failed(failure);
    }
  }

  void close() {
    slot.abandon();
  }

  private static String formatted(String json) {
    try {
      return PlainJson.write(PlainJson.readAttr(json), true);
    } catch (JsonFault _) {
      return json;
    }
  }

  private static Item item(String json) {
    try {
      if (PlainJson.readAttr(json) instanceof Attr.M(var fields)) {
        return new Item(fields);
      }
    } catch (JsonFault _) {
      // no policy yet
    }
    return new Item(new LinkedHashMap<>());
  }
}
