package dev.sortkey.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which tabs the person left open, by connection id.
public record OpenTabs(Map<String, Tabs> connections) {
  static final OpenTabs NONE = new OpenTabs(Map.of());

  /// The tabs of one connection, as the window writes them.
  ///
  /// @param front the one in front, or null
  public record Tabs(List<String> open, @Nullable String front) {
    public static final Tabs NONE = new Tabs(List.of(), null);

    public Tabs {
      open = Copies.list(open);
    }
  }

  public OpenTabs {
    connections = Copies.map(connections);
  }

  public Tabs of(String connectionId) {
    return connections.getOrDefault(connectionId, Tabs.NONE);
  }

  public OpenTabs with(String connectionId, Tabs tabs) {
    return new OpenTabs(Copies.with(connections, connectionId, tabs));
  }
}
