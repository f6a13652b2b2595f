package dev.sortkey.core.table;

import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a table must have before it gets a replica (Developer Guide, "Global tables:
/// requirements"): a stream of new and old images, and writes that are on-demand or scale.
///
/// @param scaling null where it cannot be read
public record ReplicaNeeds(TableDetails details, @Nullable List<ScaledUnits> scaling) {
  /// One need in words, and whether it is met, or will be on the way.
  public record Need(boolean met, String words) {}

  public List<Need> needs() {
    List<Need> needs = new ArrayList<>(List.of(stream(), capacity()));
    if (!details.settled()) {
      needs.add(new Need(false, Messages.text("globaltables.need.busy")));
    }
    return List.copyOf(needs);
  }

  /// Why no replica can be added now, or nothing.
  public Optional<String> obstacle() {
    return needs().stream().filter(need -> !need.met()).map(Need::words).findFirst();
  }

  /// What adding one takes, in order.
  public List<SettingsStep> steps(TableUpdate.AddReplica replica) {
    List<SettingsStep> steps = new ArrayList<>();
    if (!details.stream().enabled()) {
      steps.add(new SettingsStep.Update(new TableUpdate.Stream(StreamView.NEW_AND_OLD_IMAGES)));
    }
    steps.add(new SettingsStep.Update(replica));
    return List.copyOf(steps);
  }

  private Need stream() {
    TableDetails.Stream stream = details.stream();
    if (!stream.enabled()) {
      return new Need(true, Messages.text("globaltables.need.stream-off"));
    }
    return stream.view() == StreamView.NEW_AND_OLD_IMAGES
        ? new Need(true, Messages.text("globaltables.need.stream-on"))
        : new Need(false, Messages.text("globaltables.need.stream-other"));
  }

  private Need capacity() {
    TableSchema table = details.schema();
    if (table.capacity() instanceof Capacity.OnDemand) {
      return new Need(true, Messages.text("globaltables.need.on-demand"));
    }
    if (scaling == null) {
      return new Need(true, Messages.text("globaltables.need.unknown"));
    }
    List<String> unscaled = new ArrayList<>();
    if (!scales(null)) {
      unscaled.add(table.name());
    }
    table.indexes().stream()
        .filter(index -> index.kind() == Index.Kind.GSI && !scales(index.name()))
        .forEach(index -> unscaled.add(index.name()));
    return unscaled.isEmpty()
        ? new Need(true, Messages.text("globaltables.need.scaled"))
        : new Need(false, Messages.text("globaltables.need.unscaled", String.join(", ", unscaled)));
  }

  private boolean scales(@Nullable String index) {
    return scaling != null
        && scaling.stream().anyMatch(units -> units.of(index, ScaledUnits.Side.WRITE));
  }
}
