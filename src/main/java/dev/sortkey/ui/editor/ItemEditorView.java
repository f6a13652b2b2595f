package dev.sortkey.ui.editor;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.workbench.FileChoice;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The nested item editor in a panel's inspector: header, size, the item as form or JSON or what is
/// asked about it, and the footer with Save.
public final class ItemEditorView extends VBox {
  private final ItemEditorViewModel model;
  private final ReadOnlyBooleanProperty readOnly;
  private final FormView form;
  private final JsonView json;
  private final StackPane body = new StackPane();
  private final Label title = Controls.label("");
  private final Segmented<DraftViewModel.Mode> modes;
  private final HBox footer = new HBox(8);
  private final HBox reviewFooter = new HBox(8);
  private final Button attribute =
      Controls.flat(Messages.text("editor.attribute"), Feather.PLUS, RowKeys.ADD);
  private final Button save;
  private final Button stage = Controls.button(Messages.text("editor.stage"), null, RowKeys.SAVE);
  private final Button confirm =
      Controls.primary(Messages.text("editor.confirm.insert"), null, RowKeys.CONFIRM);
  private final Button code =
      Controls.icon(Feather.CODE, Messages.text("editor.review.code"), null);
  private final Region sizeBar;

  /// @param remedies does what the editor cannot do by itself
  public ItemEditorView(ItemEditorViewModel model, Consumer<Problem.Remedy> remedies) {
    this(model, remedies, new SimpleBooleanProperty());
  }

  /// @param readOnly whether nothing may be saved
  public ItemEditorView(
      ItemEditorViewModel model,
      Consumer<Problem.Remedy> remedies,
      ReadOnlyBooleanProperty readOnly) {
    this.model = model;
    this.readOnly = readOnly;
    this.form = new FormView(model);
    this.json = new JsonView(model);
    this.modes =
        new Segmented<>(
            List.of(DraftViewModel.Mode.values()),
            mode ->
                Messages.text(
                    mode == DraftViewModel.Mode.FORM ? "editor.mode.form" : "editor.mode.json"),
            DraftViewModel.Mode.FORM);
    this.sizeBar = new SizeBar(model);
    this.save =
        model.stages()
            ? Controls.icon(Feather.SAVE, Messages.text("editor.save-now"), RowKeys.SAVE_NOW)
            : Controls.button(Messages.text("editor.save"), null, RowKeys.SAVE);
    getStyleClass().add("sk-editor");
    setMinWidth(280);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    footers();
    getChildren().addAll(header(), sizeBar, new Bars(model, remedies), body, footer, reviewFooter);
    model.phaseProperty().addListener((_, _, _) -> show());
    model.modeProperty().addListener((_, _, _) -> show());
    model.revisionProperty().addListener((_, _, _) -> keep());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    show();
    keep();
  }

  /// Offers the change under review as code.
  public void onCode(Consumer<Change> show) {
    code.setOnAction(_ -> {
      SaveFlow.Review review = model.save().review();
      if (review != null) {
        show.accept(review.change());
      }
    });
    Controls.show(code, true);
  }

  /// Lets rows bring in files, write them, and open pages in the person's browser.
  public void outside(FileChoice files, Consumer<URI> browser) {
    form.setOutside(new Outside(files, browser));
  }

  /// Puts the focus where typing goes on: in the first field that may be edited.
  public void focusFirst() {
    if (model.phaseProperty().get() == ItemEditorViewModel.Phase.EDITING) {
      if (model.modeProperty().get() == DraftViewModel.Mode.JSON) {
        json.focus();
      } else {
        form.focusFirst();
      }
    }
  }

  private HBox header() {
    title.setMinWidth(0);
    modes.getStyleClass().add("sk-small");
    modes
        .valueProperty()
        .addListener((_, _, now) -> {
          model.setMode(now);
          modes.valueProperty().set(model.modeProperty().get());
        });
    Button close = Controls.icon(Feather.X, Messages.text("editor.close"), null);
    close.getStyleClass().add("sk-small");
    close.setId("editor-close");
    close.setOnAction(_ -> model.close());
    var header = new HBox(8, title, Controls.spring(), modes, close);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("sk-editor-head");
    return header;
  }

