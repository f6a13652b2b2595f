package dev.sortkey.ui.items;

import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.Way;
import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// A way as a small picture: the key space of what is read, first key to last, with the parts that
/// the way touches; beneath it the table, where items are fetched from it.
final class WayPicture extends Pane {
  private static final double WIDTH = 168;
  private static final double BAR = 8;
  private static final double GAP = 7;
  private static final int MOST = 12;

  private final String words;

  /// @param share how much of what it reads from the way touches, 0 to 1
  WayPicture(Way.Usable way, double share) {
    ReadPlan plan = way.plan();
    boolean fetches = plan.fetch() != null;
    double height = fetches ? 2 * BAR + GAP : BAR;
    setMinSize(WIDTH, height);
    setPrefSize(WIDTH, height);
    setMaxSize(WIDTH, height);
    getChildren().add(bar(0, "sk-way-space"));
    List<double[]> touched = touched(plan, share);
    touched.forEach(part -> getChildren().add(part(part[0], part[1], 0)));
    if (fetches) {
      getChildren().add(bar(BAR + GAP, "sk-way-space"));
      for (double[] part : touched) {
        getChildren().addAll(fetched(part));
      }
    }
    String key = "items.picture." + plan.operation() + (fetches ? ".fetch" : "");
    words = Messages.text(key, plan.requests().size(), place(plan));
    setAccessibleText(words);
    setFocusTraversable(false);
  }

  /// What the picture says.
  String words() {
    return words;
  }

  private static String place(ReadPlan plan) {
    return plan.index() == null ? plan.table() : plan.index();
  }

  /// Beginnings and widths; the places of keys are drawn, not known, so they are spread evenly.
  private static List<double[]> touched(ReadPlan plan, double share) {
    if (plan.operation() == ReadPlan.Operation.SCAN) {
      return List.of(new double[] {0, WIDTH});
    }
    int count = Math.min(MOST, plan.requests().size());
    boolean single = plan.operation() == ReadPlan.Operation.GET;
    double each = single ? 3 : Math.clamp(share * WIDTH / count, 6, WIDTH / (count + 1.0));
    List<double[]> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double middle = count == 1 ? WIDTH * 0.38 : WIDTH * (i + 0.5) / count;
      parts.add(new double[] {middle - each / 2, each});
    }
    return parts;
  }

  /// From the index down into the table, at another place there.
  private static List<Node> fetched(double[] part) {
    List<Node> nodes = new ArrayList<>();
    double from = part[0] + part[1] / 2;
    for (int i = -1; i <= 1; i++) {
      double to = Math.clamp(from + i * 46 + 18, 6, WIDTH - 6);
      var line = new Line(from, BAR, to, BAR + GAP);
      line.getStyleClass().add("sk-way-fetch");
      nodes.add(line);
      nodes.add(part(to - 1.5, 3, BAR + GAP));
    }
    return nodes;
  }

  private static Region bar(double y, String style) {
    var bar = new Region();
    bar.getStyleClass().add(style);
    bar.resizeRelocate(0, y, WIDTH, BAR);
    bar.setManaged(false);
    return bar;
  }

  private static Region part(double x, double width, double y) {
    var part = new Region();
    part.getStyleClass().add("sk-way-touched");
    part.setManaged(false);
    part.resizeRelocate(x, y, width, BAR);
    return part;
  }
}
