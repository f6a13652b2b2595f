package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Segmented;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The simple pages of the wizard, and what all pages are made of.
final class Pages {
  private Pages() {}

  static Node details(TableForm form, Fields fields) {
    return page(
        Step.DETAILS,
        Fields.caption(Messages.text("createtable.name"), false),
        withId(
            fields.text(
                "name", Step.DETAILS, form.nameProperty(), Messages.text("createtable.name"), 404),
            "table-name"),
        hint("createtable.name.hint"),
        Fields.caption(Messages.text("createtable.partition"), false),
        withId(
            fields.key(
                "partition",
                Step.DETAILS,
                form.partition(),
                Messages.text("createtable.partition"),
                true),
            "partition-key"),
        hint("createtable.partition.hint"),
        Fields.caption(Messages.text("createtable.sort"), true),
        withId(
            fields.key("sort", Step.DETAILS, form.sort(), Messages.text("createtable.sort"), true),
            "sort-key"),
        hint("createtable.sort.hint"));
  }

  static Node settings(TableForm form, Fields fields) {
    var choices =
        new Choices<>(
            List.of(false, true),
            customized ->
                Messages.text(customized ? "createtable.customize" : "createtable.default"),
            customized ->
                Messages.text(
                    customized ? "createtable.customize.hint" : "createtable.default.hint"),
            form.customizedProperty());
    SettingsForm settings = form.settings();
    var view = new ComboBox<StreamView>();
    view.getItems().addAll(StreamView.values());
    view.valueProperty().bindBidirectional(settings.streamProperty());
    view.setCellFactory(_ -> new ViewCell());
    view.setButtonCell(new ViewCell());
    view.setAccessibleText(Messages.text("createtable.stream.view"));
    view.setPrefWidth(280);
    VBox more =
        new VBox(
            6,
            gap(),
            check("createtable.stream", settings.streamsProperty()),
            onlyWith(
                settings.streamsProperty(),
                Fields.caption(Messages.text("createtable.stream.view"), false),
                view),
            hint("createtable.stream.hint"),
            check("createtable.ttl", settings.expiresProperty()),
            onlyWith(
                settings.expiresProperty(),
                fields.named(
                    "ttl",
                    Step.SETTINGS,
                    settings.ttlProperty(),
                    Messages.text("createtable.ttl.attribute"),
                    280)),
            hint("createtable.ttl.hint"));
    form.customizedProperty().subscribe(customized -> Controls.show(more, customized));
    return page(Step.SETTINGS, choices, more);
  }

  static Node tableClass(CreateTableViewModel model) {
    VBox page =
        page(
            Step.CLASS,
            new Choices<>(
                List.of(TableClass.values()),
                Pages::className,
                each -> Messages.text("createtable.class.hint." + each),
                model.form().settings().tableClassProperty()),
            hint("createtable.class.changes"));
    ignored(page, model);
    return page;
  }

  static String className(TableClass tableClass) {
    return Messages.text("createtable.class." + tableClass);
  }

  static Node protection(CreateTableViewModel model, Fields fields) {
    SettingsForm settings = model.form().settings();
    VBox page =
        page(
            Step.PROTECTION,
            check("createtable.protection", settings.protectionProperty()),
            hint("createtable.protection.hint"),
            check("createtable.recovery", settings.recoveryProperty()),
            onlyWith(
                settings.recoveryProperty(),
                fields.named(
                    "recovery",
                    Step.PROTECTION,
                    settings.recoveryDaysProperty(),
                    Messages.text("createtable.recovery.days"),
                    140)),
            hint("createtable.recovery.hint"));
    if (model.sandbox()) {
      page.getChildren().add(note("createtable.sandbox.recovery"));
    }
    return page;
  }

  /// A page's title and first sentence above its fields.
  static VBox page(Step step, Node... content) {
    Label title = Controls.label(step.title(), "sk-section");
    var page =
        new VBox(6, title, hint("createtable." + step.name().toLowerCase(Locale.ROOT) + ".lead"));
    page.getStyleClass().add("sk-wizard-content");
    page.getChildren().addAll(content);
    return page;
  }

  static Label hint(String key) {
    Label hint = Controls.label(Messages.text(key), "sk-secondary", "sk-hint");
    hint.setWrapText(true);
    return hint;
  }

  /// A quiet word about what this endpoint does differently.
  static Label note(String key) {
    Label note = Controls.label(Messages.text(key), "sk-note");
    note.setGraphic(Icons.of(Feather.INFO));
    note.setGraphicTextGap(8);
    note.setWrapText(true);
    note.setMaxWidth(Double.MAX_VALUE);
    VBox.setMargin(note, new Insets(8, 0, 0, 0));
    return note;
  }

  /// Says on the sandbox that a page's choice only counts on AWS.
  static void ignored(VBox page, CreateTableViewModel model) {
    if (model.sandbox()) {
      page.getChildren().add(note("createtable.sandbox.ignored"));
    }
  }

  static CheckBox check(String key, BooleanProperty value) {
    var box = new CheckBox(Messages.text(key));
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  /// Shown, and a little indented, while the value is true.
  static VBox onlyWith(BooleanProperty value, Node... content) {
    var box = new VBox(4, content);
    box.getStyleClass().add("sk-under-check");
    value.subscribe(on -> Controls.show(box, on));
    return box;
  }

  private static Node gap() {
    var gap = new VBox();
    gap.setMinHeight(8);
    return gap;
  }

  /// Two choices side by side.
  static <T> Segmented<T> segmented(List<T> choices, Function<T, String> text, Property<T> value) {
    var segmented = new Segmented<>(choices, text, value.getValue());
    segmented.valueProperty().bindBidirectional(value);
    return segmented;
  }

  private static VBox withId(VBox field, String id) {
    Node input = field.getChildren().getFirst();
    if (input instanceof HBox row) {
      input = row.getChildren().getFirst();
    }
    input.setId(id);
    return field;
  }

  /// A stream's view in words.
  private static final class ViewCell extends ListCell<StreamView> {
    @Override
    protected void updateItem(StreamView view, boolean empty) {
      super.updateItem(view, empty);
      setText(empty || view == null ? null : Messages.text("createtable.stream." + view));
    }
  }
}
