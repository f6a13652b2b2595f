package dev.sortkey.ui.calls;

import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Panel;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The call log of one connection: every call to the endpoint, what it cost, and how to make it
/// from a shell.
public final class CallsPanel implements Panel {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  private final Desk desk;
  private final CallsViewModel model;
  private final BorderPane root = new BorderPane();
  private final TableView<CallRecord> table = new TableView<>();
  private final TextArea command = new TextArea();
  private final Label about = Controls.label("", "sk-section");
  private final Label error = Controls.label("", "sk-error-text");

  public CallsPanel(Desk desk) {
    this.desk = desk;
    this.model = new CallsViewModel(desk.session().calls(), desk.work());
    build();
  }

  private void build() {
    Label total = Controls.label("", "sk-secondary");
    Runnable count =
        () ->
            total.setText(
                Messages.text(
                    "calls.total",
                    model.totalProperty().get(),
                    model.readUnits(),
                    model.writeUnits()));
    model.totalProperty().addListener(_ -> count.run());
    count.run();
    var filter = new TextField();
    filter.setPromptText(Messages.text("calls.filter"));
    filter.setAccessibleText(Messages.text("calls.filter"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    HBox search = Controls.searchField(filter, null);
    search.setPrefWidth(220);
    var errors = new CheckBox(Messages.text("calls.errors-only"));
    errors.selectedProperty().bindBidirectional(model.errorsOnlyProperty());
    Button clear = Controls.flat(Messages.text("calls.clear"), null, null);
    clear.setOnAction(_ -> model.clear());
    var head =
        new HBox(
            12,
            Controls.label(Messages.text("calls.title"), "sk-page"),
            total,
            Controls.spring(),
            errors,
            search,
            clear);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-page-head");
    root.setTop(head);
    columns();
    root.setCenter(table);
    root.setBottom(detail());
  }

  private void columns() {
    table.setItems(model.calls());
    table.setFixedCellSize(28);
    table.setId("calls");
    table.setAccessibleText(Messages.text("calls.title"));
    table.getStyleClass().add("sk-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(
        new EmptyState(
            Feather.ACTIVITY,
            Messages.text("calls.empty.title"),
            Messages.text("calls.empty.detail"),
            null));
    column("calls.time", 110, false, call -> TIME.format(call.began()));
    column("calls.operation", 160, false, CallRecord::operation);
    column("calls.table", 200, false, call -> text(call.table()));
    column("calls.read-units", 80, true, call -> units(call.readUnits()));
    column("calls.write-units", 80, true, call -> units(call.writeUnits()));
    column("calls.millis", 80, true, call -> String.valueOf(call.time().toMillis()));
    column("calls.retries", 72, true, call -> call.retries() == 0 ? "" : "" + call.retries());
    column("calls.error", 200, false, call -> text(call.error()));
    table.setRowFactory(_ ->
        new TableRow<>() {
          @Override
          protected void updateItem(@Nullable CallRecord call, boolean empty) {
            super.updateItem(call, empty);
            pseudoClassStateChanged(FAILED, call != null && call.error() != null);
          }
        });
    table.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> show(now));
    table.setOnKeyPressed(event -> {
      if (COPY.match(event)) {
        copy();
        event.consume();
      }
    });
  }

  private void column(String key, double width, boolean number, Function<CallRecord, String> text) {
    var column = new TableColumn<CallRecord, String>(Messages.text(key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add(number ? "sk-number-column" : "sk-text-column");
    table.getColumns().add(column);
  }

  private VBox detail() {
    command.setEditable(false);
    command.setWrapText(true);
    command.setPrefRowCount(4);
    command.getStyleClass().addAll("sk-mono", "sk-code");
    command.setPromptText(Messages.text("calls.choose"));
    command.setAccessibleText(Messages.text("calls.command"));
    Button copy = Controls.button(Messages.text("calls.copy"), Feather.COPY, COPY);
    copy.setId("copy-cli");
    copy.setOnAction(_ -> copy());
    copy.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    var head =
        new HBox(
            8,
            about,
            error,
            Controls.spring(),
            Controls.explained(copy, Messages.text("calls.copy.choose")));
    head.setAlignment(Pos.CENTER_LEFT);
    var detail = new VBox(8, head, command);
    detail.getStyleClass().add("sk-call-detail");
    show(null);
    return detail;
  }

  private void show(@Nullable CallRecord call) {
    command.setText(call == null ? "" : call.cli());
    about.setText(call == null ? Messages.text("calls.command") : call.operation());
    String requestId = call == null ? null : call.requestId();
    error.setText(
        call == null || call.error() == null
            ? ""
            : call.error()
                + (requestId == null ? "" : " · " + Messages.text("calls.request", requestId)));
  }

  private void copy() {
    CallRecord call = table.getSelectionModel().getSelectedItem();
    if (call != null) {
      var content = new ClipboardContent();
      content.putString(call.cli());
      Clipboard.getSystemClipboard().setContent(content);
      desk.workbench().toast(Messages.text("calls.copied"));
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String units(double units) {
    return units == 0 ? "" : String.format(Locale.ENGLISH, "%.1f", units);
  }

  @Override
  public ObservableValue<String> title() {
    return new SimpleStringProperty(Messages.text("calls.title"));
  }

  @Override
  public Feather icon() {
    return Feather.LIST;
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return new SimpleBooleanProperty(false);
  }

  @Override
  public void shown() {
    table.requestFocus();
  }

  @Override
  public void closed() {
    model.close();
  }
}