  private void footers() {
    attribute.getStyleClass().add("sk-link");
    attribute.setId("add-attribute");
    attribute.setOnAction(_ -> form.addAttribute(attribute));
    Button revert =
        model.stages()
            ? Controls.icon(Feather.ROTATE_CCW, Messages.text("editor.revert"), null)
            : Controls.flat(Messages.text("editor.revert"), null, null);
    revert.setId("revert");
    revert.disableProperty().bind(model.dirtyProperty().not());
    revert.setOnAction(_ -> model.revertAll());
    save.setId("save");
    save.setOnAction(_ -> review());
    save.disableProperty().bind(model.dirtyProperty().not().or(readOnly));
    footer
        .getChildren()
        .setAll(
            attribute,
            Controls.spring(),
            revert,
            Controls.explained(
                save,
                locked()
                    .map(locked ->
                        Messages.text(locked ? "editor.save.read-only" : "editor.save.nothing"))));
    stage.setId("stage");
    stage.setOnAction(_ -> stage());
    stage.disableProperty().bind(model.dirtyProperty().not().or(readOnly));
    if (model.stages()) {
      footer
          .getChildren()
          .add(
              Controls.explained(
                  stage,
                  locked()
                      .map(locked ->
                          Messages.text(
                              locked ? "editor.save.read-only" : "editor.stage.nothing"))));
    }
    code.setId("review-code");
    Controls.show(code, false);
    Button back = Controls.button(Messages.text("editor.back"), null, RowKeys.BACK);
    back.setId("back");
    back.setOnAction(_ -> back());
    back.disableProperty().bind(model.savingProperty());
    confirm.setId("confirm");
    confirm.setOnAction(_ -> model.confirm());
    confirm.disableProperty().bind(model.savingProperty().or(readOnly));
    reviewFooter
        .getChildren()
        .setAll(
            code,
            Controls.spring(),
            back,
            Controls.explained(
                confirm,
                locked().map(locked -> locked ? Messages.text("editor.save.read-only") : "")));
    for (HBox foot : List.of(footer, reviewFooter)) {
      foot.setAlignment(Pos.CENTER_LEFT);
      foot.getStyleClass().add("sk-editor-foot");
    }
  }

  /// Followed only while the editor is in a window, since the connection outlives it.
  private ObservableValue<Boolean> locked() {
    return readOnly.when(sceneProperty().isNotNull());
  }

  private void key(KeyEvent event) {
    var phase = model.phaseProperty().get();
    boolean editing = phase == ItemEditorViewModel.Phase.EDITING;
    boolean inForm = editing && model.modeProperty().get() == DraftViewModel.Mode.FORM;
    Runnable action = null;
    if (inForm && RowKeys.ADD.match(event)) {
      action = () -> form.addAttribute(attribute);
    } else if (editing && model.stages() && RowKeys.SAVE.match(event)) {
      action = this::stage;
    } else if (editing && (RowKeys.SAVE.match(event) || RowKeys.SAVE_NOW.match(event))) {
      action = this::review;
    } else if (editing && RowKeys.SWITCH.match(event)) {
      action =
          () ->
              modes
                  .valueProperty()
                  .set(inForm ? DraftViewModel.Mode.JSON : DraftViewModel.Mode.FORM);
    } else if (editing && !inForm && RowKeys.FORMAT.match(event)) {
      action = json::format;
    } else if (phase == ItemEditorViewModel.Phase.REVIEW
        && RowKeys.CONFIRM.match(event)
        && !readOnly.get()) {
      action = model::confirm;
    } else if (phase == ItemEditorViewModel.Phase.REVIEW && RowKeys.BACK.match(event)) {
      action = this::back;
    }
    if (action != null) {
      action.run();
      event.consume();
    }
  }

  private void stage() {
    if (!refused()) {
      model.stage();
      showFirstFlaw();
    }
  }

  private void review() {
    if (!refused()) {
      model.review();
      showFirstFlaw();
    }
  }

  /// Says so while nothing may be written, since no disabled button holds a key back.
  private boolean refused() {
    if (readOnly.get()) {
      model.say(Messages.text("editor.save.read-only"));
    }
    return readOnly.get();
  }

