package dev.sortkey.ui.streams;

import dev.sortkey.core.stream.ChangeRecord.Event;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Which changes are shown, and how many of how many they are.
final class FilterBar extends HBox {
  private final TailViewModel model;
  private final TextField key = field("streams.filter.key", "filter-key");
  private final TextField attribute = field("streams.filter.attribute", "filter-attribute");
  private final Label shown = Controls.label("", "sk-strong", "sk-stream-count");
  private final Label counts = Controls.label("", "sk-secondary");
  private boolean settling;

  FilterBar(TailViewModel model) {
    super(6);
    this.model = model;
    getStyleClass().add("sk-stream-bar");
    setAlignment(Pos.CENTER_LEFT);
    var events = new HBox();
    events.getStyleClass().add("sk-stream-events");
    events.setAlignment(Pos.CENTER_LEFT);
    for (Event event : Event.values()) {
      events.getChildren().add(box(event));
    }
    events.setMinWidth(USE_PREF_SIZE);
    var ttl = new CheckBox(Messages.text("streams.filter.ttl"));
    ttl.setId("hide-ttl");
    ttl.setMinWidth(USE_PREF_SIZE);
    ttl.selectedProperty().subscribe(hide -> change(model.filterProperty().get().hidingTtl(hide)));
    key.textProperty().subscribe(text -> typed(() -> change(filter().withKey(text.strip()))));
    attribute
        .textProperty()
        .subscribe(text -> typed(() -> change(filter().withAttribute(text.strip()))));
    model
        .filterProperty()
        .subscribe(now -> {
          settling = true;
          if (now.followed() != null) {
            key.setText(RecordText.key(now.followed()));
          } else if (!now.key().equals(key.getText().strip())) {
            key.setText(now.key());
          }
          settling = false;
          count();
        });
    shown.setMinWidth(USE_PREF_SIZE);
    counts.setMinWidth(USE_PREF_SIZE);
    counts.setId("counts");
    var numbers = new HBox(4, shown, counts);
    numbers.setAlignment(Pos.CENTER_RIGHT);
    numbers.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            framed(Feather.KEY, key, 200),
            events,
            framed(Feather.FILTER, attribute, 172),
            ttl,
            Controls.spring(),
            numbers);
    model.totalProperty().subscribe(_ -> count());
    model.shardsProperty().subscribe(_ -> count());
  }

  private RecordFilter filter() {
    return model.filterProperty().get();
  }

  private void typed(Runnable change) {
    if (!settling) {
      change.run();
    }
  }

  private void change(RecordFilter now) {
    model.filterProperty().set(now);
    count();
  }

  private void count() {
    shown.setText(Figures.count(model.shown().size()));
    long all = model.totalProperty().get();
    counts.setText(
        model.dropped() > 0
            ? Messages.text(
                "streams.counts.dropped",
                all,
                Figures.shortCount(model.dropped()),
                model.perSecond())
            : Messages.text("streams.counts", all, model.perSecond()));
  }

  private CheckBox box(Event event) {
    var box = new CheckBox(RecordText.event(event));
    box.setId("show-" + event.name().toLowerCase(Locale.ROOT));
    box.setSelected(true);
    box.getStyleClass().add("sk-stream-event");
    box.selectedProperty().subscribe(on -> change(filter().with(event, on)));
    return box;
  }

  private static HBox framed(Feather icon, TextField field, double width) {
    field.getStyleClass().add("sk-bare");
    HBox.setHgrow(field, Priority.ALWAYS);
    var box = new HBox(6, Icons.of(icon), field);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("sk-field-box");
    box.setPrefWidth(width);
    box.setMinWidth(110);
    return box;
  }

  private static TextField field(String name, String id) {
    var field = new TextField();
    field.setId(id);
    field.setPromptText(Messages.text(name));
    field.setAccessibleText(Messages.text(name));
    return field;
  }
}
