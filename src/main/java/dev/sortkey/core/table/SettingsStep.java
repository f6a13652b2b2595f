package dev.sortkey.core.table;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One call of those that bring a table to its new settings. DynamoDB takes one change of a table
/// at a time, so after each the table is followed until it is ACTIVE again.
public sealed interface SettingsStep {
  record Update(TableUpdate update) implements SettingsStep {}

  record Scale(ScaledUnits units) implements SettingsStep {}

  record Unscale(@Nullable String index, ScaledUnits.Side side) implements SettingsStep {}

  record Expiry(String attribute, boolean on) implements SettingsStep {}

  record AddTags(List<Tag> tags) implements SettingsStep {}

  record RemoveTags(Set<String> keys) implements SettingsStep {}

  /// In words.
  default String title() {
    return switch (this) {
      case Update(TableUpdate update) -> title(update);
      case Scale(ScaledUnits units) ->
          Messages.text("table.apply.scale." + units.side(), of(units.index()));
      case Unscale(String index, var side) ->
          Messages.text("table.apply.unscale." + side, of(index));
      case Expiry(String attribute, boolean on) ->
          Messages.text(on ? "table.apply.expiry" : "table.apply.no-expiry", attribute);
      case AddTags(List<Tag> tags) -> Messages.text("table.apply.tag", tags.size());
      case RemoveTags(Set<String> keys) -> Messages.text("table.apply.untag", keys.size());
    };
  }

  private static String of(@Nullable String index) {
    return index == null ? Messages.text("table.apply.table") : index;
  }

  private static String title(TableUpdate update) {
    return switch (update) {
      case TableUpdate.Units(Capacity.OnDemand _, _) -> Messages.text("table.apply.on-demand");
      case TableUpdate.Units(Capacity.Provisioned _, _) -> Messages.text("table.apply.provisioned");
      case TableUpdate.Units(_, var indexes) ->
          Messages.text("table.apply.indexes", String.join(", ", indexes.keySet()));
      case TableUpdate.ToClass(TableClass to) -> Messages.text("table.apply.class." + to);
      case TableUpdate.Encrypt _ -> Messages.text("table.apply.encryption");
      case TableUpdate.Protect(boolean on) ->
          Messages.text(on ? "table.apply.protect" : "table.apply.unprotect");
      case TableUpdate.Warm _ -> Messages.text("table.apply.warm");
      case TableUpdate.Stream(StreamView view) ->
          Messages.text(view == null ? "table.apply.no-stream" : "table.apply.stream");
      case TableUpdate.CreateIndex(TableDraft.IndexDraft index) ->
          Messages.text("table.apply.create-index", index.name());
      case TableUpdate.DeleteIndex(String name) -> Messages.text("table.apply.delete-index", name);
      case TableUpdate.AddReplica(String region, _, _) ->
          Messages.text("table.apply.add-replica", region);
      case TableUpdate.RemoveReplica(String region) ->
          Messages.text("table.apply.remove-replica", region);
    };
  }

  /// Makes the call, and waits until the table takes the next. A change of someone else that is
  /// under way is waited for first.
  ///
  /// @param each told what the table is like meanwhile
  /// @throws CancellationException when the person cancelled before anything was asked for
  default void run(
      TableAdmin admin,
      TableSchema table,
      Duration every,
      Progress progress,
      Consumer<TableDetails> each) {
    switch (this) {
      case Update(TableUpdate update) -> {
        admin.follow(table.name(), every, progress, each);
        if (progress.cancelled()) {
          throw new CancellationException();
        }
        each.accept(admin.update(table.name(), update));
        admin.follow(table.name(), every, progress, each);
      }
      case Scale(ScaledUnits units) -> admin.setAutoScaling(table.name(), units);
      case Unscale(String index, var side) -> admin.removeAutoScaling(table.name(), index, side);
      case Expiry(String attribute, boolean on) -> admin.setTimeToLive(table.name(), attribute, on);
      case AddTags(List<Tag> tags) -> admin.tag(table.arn(), tags);
      case RemoveTags(Set<String> keys) -> admin.untag(table.arn(), keys);
    }
  }
}
