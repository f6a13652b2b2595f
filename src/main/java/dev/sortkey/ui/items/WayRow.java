package dev.sortkey.ui.items;

import dev.sortkey.core.query.CostEstimate;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.Way;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One way in the list of ways: what it reads, what that costs beside the others, a picture, and
/// why.
final class WayRow extends HBox {
  private static final double NAME = 230;
  private static final double COST = 116;
  private static final double TIME = 88;
  private static final double BAR = 92;

  private final Way way;

  /// @param most the highest estimate of all ways, for the bar
  WayRow(TableSchema table, Way way, boolean taken, double most) {
    super(10);
    this.way = way;
    getStyleClass().add("sk-way");
    setAlignment(Pos.CENTER_LEFT);
    var mark = new Region();
    mark.getStyleClass().add("sk-way-mark");
    if (taken) {
      getStyleClass().add("sk-taken");
    }
    mark.setVisible(way instanceof Way.Usable);
    var name = new VBox(2, Controls.label(title(table, way), "sk-way-title"), place(table, way));
    name.setMinWidth(NAME);
    name.setPrefWidth(NAME);
    name.setMaxWidth(NAME);
    name.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(mark, name);
    switch (way) {
      case Way.Usable usable -> usable(usable, most);
      case Way.Unusable refused -> unusable(refused);
    }
  }

  Way way() {
    return way;
  }

  private static String title(TableSchema table, Way way) {
    String operation = operation(way.operation());
    String kind =
        way.index() == null
            ? Messages.text("items.plan.table")
            : table.index(way.index()).map(Index::kind).map(Enum::name).orElse("");
    return operation + " · " + kind;
  }

  static String operation(ReadPlan.Operation operation) {
    return Messages.text("items.way." + operation);
  }

  private static Label place(TableSchema table, Way way) {
    return Controls.label(way.index() == null ? table.name() : way.index(), "sk-mono-small");
  }

  private void usable(Way.Usable usable, double most) {
    CostEstimate cost = usable.cost();
    Label units = right(Messages.text("items.ways.units", Costs.range(cost)), COST, "sk-way-cost");
    Label time = right(Costs.span(usable.time()), TIME, "sk-way-time");
    double high = cost.high() == null ? most : cost.high();
    var bar = new ProgressBar(most <= 0 ? 0 : Math.clamp(high / most, 0.015, 1));
    bar.getStyleClass().add("sk-way-bar");
    bar.setMinWidth(BAR);
    bar.setMaxWidth(BAR);
    var picture = new WayPicture(usable, most <= 0 ? 0 : high / most);
    var why = new VBox(5, picture, reason(usable.reason()));
    if (usable.caveat() != null) {
      Label caveat = reason(usable.caveat());
      caveat.getStyleClass().add("sk-warning-text");
      why.getChildren().add(caveat);
    }
    HBox.setHgrow(why, Priority.ALWAYS);
    why.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(units, time, bar, why);
    setAccessibleText(
        String.join(
            ", ",
            operation(usable.operation()),
            units.getText(),
            time.getText(),
            usable.reason(),
            picture.words()));
  }

  private void unusable(Way.Unusable refused) {
    getStyleClass().add("sk-refused");
    Label why = reason(refused.reason());
    HBox.setHgrow(why, Priority.ALWAYS);
    var gap = new Region();
    gap.setMinWidth(TIME + BAR + 10);
    getChildren().addAll(right(Messages.text("items.ways.refused"), COST, "sk-way-cost"), gap, why);
    setAccessibleText(Messages.text("items.ways.refused") + ", " + refused.reason());
  }

  private static Label reason(String text) {
    String sentence = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    Label label =
        Controls.label(sentence.endsWith(".") ? sentence : sentence + ".", "sk-way-reason");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private static Label right(String text, double width, String style) {
    Label label = Controls.label(text, style);
    label.setAlignment(Pos.CENTER_RIGHT);
    label.setMinWidth(width);
    label.setMaxWidth(width);
    return label;
  }
}