  private void showFirstFlaw() {
    if (model.phaseProperty().get() == ItemEditorViewModel.Phase.EDITING
        && model.modeProperty().get() == DraftViewModel.Mode.FORM) {
      model.flawsProperty().get().stream()
          .map(DraftFlaw::node)
          .filter(node -> node != null)
          .findFirst()
          .ifPresent(node -> form.focus(node, RowView::focusValue));
    }
  }

  private void back() {
    model.back();
    focusFirst();
  }

  /// Shows what the phase asks for.
  private void show() {
    var phase = model.phaseProperty().get();
    boolean editing = phase == ItemEditorViewModel.Phase.EDITING;
    boolean reviewing = phase == ItemEditorViewModel.Phase.REVIEW;
    boolean inForm = model.modeProperty().get() == DraftViewModel.Mode.FORM;
    modes.valueProperty().set(model.modeProperty().get());
    Controls.show(footer, editing);
    Controls.show(reviewFooter, reviewing);
    Controls.show(modes, editing);
    Controls.show(sizeBar, editing);
    attribute.setVisible(inForm);
    Node shown =
        switch (phase) {
          case EMPTY -> state(Feather.MOUSE_POINTER, "editor.empty-pane");
          case LOADING -> loading();
          case GONE -> state(Feather.SLASH, "editor.gone");
          case EDITING -> inForm ? form : json;
          case REVIEW -> diff();
          case CONFLICT -> conflict();
        };
    if (!body.getChildren().contains(shown)) {
      body.getChildren().setAll(shown);
    }
    keep();
    if (reviewing) {
      confirm.requestFocus();
    }
  }

  private static Node state(Feather icon, String key) {
    return new EmptyState(icon, Messages.text(key), Messages.text(key + ".detail"), null);
  }

  private Node loading() {
    var bar = new ProgressBar();
    bar.getStyleClass().add("sk-thin-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    var words = Controls.label(Messages.text("editor.loading"), "sk-muted");
    Button cancel = Controls.button(Messages.text("editor.cancel"), null, null);
    cancel.setOnAction(_ -> model.cancelLoading());
    var box = new VBox(8, bar, words, cancel);
    box.setAlignment(Pos.TOP_CENTER);
    return box;
  }

  private Node diff() {
    SaveFlow.Review review = model.save().review();
    if (review == null) {
      return state(Feather.SLASH, "editor.empty-pane");
    }
    String kind =
        switch (review.change()) {
          case Change.Insert _ -> "insert";
          case Change.Update _ -> "update";
          case Change.Delete _ -> "delete";
        };
    confirm.setText(Messages.text("editor.confirm." + kind));
    confirm.setAccessibleText(confirm.getText());
    Label head = Controls.label(Messages.text("editor.review." + kind), "sk-section");
    Label detail =
        Controls.label(
            Messages.text("editor.review." + kind + ".detail", review.diff().changes().size()),
            "sk-muted");
    detail.setWrapText(true);
    detail.setMinHeight(Region.USE_PREF_SIZE);
    var words = new VBox(2, head, detail);
    words.getStyleClass().add("sk-conflict-head");
    var diff = new DiffView(review.diff());
    VBox.setVgrow(diff, Priority.ALWAYS);
    return new VBox(words, diff);
  }

  private Node conflict() {
    ItemEditorViewModel.Conflict conflict = model.conflictProperty().get();
    return conflict == null
        ? state(Feather.SLASH, "editor.empty-pane")
        : new ConflictView(model, conflict);
  }

  private void keep() {
    ItemDraft draft = model.draft();
    if (draft == null) {
      name(Messages.text("editor.title"), false);
    } else {
      Item item = draft.original() == null ? draft.toItem() : draft.original();
      String key =
          model.table().keys().all().stream()
              .map(KeyAttribute::name)
              .map(name -> key(item.get(name)))
              .collect(Collectors.joining(" / "));
      name(draft.isNew() ? Messages.text("editor.title.new") : key, !draft.isNew());
    }
  }

  private void name(String words, boolean key) {
    title.setText(words);
    title.getStyleClass().setAll("label", key ? "sk-editor-key" : "sk-strong");
  }

  private static String key(@Nullable Attr value) {
    return value == null ? "" : Glance.of(value);
  }
}
