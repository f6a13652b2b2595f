package dev.sortkey.ui.tablepage;

import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;
import dev.sortkey.ui.workbench.Section;
import dev.sortkey.ui.workbench.TablePage;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One table: its head, and the pages about it.
public final class TablePanel implements Panel {
  private final Desk desk;
  private final Function<TablePage, Section> maker;
  private final TableTabViewModel model;
  private final Map<TablePage, Section> sections = new EnumMap<>(TablePage.class);
  private final VBox root = new VBox();
  private final StackPane content = new StackPane();
  private final PageHead head;
  private final PageStrip strip;
  private final SimpleStringProperty title;
  private final SimpleBooleanProperty unsaved = new SimpleBooleanProperty();

  /// @param maker makes a page when it is first looked at
  public TablePanel(Desk desk, Destination.Table place, Function<TablePage, Section> maker) {
    this.desk = desk;
    this.maker = maker;
    this.model = new TableTabViewModel(place.name(), desk.tables(), place.page());
    this.title = new SimpleStringProperty(place.name());
    this.head =
        new PageHead(
            model,
            this::refresh,
            this::copyArn,
            this::code,
            this::purgeTable,
            this::deleteTable,
            desk.readOnly());
    this.strip = new PageStrip(model);
    root.getStyleClass().add("sk-table-page");
    content.setMinSize(0, 0);
    VBox.setVgrow(content, Priority.ALWAYS);
    root.getChildren().addAll(head, strip, content);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.pageProperty().subscribe(this::lay);
    model.pageProperty().addListener((_, _, _) -> shown());
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public Feather icon() {
    return Feather.LAYOUT;
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return unsaved;
  }

  @Override
  public void go(Destination destination) {
    switch (destination) {
      case Destination.Table(_, TablePage page) -> model.pageProperty().set(page);
      case Destination.Query _, Destination.OneItem _ -> {
        model.pageProperty().set(TablePage.ITEMS);
        section(TablePage.ITEMS).go(destination);
      }
      default -> {}
    }
  }

  @Override
  public Destination place(Destination opened) {
    return new Destination.Table(model.name(), model.pageProperty().get());
  }

  /// A page that is still being read takes no focus; its name in the strip has it until then.
  @Override
  public void shown() {
    TablePage page = model.pageProperty().get();
    section(page).shown();
    Scene scene = root.getScene();
    if (scene != null && !within(scene.getFocusOwner(), root)) {
      strip.focus(page);
    }
  }

  @Override
  public void closed() {
    sections.values().forEach(Section::closed);
    model.close();
  }

  private void lay(TablePage page) {
    Section section = section(page);
    content.getChildren().setAll(section.node());
    head.setActions(section.actions());
  }

  private Section section(TablePage page) {
    Section known = sections.get(page);
    if (known != null) {
      return known;
    }
    Section made = maker.apply(page);
    sections.put(page, made);
    made.unsaved().subscribe(_ -> unsaved.set(anyUnsaved()));
    return made;
  }

  private boolean anyUnsaved() {
    return sections.values().stream()
        .anyMatch(section -> Boolean.TRUE.equals(section.unsaved().getValue()));
  }

  private void key(KeyEvent event) {
    if (PageHead.REFRESH.match(event)) {
      refresh();
      event.consume();
      return;
    }
    for (TablePage page : TablePage.values()) {
      if (PageStrip.keys(page).match(event)) {
        model.pageProperty().set(page);
        event.consume();
        return;
      }
    }
    // The page's own keys work also while the focus is in the head or on the page's name.
    Parent page = section(model.pageProperty().get()).node();
    if (event.getTarget() instanceof Node at && !within(at, content)) {
      Event.fireEvent(page, event.copyFor(page, page));
    }
  }

  private static boolean within(@Nullable Node node, Parent parent) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == parent) {
        return true;
      }
    }
    return false;
  }

  private void refresh() {
    section(model.pageProperty().get()).refresh();
  }

  private void copyArn() {
    TableSchema table = model.tableProperty().get();
    if (table != null) {
      var copied = new ClipboardContent();
      copied.putString(table.arn());
      Clipboard.getSystemClipboard().setContent(copied);
      desk.workbench().toast(Messages.text("tablepage.copied.arn"));
    }
  }

  private void code() {
    desk.workbench().open(new Destination.Code(model.name(), null));
  }

  private void purgeTable() {
    desk.workbench().purgeTable(model.name());
  }

  private void deleteTable() {
    desk.workbench().deleteTable(model.name());
  }
}
