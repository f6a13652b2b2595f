package dev.sortkey.ui.streams;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.stream.TailRecord;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemSize;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.kit.Tip;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The chosen change: its diff, its images, the record as it came.
final class RecordInspector extends VBox {
  private enum Side {
    DIFF,
    OLD,
    NEW,
    RAW
  }

  private final TailViewModel model;
  private final Label sign = Controls.label("", "sk-change-sign");
  private final Label key = Controls.label("", "sk-change-key");
  private final Label time = Controls.label("", "sk-secondary");
  private final Segmented<Side> sides =
      new Segmented<>(
          List.of(Side.values()),
          side -> Messages.text("streams.side." + side.name().toLowerCase(Locale.ROOT)),
          Side.DIFF);
  private final StackPane body = new StackPane();
  private final VBox facts = new VBox();
  private final Button follow =
      Controls.button(Messages.text("streams.follow"), Feather.FILTER, null);
  private final VBox content = new VBox();

  /// @param openItem goes to the item itself
  RecordInspector(TailViewModel model, Consumer<TailRecord> openItem) {
    this.model = model;
    getStyleClass().add("sk-change-inspector");
    setMinWidth(300);
    setPrefWidth(436);
    sides.setId("sides");
    sides.getStyleClass().add("sk-small");
    var words = new HBox(8, sign, key, time);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    key.setMinWidth(40);
    time.setMinWidth(0);
    var head = new HBox(8, words, Controls.spring(), sides);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-change-head");
    facts.getStyleClass().add("sk-change-facts");
    Button open = Controls.flat(Messages.text("streams.open-item"), Feather.EXTERNAL_LINK, null);
    open.setId("open-item");
    open.setOnAction(_ -> {
      TailRecord record = model.selectedProperty().get();
      if (record != null) {
        openItem.accept(record);
      }
    });
    follow.setId("follow-item");
    follow.setOnAction(_ -> follow());
    var foot = new HBox(8, open, Controls.spring(), follow);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sk-change-foot");
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    content.getChildren().addAll(head, body, facts, foot);
    VBox.setVgrow(content, Priority.ALWAYS);
    content.setMinHeight(0);
    model.selectedProperty().subscribe(_ -> show());
    sides.valueProperty().subscribe(_ -> show());
    model.filterProperty().subscribe(_ -> label());
  }

  private void follow() {
    RecordFilter now = model.filterProperty().get();
    TailRecord record = model.selectedProperty().get();
    if (now.followed() != null) {
      model.filterProperty().set(now.withKey(""));
    } else if (record != null) {
      model.filterProperty().set(now.following(record.change().key()));
    }
  }

  private void label() {
    follow.setText(
        Messages.text(
            model.filterProperty().get().followed() == null
                ? "streams.follow"
                : "streams.unfollow"));
    follow.setAccessibleText(follow.getText());
  }

  private void show() {
    TailRecord record = model.selectedProperty().get();
    if (record == null) {
      Node nothing =
          new EmptyState(
              Feather.MOUSE_POINTER,
              Messages.text("streams.none-chosen"),
              Messages.text("streams.none-chosen.detail"),
              null);
      VBox.setVgrow(nothing, Priority.ALWAYS);
      getChildren().setAll(nothing);
      return;
    }
    if (!getChildren().contains(content)) {
      getChildren().setAll(content);
    }
    sign.setText(RecordText.sign(record.change().event()));
    sign.getStyleClass()
        .setAll("label", "sk-change-sign", RecordText.style(record.change().event()));
    key.setText(RecordText.key(record.change().key()));
    key.setTooltip(new Tip(key.getText()));
    time.setText(RecordText.time(record));
    body.getChildren().setAll(side(record));
    tell(record);
  }

  private Node side(TailRecord record) {
    return switch (sides.valueProperty().get()) {
      case DIFF -> {
        var scroll = new ScrollPane(new ChangeRows(record));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        yield scroll;
      }
      case OLD -> image(record.change().before(), "streams.old-missing");
      case NEW -> image(record.change().after(), "streams.new-missing");
      case RAW -> text(raw(record));
    };
  }

  private static Node image(@Nullable Item item, String missing) {
    return item == null
        ? new EmptyState(
            Feather.SLASH, Messages.text(missing), Messages.text(missing + ".detail"), null)
        : text(PlainJson.write(item, true));
  }

  private static Node text(String content) {
    var area = new TextArea(content);
    area.setEditable(false);
    area.setAccessibleText(Messages.text("streams.json"));
    area.getStyleClass().addAll("sk-mono", "sk-code", "sk-change-json");
    return area;
  }

  /// The record in DynamoDB JSON, as GetRecords gives it.
  private static String raw(TailRecord record) {
    var text = new StringBuilder("{\n");
    line(text, "eventID", '"' + record.change().id() + '"');
    line(text, "eventName", '"' + record.change().event().name() + '"');
    line(text, "SequenceNumber", '"' + record.change().sequence() + '"');
    line(text, "ShardId", '"' + record.shard() + '"');
    if (record.change().time() != null) {
      line(text, "ApproximateCreationDateTime", '"' + record.change().time().toString() + '"');
    }
    line(text, "SizeBytes", String.valueOf(record.change().bytes()));
    if (record.change().byTtl()) {
      line(text, "userIdentity", "{ \"type\": \"Service\" }");
    }
    line(text, "Keys", indented(record.change().key()));
    if (record.change().before() != null) {
      line(text, "OldImage", indented(record.change().before()));
    }
    if (record.change().after() != null) {
      line(text, "NewImage", indented(record.change().after()));
    }
    text.setLength(text.length() - 2);
    return text.append("\n}").toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  \"").append(name).append("\": ").append(value).append(",\n");
  }

  private static String indented(Item item) {
    return DynamoJson.write(item, true).replace("\n", "\n  ");
  }

  private void tell(TailRecord record) {
    facts.getChildren().clear();
    fact("streams.fact.sequence", record.change().sequence(), true);
    if (record.change().byTtl()) {
      fact("streams.fact.origin", Messages.text("streams.origin.ttl"), false);
    }
    fact("streams.fact.size", sizes(record), true);
    fact("streams.fact.shard", record.shard(), true);
  }

  private static String sizes(TailRecord record) {
    Item before = record.change().before();
    Item after = record.change().after();
    if (before != null && after != null) {
      return Messages.text(
          "streams.fact.size.both",
          Figures.bytes(ItemSize.of(before)),
          Figures.bytes(ItemSize.of(after)));
    }
    Item image = record.image();
    return image == null
        ? Figures.bytes(record.change().bytes())
        : Figures.bytes(ItemSize.of(image));
  }

  private void fact(String name, String value, boolean mono) {
    Label label = Controls.label(Messages.text(name), "sk-secondary");
    label.setMinWidth(80);
    Label said = Controls.label(value, mono ? "sk-mono-fact" : "sk-secondary");
    said.setMinWidth(0);
    said.setTooltip(new Tip(value));
    var row = new HBox(label, said);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sk-change-fact");
    facts.getChildren().add(row);
  }
}
