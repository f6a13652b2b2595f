package dev.sortkey.ui.streams;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Tip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The shards side by side: what each gave in the last seconds, and where reading it stands.
final class ShardStrip extends HBox {
  private static final int MOST = 3;

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Label more = Controls.label("", "sk-secondary");

  ShardStrip() {
    super(12);
    setId("shards");
    getStyleClass().add("sk-shards");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleText(Messages.text("streams.shards"));
  }

  void show(List<ShardMeter.Reading> readings) {
    List<ShardMeter.Reading> shown = readings.subList(0, Math.min(MOST, readings.size()));
    List<String> ids = shown.stream().map(ShardMeter.Reading::id).toList();
    if (!ids.equals(List.copyOf(parts.keySet()))) {
      parts.clear();
      ids.forEach(id -> parts.put(id, new Part(id)));
      lay();
    }
    shown.forEach(reading -> parts.get(reading.id()).show(reading));
    int hidden = readings.size() - shown.size();
    more.setText(hidden > 0 ? Messages.text("streams.shards.more", hidden) : "");
  }

  private void lay() {
    List<Node> nodes = new ArrayList<>();
    for (Part part : parts.values()) {
      if (!nodes.isEmpty()) {
        var line = new Region();
        line.getStyleClass().add("sk-shard-line");
        nodes.add(line);
      }
      nodes.add(part);
    }
    nodes.add(Controls.spring());
    nodes.add(more);
    more.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(nodes);
  }

  /// One shard.
  private static final class Part extends HBox {
    private final Bars bars = new Bars();
    private final Label rate = Controls.label("", "sk-secondary");
    private final Region dot = Controls.dot("sk-success");
    private final Label phase = Controls.label("", "sk-shard-phase");

    Part(String id) {
      super(6);
      setAlignment(Pos.CENTER_LEFT);
      setMinWidth(0);
      Label name =
          Controls.label(
              Messages.text("streams.shard", id.substring(Math.max(0, id.length() - 4))),
              "sk-mono-small");
      name.setMinWidth(USE_PREF_SIZE);
      name.setTooltip(new Tip(id));
      dot.getStyleClass().add("sk-small");
      rate.setMinWidth(USE_PREF_SIZE);
      phase.setMinWidth(0);
      getChildren().addAll(name, bars, rate, dot, phase);
    }

    void show(ShardMeter.Reading reading) {
      bars.show(reading.bars());
      rate.setText(Messages.text("streams.rate", reading.perSecond()));
      String style =
          switch (reading.phase()) {
            case OPEN -> "sk-success";
            case CLOSED, WAITING -> "sk-warning";
            case READ -> "sk-read";
          };
      dot.getStyleClass().setAll("sk-dot", "sk-small", style);
      phase.getStyleClass().setAll("label", "sk-shard-phase", style);
      phase.setText(
          Messages.text("streams.phase." + reading.phase().name().toLowerCase(Locale.ROOT)));
    }
  }

  /// Small bars, the newest at the right.
  private static final class Bars extends Region {
    private static final double STEP = 5;
    private static final double HEIGHT = 16;

    Bars() {
      setMinSize(ShardMeter.SECONDS * STEP, HEIGHT);
      setMaxSize(ShardMeter.SECONDS * STEP, HEIGHT);
      for (int i = 0; i < ShardMeter.SECONDS; i++) {
        var bar = new Region();
        bar.getStyleClass().add("sk-shard-bar");
        bar.setManaged(false);
        getChildren().add(bar);
      }
    }

    void show(int[] values) {
      int most = 4;
      for (int value : values) {
        most = Math.max(most, value);
      }
      for (int i = 0; i < values.length; i++) {
        double height = Math.max(1, Math.round(HEIGHT * values[i] / most));
        ((Region) getChildren().get(i)).resizeRelocate(i * STEP, HEIGHT - height, STEP - 1, height);
      }
    }
  }
}
