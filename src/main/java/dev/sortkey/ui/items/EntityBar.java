package dev.sortkey.ui.items;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.rows.Entities;
import dev.sortkey.core.rows.EntityRule;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.EntityRules;
import dev.sortkey.ui.items.EntityDraft.Field;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.workbench.Desk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The entities of a single-table design as chips, over the grid that they filter. Not there while
/// the rows show none.
final class EntityBar extends HBox {
  /// How many chips are there before the rest is asked for.
  private static final int FIRST = 12;

  private final Desk desk;
  private final String table;
  private final EntitiesViewModel entities;
  private final FlowPane flow = new FlowPane(6, 6);
  private final EntityChip all = new EntityChip("entity-all");
  private final EntityChip others = new EntityChip("entity-others");
  private final Map<String, EntityChip> chips = new HashMap<>();
  private final Button more = Controls.flat("", null, null);
  private final Label note = Controls.label("", "sk-secondary");
  private BiConsumer<String, String> renaming = (_, _) -> {};
  private boolean allShown;

  /// Whether the chip that was pressed joins the others.
  private boolean also;

  EntityBar(Desk desk, ItemsViewModel items, TableSchema schema) {
    super(8);
    this.desk = desk;
    this.table = schema.name();
    this.entities =
        new EntitiesViewModel(
            schema,
            items,
            () -> desk.store().entityRules().get().of(connection(), table),
            desk.work());
    setId("entities");
    getStyleClass().add("sk-entities");
    flow.setAlignment(Pos.CENTER_LEFT);
    flow.setMinWidth(0);
    HBox.setHgrow(flow, Priority.ALWAYS);
    all.setOnAction(_ -> {
      entities.chooseAll();
      draw();
    });
    chooses(others, EntitiesViewModel.OTHERS);
    more.setId("entities-more");
    more.getStyleClass().add("sk-small");
    more.setOnAction(_ -> {
      allShown = !allShown;
      draw();
    });
    note.setId("entities-note");
    note.setMinWidth(USE_PREF_SIZE);
    Button edit = Controls.icon(Feather.EDIT_2, Messages.text("entities.edit"), null);
    edit.setId("entities-edit");
    edit.getStyleClass().add("sk-small");
    edit.setOnAction(_ -> editMenu().show(edit, Side.BOTTOM, 0, 4));
    var end = new HBox(8, note, edit);
    end.setAlignment(Pos.CENTER_LEFT);
    end.getStyleClass().add("sk-entities-end");
    getChildren().addAll(flow, end);
    // What a flow pane takes for its width when it is asked for its height.
    flow.prefWrapLengthProperty().bind(flow.widthProperty());
    entities.entitiesProperty().addListener((_, _, _) -> draw());
    entities.chosenProperty().addListener((_, _, _) -> draw());
    draw();
  }

  /// The names of the entities that are shown alone, or none for all rows.
  ObservableValue<Set<String>> chosen() {
    return entities.chosenProperty();
  }

  /// Told an entity's name before and after, while what is shown still has the one before.
  void onRenamed(BiConsumer<String, String> told) {
    renaming = told;
  }

  void close() {
    entities.close();
  }

  private String connection() {
    return desk.session().connection().id();
  }

  private void draw() {
    boolean offers = entities.offers();
    Controls.show(this, offers);
    if (!offers) {
      return;
    }
    Entities now = entities.entitiesProperty().get();
    Set<String> chosen = entities.chosenProperty().get();
    List<Entities.Entity> offered = entities.offered();
    List<Node> nodes = new ArrayList<>();
    all.draw(Messages.text("entities.all"), now.rows(), Messages.text("entities.all.tip"));
    all.setSelected(chosen.isEmpty());
    nodes.add(all);
    int left = 0;
    for (int i = 0; i < offered.size(); i++) {
      Entities.Entity one = offered.get(i);
      EntityChip chip = chips.computeIfAbsent(one.name(), this::chip);
      chip.draw(one, entities.sortKey() != null);
      chip.setSelected(chosen.contains(one.name()));
      if (allShown || i < FIRST || chip.isSelected()) {
        nodes.add(chip);
      } else {
        left++;
      }
    }
    if (now.others() > 0) {
      others.draw(
          Messages.text("entities.others"), now.others(), Messages.text("entities.others.tip"));
      others.setSelected(chosen.contains(EntitiesViewModel.OTHERS));
      nodes.add(others);
    }
    if (left > 0 || allShown && offered.size() > FIRST) {
      more.setText(Messages.text(left > 0 ? "entities.more" : "entities.fewer", left));
      nodes.add(more);
    }
    if (!flow.getChildren().equals(nodes)) {
      flow.getChildren().setAll(nodes);
    }
    note.setText(
        chosen.isEmpty() ? "" : Messages.text("entities.note", entities.chosenRows(), now.rows()));
    Controls.show(note, !chosen.isEmpty());
  }

