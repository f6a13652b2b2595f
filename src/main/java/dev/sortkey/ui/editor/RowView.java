package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleExpression;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One row of the form: chevron, name, type, value, and beneath it what was there before and what
/// is wrong.
final class RowView extends VBox {
  private static final double LINE = 26;
  private static final double LEFT = 10;
  private static final double CHEVRON = 20;
  private static final double STEP = 20;
  private static final int FULL_STEPS = 4;

  private static final PseudoClass DROP_ABOVE = PseudoClass.getPseudoClass("drop-above");
  private static final PseudoClass DROP_BELOW = PseudoClass.getPseudoClass("drop-below");

  private final FormView form;
  private final DraftViewModel model;
  private final DraftNode draft;
  private final AttrType type;
  private final boolean chips;
  private final boolean removed;
  private final RowValue value;
  private final HBox nameBox = new HBox(4);
  private final HBox line = new HBox();
  private final RowNotes notes;
  private final RowActions actions;
  private @Nullable Button undo;
  private DraftNode.@Nullable Mark marked;
  private final Button chevron = new Button();
  private final Region badge;
  private boolean opened;
  private boolean naming;

  RowView(FormView form, FormRows.Row row, DoubleExpression nameWidth) {
    this.form = form;
    this.model = form.model();
    this.draft = row.node();
    this.type = draft.type();
    this.chips = type.isSet() && !FormRows.opens(draft);
    this.removed = draft.removed();
    this.badge = badge();
    this.value = value();
    this.notes = new RowNotes(form, draft);
    this.actions =
        new RowActions(
            form, this, value instanceof SummaryValue, () -> form.addInside(draft, badge));
    getStyleClass().add("sk-form-row");
    double indent = indent(row.depth());

    chevron.getStyleClass().add("sk-chevron");
    chevron.setAccessibleText(Messages.text("editor.row.toggle", draft.label()));
    chevron.setOnAction(_ -> form.toggle(draft));
    boolean opens = FormRows.opens(draft) && !draft.removed();
    chevron.setVisible(opens);
    chevron.setFocusTraversable(opens);
    nameBox.setAlignment(Pos.CENTER_LEFT);
    nameBox.minWidthProperty().bind(nameWidth.subtract(LEFT + CHEVRON + indent));
    nameBox.maxWidthProperty().bind(nameWidth.subtract(LEFT + CHEVRON + indent));
    nameBox.prefWidthProperty().bind(nameWidth.subtract(LEFT + CHEVRON + indent));

    var badgeBox = new HBox(badge);
    badgeBox.setAlignment(Pos.CENTER_LEFT);
    badgeBox.setMinWidth(46);
    badgeBox.setMaxWidth(46);
    var content = new HBox(2, value.node());
    if (value.node() instanceof Region shown) {
      shown.setMinHeight(LINE);
    }
    content.setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(value.node(), Priority.ALWAYS);
    content.setMinWidth(0);
    HBox.setHgrow(content, Priority.ALWAYS);
    if (!draft.key() && !draft.removed()) {
      content.getChildren().add(actions);
    }
    line.getStyleClass().add("sk-form-line");
    line.setAlignment(Pos.TOP_LEFT);
    for (Region box : List.of(nameBox, badgeBox, content)) {
      box.setMinHeight(LINE);
    }
    nameBox.setMaxHeight(LINE);
    badgeBox.setMaxHeight(LINE);
    line.getChildren().addAll(guides(row.depth()), chevron, nameBox, badgeBox, content);
    if (draft.key()) {
      line.getChildren().add(lock());
    }
    notes
        .paddingProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> new Insets(0, 2, 0, nameWidth.get() + 46 + 7), nameWidth));
    var wide = new VBox();
    wide.setPadding(new Insets(0, 8, 0, LEFT + CHEVRON + indent));
    if (value.below() != null) {
      wide.getChildren().add(value.below());
    }
    notes.askIn(wide);
    getChildren().addAll(line, notes, wide);
    naming = draft.named() && draft.name().isEmpty() && !draft.key();
    showName();
    setOnContextMenuRequested(event -> {
      form.menu(draft).show(this, event.getScreenX(), event.getScreenY());
      event.consume();
    });
    refresh();
  }

  DraftNode draft() {
    return draft;
  }

  /// Whether this view still fits its node.
  boolean fits() {
    return type == draft.type()
        && chips == (type.isSet() && !FormRows.opens(draft))
        && chevron.isVisible() == (FormRows.opens(draft) && !draft.removed())
        && removed == draft.removed();
  }

  void refresh() {
    value.refresh();
    showName();
    identify();
    DraftNode.Mark mark = model.marks() ? draft.mark() : DraftNode.Mark.NONE;
    if (mark != marked) {
      marked = mark;
      showMark(mark);
    }
    notes.refresh(mark);
    showChevron();
  }

  private void showMark(DraftNode.Mark mark) {
    getStyleClass().removeAll("sk-row-added", "sk-row-edited", "sk-row-removed");
    if (mark != DraftNode.Mark.NONE) {
      getStyleClass().add("sk-row-" + mark.name().toLowerCase(Locale.ROOT));
    }
    boolean back = mark == DraftNode.Mark.EDITED || mark == DraftNode.Mark.REMOVED;
    Button button = undo;
    if (button == null && back && !draft.key()) {
      button = Controls.icon(Feather.ROTATE_CCW, Messages.text("editor.row.undo"), RowKeys.UNDO);
      button.getStyleClass().add("sk-row-undo");
      button.setFocusTraversable(false);
      button.setOnAction(_ -> form.undo(draft));
      line.getChildren().add(button);
      undo = button;
    }
    if (button != null) {
      Controls.show(button, back);
    }
  }

  private void showChevron() {
    boolean open = form.rows().isOpen(draft);
    if (chevron.isVisible() && (chevron.getGraphic() == null || open != opened)) {
      opened = open;
      chevron.setGraphic(Icons.of(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    }
  }

  /// Gives the controls their names, which follow the row's.
  private void identify() {
    String label = draft.label();
    badge.setId("type-of-" + label);
    value.input().setId("value-" + label);
    value.input().setAccessibleText(Messages.text("editor.value-of", label));
    actions.identify();
  }

  /// Puts the focus into the value, or on the chevron of what opens.
  void focusValue() {
    if (chevron.isVisible()) {
      chevron.requestFocus();
    } else {
      value.focus();
    }
  }

  void lookOtherwise() {
    value.lookOtherwise();
  }

  /// Puts the focus on what the row asks, or into its value.
  void focusAnswer() {
    if (!notes.focusAnswer()) {
      focusValue();
    }
  }

  /// Lets the name be typed.
  void focusName() {
    if (draft.named() && !model.guarded(draft) && !model.anchored(draft)) {
      naming = true;
      showName();
      Node field = nameBox.getChildren().getFirst();
      field.requestFocus();
      if (field instanceof TextField text) {
        text.selectAll();
      }
    } else {
      focusValue();
    }
  }

  /// Whether the focus is in the name.
  boolean inName(Node focus) {
    return naming && nameBox.getChildren().contains(focus);
  }

  /// Keeps the buttons in sight while one of them is held: a hidden node loses the mouse.
  void hold(boolean now) {
    actions.hold(now);
  }

  /// Shows where a dragged element would come to stand: above, below, or not at this row.
  void showDrop(boolean above, boolean below) {
    pseudoClassStateChanged(DROP_ABOVE, above);
    pseudoClassStateChanged(DROP_BELOW, below);
  }

  void chooseType() {
    TypeMenu.show(badge, type -> model.allows(draft, type), type -> form.retype(draft, type));
  }

  private void showName() {
    if (naming) {
      if (nameBox.getChildren().isEmpty()
          || !(nameBox.getChildren().getFirst() instanceof TextField)) {
        nameBox.getChildren().setAll(nameField());
      }
      return;
    }
    if (!nameBox.getChildren().isEmpty()
        && nameBox.getChildren().getFirst() instanceof Label label) {
      label.setText(draft.label());
      return;
    }
    var label = Controls.label(draft.label(), "sk-row-name");
    label.setMinWidth(0);
    label.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        focusName();
      }
    });
    nameBox.getChildren().setAll(label);
    if (draft.key()) {
      nameBox.getChildren().add(Icons.small(Feather.KEY));
    }
  }

  private TextField nameField() {
    var field = new TextField(draft.name());
    field.getStyleClass().addAll("sk-value-field", "sk-name-field");
    field.setPromptText(Messages.text("editor.row.name"));
    field.setAccessibleText(Messages.text("editor.row.name"));
    field.setId("name-field");
    HBox.setHgrow(field, Priority.ALWAYS);
    field.textProperty().addListener((_, _, now) -> model.rename(draft, now));
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            if (!draft.name().isEmpty()) {
              naming = false;
              showName();
            }
          }
        });
    return field;
  }

  private RowValue value() {
    if (draft.removed()) {
      return new FixedValue(Controls.label(Glance.count(draft.toAttr()), "sk-mono", "sk-row-gone"));
    }
    return switch (type) {
      case S, N, B ->
          model.valueGuarded(draft)
              ? new FixedValue(Controls.label(draft.text(), "sk-mono", "sk-row-key-value"))
              : type == AttrType.B ? new BinaryValue(form, draft) : new TextValue(form, draft);
      case BOOL -> new BoolValue(model, draft);
      case NULL -> new FixedValue(Controls.label("null", "sk-mono", "sk-row-summary"));
      case SS, NS, BS ->
          chips ? new ChipsValue(model, draft) : new SummaryValue(form.rows(), draft);
      case L, M -> new SummaryValue(form.rows(), draft);
    };
  }

  private Region badge() {
    var shown = new TypeBadge(draft.type());
    if (draft.key() || draft.removed() || draft.member()) {
      return shown;
    }
    var button = new Button(null, shown);
    button.getStyleClass().add("sk-badge-button");
    button.setAccessibleText(
        Messages.text("editor.row.type", draft.label(), TypeBadge.typeName(draft.type())));
    button.setTooltip(
        new Tip(Messages.text("editor.row.type-tip", TypeBadge.typeName(draft.type()))));
    button.setFocusTraversable(false);
    button.setOnAction(_ -> chooseType());
    return button;
  }

  private Node lock() {
    var icon = Icons.small(model.valueGuarded(draft) ? Feather.LOCK : Feather.KEY);
    icon.setVisible(model.valueGuarded(draft));
    var box = new StackPane(icon);
    box.setMinWidth(model.valueGuarded(draft) ? 26 : 0);
    Controls.show(box, model.valueGuarded(draft));
    Tooltip.install(box, new Tip(Messages.text("editor.row.locked")));
    return box;
  }

  private static double indent(int depth) {
    return depth <= FULL_STEPS
        ? depth * STEP
        : FULL_STEPS * STEP + Math.min(depth - FULL_STEPS, 6) * 2.0;
  }

  /// The lines that lead down from what a row stands in.
  private static Pane guides(int depth) {
    var pane = new Pane();
    double width = LEFT + indent(depth);
    pane.setMinWidth(width);
    pane.setMaxWidth(width);
    for (int i = 0; i < Math.min(depth, FULL_STEPS); i++) {
      var guide = new Region();
      guide.getStyleClass().add("sk-guide");
      guide.setLayoutX(LEFT + i * STEP + 9);
      guide.resize(1, 28);
      guide.setPrefWidth(1);
      guide.prefHeightProperty().bind(pane.heightProperty());
      pane.getChildren().add(guide);
    }
    return pane;
  }
}
