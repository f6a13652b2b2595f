package dev.sortkey.ui.indexes;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.KeyLine;
import dev.sortkey.ui.kit.Tip;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The indexes of one kind in rows, with what can be done to each.
final class IndexRows extends VBox {
  private static final double NAME = 198;
  private static final double STATUS = 164;
  private static final double PROJECTION = 80;
  private static final double ITEMS = 60;
  private static final double SIZE = 64;
  private static final double CAPACITY = 70;
  private static final double TOOLS = 52;

  private final IndexesViewModel model;
  private final Consumer<Index> provision;
  private final Consumer<Index> delete;
  private final UnaryOperator<Node> writing;

  IndexRows(
      IndexesViewModel model,
      Consumer<Index> provision,
      Consumer<Index> delete,
      UnaryOperator<Node> writing) {
    this.writing = writing;
    this.model = model;
    this.provision = provision;
    this.delete = delete;
    getStyleClass().add("sk-index-rows");
  }

  void show(List<Index> indexes) {
    getChildren().setAll(head());
    indexes.forEach(index -> getChildren().add(row(index)));
  }

  private static HBox head() {
    var head =
        new HBox(
            12,
            cell(Controls.label(Messages.text("indexes.name")), NAME, false),
            cell(Controls.label(Messages.text("indexes.status")), STATUS, false),
            grown(Controls.label(Messages.text("indexes.key"))),
            cell(Controls.label(Messages.text("indexes.projection")), PROJECTION, false),
            cell(Controls.label(Messages.text("indexes.items")), ITEMS, true),
            cell(Controls.label(Messages.text("indexes.size")), SIZE, true),
            cell(Controls.label(Messages.text("indexes.capacity")), CAPACITY, false),
            cell(new Region(), TOOLS, false));
    head.getStyleClass().add("sk-index-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox row(Index index) {
    Label name = Controls.label(index.name(), "sk-mono");
    Tooltip.install(name, new Tip(index.name()));
    var row =
        new HBox(
            12,
            cell(name, NAME, false),
            cell(status(index), STATUS, false),
            grown(new KeyLine(index.keys())),
            cell(projection(index.projection()), PROJECTION, false),
            cell(Controls.label(Figures.shortCount(index.itemCount()), "sk-mono"), ITEMS, true),
            cell(Controls.label(Figures.bytes(index.sizeBytes()), "sk-mono"), SIZE, true),
            cell(Controls.label(capacity(index.capacity()), "sk-secondary"), CAPACITY, false),
            cell(tools(index), TOOLS, true));
    row.setId("index-" + index.name());
    row.getStyleClass().add("sk-index-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private HBox status(Index index) {
    boolean active = index.status().equals(TableSchema.ACTIVE);
    String colour = active ? "sk-success" : "sk-warning";
    Region dot = Controls.dot(colour);
    dot.getStyleClass().add("sk-small");
    var filled = model.filled(index);
    String word =
        filled.isPresent()
            ? Messages.text("indexes.filling", filled.getAsInt())
            : index.backfilling()
                ? Messages.text("indexes.backfilling")
                : Messages.text("indexes.status." + index.status().toLowerCase(Locale.ROOT));
    Label label = Controls.label(word, "sk-table-status", colour);
    if (index.backfilling()) {
      label.setTooltip(
          new Tip(
              filled.isPresent()
                  ? Messages.text("indexes.filling.why")
                  : Messages.text("indexes.backfilling.why")));
    }
    var status = new HBox(6, dot, label);
    status.setAlignment(Pos.CENTER_LEFT);
    return status;
  }

  private static Label projection(Projection projection) {
    String kind = projection.kind().name().toLowerCase(Locale.ROOT);
    Label label =
        Controls.label(
            Messages.text("indexes.projection." + kind, projection.included().size()),
            "sk-secondary");
    if (!projection.included().isEmpty()) {
      label.setTooltip(new Tip(String.join(", ", projection.included())));
    }
    return label;
  }

  static String capacity(Capacity capacity) {
    return switch (capacity) {
      case Capacity.OnDemand _ -> Messages.text("indexes.capacity.on-demand");
      case Capacity.Provisioned(long read, long write) ->
          Messages.text("indexes.capacity.provisioned", read, write);
    };
  }

  /// A local index has none: it lives and dies with its table. A disabled button shows no tooltip
  /// of its own, so its frame does.
  private Node tools(Index index) {
    var tools = new HBox(2);
    tools.setAlignment(Pos.CENTER_RIGHT);
    if (index.kind() == Index.Kind.LSI) {
      return tools;
    }
    if (index.capacity() instanceof Capacity.Provisioned) {
      Button units =
          Controls.icon(Feather.SLIDERS, Messages.text("indexes.provision", index.name()), null);
      units.setId("provision-" + index.name());
      units.setOnAction(_ -> provision.accept(index));
      units.setDisable(!index.status().equals(TableSchema.ACTIVE));
      tools.getChildren().add(units);
    }
    Button remove =
        Controls.icon(Feather.TRASH_2, Messages.text("indexes.delete", index.name()), null);
    remove.setId("delete-" + index.name());
    remove.setOnAction(_ -> delete.accept(index));
    remove.setDisable(!model.deletable(index));
    tools.getChildren().add(remove);
    if (remove.isDisable()) {
      model.waiting().ifPresent(why -> Tooltip.install(tools, new Tip(why)));
    }
    return writing.apply(tools);
  }

  private static HBox cell(Node content, double width, boolean right) {
    var cell = new HBox(content);
    cell.setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    cell.setMinWidth(width);
    cell.setPrefWidth(width);
    cell.setMaxWidth(width);
    return cell;
  }

  private static HBox grown(Node content) {
    var cell = new HBox(content);
    cell.setAlignment(Pos.CENTER_LEFT);
    cell.setMinWidth(0);
    cell.setPrefWidth(0);
    HBox.setHgrow(cell, Priority.ALWAYS);
    return cell;
  }
}