  private EntityChip chip(String name) {
    var chip = new EntityChip("entity-" + name);
    chooses(chip, name);
    chip.setOnContextMenuRequested(event -> {
      ContextMenu menu = menu(name);
      if (event.isKeyboardTrigger()) {
        menu.show(chip, Side.BOTTOM, 0, 4);
      } else {
        menu.show(chip, event.getScreenX(), event.getScreenY());
      }
      event.consume();
    });
    return chip;
  }

  private void chooses(EntityChip chip, String name) {
    chip.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event ->
            also =
                event.getButton() == MouseButton.PRIMARY
                    && (event.isShortcutDown() || event.isShiftDown()));
    chip.addEventFilter(KeyEvent.KEY_PRESSED, event -> also = false);
    chip.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            entities.choose(name, event.isShortcutDown() || event.isShiftDown());
            draw();
            event.consume();
          }
        });
    chip.setOnAction(_ -> {
      entities.choose(name, also);
      draw();
    });
  }

  private ContextMenu menu(String name) {
    var menu = new ContextMenu();
    Entities.Entity entity = entity(name);
    if (entity == null) {
      return menu;
    }
    boolean chosen = entities.chosenProperty().get().contains(name);
    MenuItem save = item("entities.menu.save", () -> save(name, entity.rule()));
    save.setDisable(entity.saved());
    MenuItem forget = item("entities.menu.forget", () -> forget(name));
    forget.setDisable(!entity.saved());
    menu.getItems()
        .addAll(
            item(
                chosen ? "entities.menu.leave" : "entities.menu.also",
                () -> {
                  entities.choose(name, true);
                  draw();
                }),
            new SeparatorMenuItem(),
            item("entities.menu.rename", () -> ask(entity.rule(), Field.NAME)),
            item("entities.menu.correct", () -> ask(entity.rule(), Field.PARTITION)),
            save,
            forget);
    return menu;
  }

  /// What the pencil offers: a new entity, or one of those that are there.
  private ContextMenu editMenu() {
    var menu = new ContextMenu();
    menu.getItems().add(item("entities.new", () -> ask(null, Field.NAME)));
    menu.getItems().add(new SeparatorMenuItem());
    for (Entities.Entity one : entities.offered()) {
      menu.getItems()
          .add(item("entities.edit.one", () -> ask(one.rule(), Field.PARTITION), one.name()));
    }
    return menu;
  }

  private static MenuItem item(String key, Runnable action, Object... arguments) {
    var item = new MenuItem(Messages.text(key, arguments));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Entities.@Nullable Entity entity(String name) {
    return entities.offered().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private void ask(@Nullable EntityRule rule, Field first) {
    var draft = new EntityDraft(entities, rule, desk.work());
    var dialog =
        new EntityDialog(
            draft,
            made -> {
              desk.workbench().closeDialog();
              save(draft.before(), made);
            },
            desk.workbench()::closeDialog);
    desk.workbench().showDialog(dialog.node());
    dialog.focus(first);
  }

  private void save(String before, EntityRule rule) {
    write(
        now -> now.put(connection(), table, before, rule),
        () -> {
          renaming.accept(before, rule.name());
          entities.renamed(before, rule.name());
          desk.workbench().toast(Messages.text("entities.saved", rule.name()));
        });
  }

  private void forget(String name) {
    write(
        now -> now.without(connection(), table, name),
        () -> desk.workbench().toast(Messages.text("entities.forgotten", name)));
  }

  private void write(UnaryOperator<EntityRules> change, Runnable done) {
    desk.work()
        .write(
            Messages.text("entities.saving"),
            _ -> {
              desk.store().entityRules().update(change);
              return true;
            },
            outcome -> {
              // What cannot be written holds for this run.
              if (outcome instanceof Outcome.Failed<Boolean>(Problem why)) {
                desk.workbench().toast(why);
              } else {
                done.run();
              }
              entities.rulesChanged();
            });
  }
}
