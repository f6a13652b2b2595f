package dev.sortkey.ui.backups;

import dev.sortkey.core.backup.BackupDetails;
import dev.sortkey.core.backup.LeftBehind;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KmsKey;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Segmented;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The form of a restore, floating over the page: the new table, what it brings, and what it does
/// not.
final class RestoreView extends VBox {
  private final RestoreViewModel model;
  private final TextField name = new TextField();
  private final VBox indexBox = new VBox(6);

  /// @param go begins the restore
  /// @param away closes the form
  RestoreView(RestoreViewModel model, Moments moments, Runnable go, Runnable away) {
    this.model = model;
    getStyleClass().addAll("sk-popup", "sk-restore");
    setId("restore");
    setAccessibleRole(AccessibleRole.DIALOG);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var body = new VBox(14);
    body.getStyleClass().add("sk-restore-body");
    body.getChildren().add(nameField());
    if (model.source() instanceof RestoreSource.ToTime(_, var recovery, _)) {
      body.getChildren()
          .add(timeField(recovery.latest() == null ? "" : moments.brief(recovery.latest())));
    }
    body.getChildren().addAll(indexBox, encryption(), notBrought(), choices());
    getChildren().addAll(head(moments, away), body, foot(go, away));
    model.detailsProperty().subscribe(_ -> indexes());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            away.run();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER && model.ready().get()) {
            go.run();
            event.consume();
          }
        });
  }

  void focus() {
    name.requestFocus();
    name.selectAll();
  }

  private Node head(Moments moments, Runnable away) {
    String of =
        switch (model.source()) {
          case RestoreSource.FromBackup(var backup) -> backup.name();
          case RestoreSource.ToTime(String table, _, _) -> table;
        };
    Label what = Controls.label(of, "sk-mono");
    what.setMinWidth(0);
    Button close = Controls.icon(Feather.X, Messages.text("backups.close"), null);
    close.getStyleClass().add("sk-small");
    close.setOnAction(_ -> away.run());
    Label title = Controls.label(Messages.text("backups.restore"), "sk-strong");
    title.setMinWidth(USE_PREF_SIZE);
    setAccessibleText(Messages.text("backups.restore.of", of));
    var head = new HBox(8, title, what, Controls.spring(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-dialog-head");
    return head;
  }

  private Node nameField() {
    name.setId("restore-name");
    name.getStyleClass().add("sk-mono");
    name.textProperty().bindBidirectional(model.nameProperty());
    return field("backups.restore.name", name, model.nameFlawBinding(), "restore-name-flaw");
  }

  private Node timeField(String latest) {
    var at =
        new Segmented<>(List.of(true, false), RestoreView::which, model.latestProperty().get());
    at.setId("restore-at");
    at.valueProperty().addListener((_, _, now) -> model.latestProperty().set(now));
    var time = new TextField();
    time.setId("restore-time");
    time.getStyleClass().add("sk-mono");
    time.setPrefWidth(168);
    time.textProperty().bindBidirectional(model.timeProperty());
    time.disableProperty().bind(model.latestProperty());
    time.setAccessibleText(Messages.text("backups.restore.time"));
    var row = new HBox(10, at, time);
    row.setAlignment(Pos.CENTER_LEFT);
    Node field = field("backups.restore.time", row, model.timeFlawBinding(), "restore-time-flaw");
    Label hint = Controls.label(Messages.text("backups.restore.latest-is", latest), "sk-secondary");
    hint.visibleProperty().bind(model.latestProperty());
    hint.managedProperty().bind(model.latestProperty());
    return new VBox(4, field, hint);
  }

  private static String which(boolean latest) {
    return Messages.text(latest ? "backups.restore.latest" : "backups.restore.at");
  }

  private static Node field(
      String key, Node control, ObservableValue<@Nullable String> flaw, String flawId) {
    Label label = Controls.label(Messages.text(key), "sk-field-label");
    if (control instanceof TextField field) {
      label.setLabelFor(field);
      field.setAccessibleText(Messages.text(key));
    }
    Label wrong = Controls.label("", "sk-error-text");
    wrong.setId(flawId);
    wrong.setWrapText(true);
    flaw.subscribe(text -> {
      wrong.setText(text == null ? "" : text);
      Controls.show(wrong, text != null);
      control.getStyleClass().remove("sk-invalid");
      if (text != null) {
        control.getStyleClass().add("sk-invalid");
      }
    });
    return new VBox(6, label, control, wrong);
  }

  private void indexes() {
    int global = model.count(Index.Kind.GSI);
    int local = model.count(Index.Kind.LSI);
    List<RestoreViewModel.Indexes> choices = new ArrayList<>();
    choices.add(RestoreViewModel.Indexes.ALL);
    if (global > 0 && local > 0) {
      choices.add(RestoreViewModel.Indexes.LOCAL_ONLY);
    }
    choices.add(RestoreViewModel.Indexes.NONE);
    int count = global + local;
    var indexes =
        new Segmented<>(
            choices,
            choice ->
                switch (choice) {
                  case ALL -> Messages.text("backups.restore.with", count);
                  case LOCAL_ONLY -> Messages.text("backups.restore.local");
                  case NONE -> Messages.text("backups.restore.without");
                },
            model.indexesProperty().get());
    indexes.setId("restore-indexes");
    indexes.valueProperty().addListener((_, _, now) -> model.indexesProperty().set(now));
    Label hint = Controls.label(Messages.text("backups.restore.indexes.hint"), "sk-secondary");
    hint.setWrapText(true);
    model
        .indexesProperty()
        .subscribe(
            chosen -> Controls.show(hint, chosen == RestoreViewModel.Indexes.NONE && local > 0));
    indexBox
        .getChildren()
        .setAll(
            Controls.label(Messages.text("backups.restore.indexes"), "sk-field-label"),
            indexes,
            hint);
    Controls.show(indexBox, count > 0);
  }

  private Node encryption() {
    var key = combo(RestoreViewModel.Key.values(), "backups.key.");
    key.setId("restore-key");
    key.setAccessibleText(Messages.text("backups.restore.encryption"));
    key.valueProperty().bindBidirectional(model.keyProperty());
    key.setMaxWidth(Double.MAX_VALUE);
    model
        .detailsProperty()
        .subscribe(details -> {
          key.setConverter(named("backups.key.", asItWas(details)));
          // the button's cell keeps its text until the value changes
          key.setButtonCell(null);
          key.setButtonCell(new Named<>(key.getConverter()));
        });
    var own = new ComboBox<String>();
    own.setId("restore-own-key");
    own.setEditable(true);
    own.setPromptText(Messages.text("backups.restore.own-key"));
    own.setAccessibleText(Messages.text("backups.restore.own-key"));
    own.setMaxWidth(Double.MAX_VALUE);
    own.getEditor().textProperty().bindBidirectional(model.customerKeyProperty());
    model
        .keys()
        .subscribe(() ->
            own.getItems()
                .setAll(
                    model.keys().stream()
                        .filter(known -> known.usable() && !known.awsManaged())
                        .map(KmsKey::label)
                        .toList()));
    model.keyProperty().subscribe(now -> Controls.show(own, now == RestoreViewModel.Key.CUSTOMER));
    var billing = combo(RestoreViewModel.Billing.values(), "backups.billing.");
    billing.setId("restore-billing");
    billing.setAccessibleText(Messages.text("backups.restore.billing"));
    billing.valueProperty().bindBidirectional(model.billingProperty());
    billing.setPrefWidth(128);
    billing.setMinWidth(128);
    var keyBox =
        new VBox(
            6,
            Controls.label(Messages.text("backups.restore.encryption"), "sk-field-label"),
            key,
            own);
    keyBox.setPrefWidth(212);
    var row =
        new HBox(
            10,
            keyBox,
            new VBox(
                6,
                Controls.label(Messages.text("backups.restore.billing"), "sk-field-label"),
                billing));
    return row;
  }

  private static String asItWas(@Nullable BackupDetails details) {
    return details == null
        ? Messages.text("backups.key.as_it_was")
        : Messages.text(
            "backups.key.as_it_was.named", BackupDetailsDialog.encryption(details.encryption()));
  }

  private static <E extends Enum<E>> ComboBox<E> combo(E[] values, String prefix) {
    var combo = new ComboBox<E>();
    combo.getItems().setAll(values);
    combo.setConverter(named(prefix, null));
    return combo;
  }

  /// @param first what the first choice is called, or null for its own name
  private static <E extends Enum<E>> StringConverter<E> named(
      String prefix, @Nullable String first) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable E choice) {
        if (choice == null) {
          return "";
        }
        return choice.ordinal() == 0 && first != null
            ? first
            : Messages.text(prefix + choice.name().toLowerCase(Locale.ROOT));
      }

      @Override
      public @Nullable E fromString(String text) {
        return null;
      }
    };
  }

  /// A choice under the name that a converter gives it.
  private static final class Named<E> extends ListCell<E> {
    private final StringConverter<E> names;

    Named(StringConverter<E> names) {
      this.names = names;
    }

    @Override
    protected void updateItem(@Nullable E choice, boolean empty) {
      super.updateItem(choice, empty);
      setText(empty ? "" : names.toString(choice));
    }
  }

  private Node notBrought() {
    Label title = Controls.label(Messages.text("backups.not-brought"), "sk-strong");
    Label list = Controls.label(Messages.text("backups.not-brought.detail"), "sk-secondary");
    list.setWrapText(true);
    var words = new VBox(2, title, list);
    words.setMinHeight(Region.USE_PREF_SIZE);
    var box = new HBox(8, Icons.of(Feather.INFO), words);
    box.getStyleClass().add("sk-restore-note");
    return box;
  }

  private Node choices() {
    var again = new CheckBox(Messages.text("backups.restore.again"));
    again.setId("restore-again");
    again.selectedProperty().bindBidirectional(model.againProperty());
    Label what = Controls.label("", "sk-secondary");
    what.setId("restore-again-what");
    what.setWrapText(true);
    what.getStyleClass().add("sk-restore-under");
    Runnable tell =
        () -> {
          boolean there = model.originalThere() && model.leftProblemProperty().get() == null;
          again.setDisable(!there);
          what.setText(what());
        };
    model.leftProperty().subscribe(_ -> tell.run());
    model.leftProblemProperty().subscribe(_ -> tell.run());
    var compare = new CheckBox(Messages.text("backups.restore.compare"));
    compare.setId("restore-compare");
    compare.selectedProperty().bindBidirectional(model.compareProperty());
    compare.setDisable(!model.originalThere());
    Label cost =
        Controls.label(
            Messages.text("backups.restore.compare.cost", Math.ceil(model.compareUnits())),
            "sk-secondary",
            "sk-restore-under");
    Controls.show(cost, model.originalThere());
    return new VBox(8, new VBox(2, again, what), new VBox(2, compare, cost));
  }

  /// What would be set again, so that nothing is written that the person did not see.
  private String what() {
    Problem problem = model.leftProblemProperty().get();
    LeftBehind left = model.leftProperty().get();
    if (!model.originalThere()) {
      return Messages.text("backups.again.gone", model.source().table());
    }
    if (problem != null) {
      return Messages.text("backups.again.problem", problem.title());
    }
    return left == null ? Messages.text("backups.again.reading") : LeftText.of(left);
  }

  private Node foot(Runnable go, Runnable away) {
    Label cost = Controls.label(cost(), "sk-secondary");
    Button cancel = Controls.flat(Messages.text("backups.cancel"), null, null);
    cancel.setOnAction(_ -> away.run());
    Button restore =
        Controls.primary(
            Messages.text("backups.restore"), null, new KeyCodeCombination(KeyCode.ENTER));
    restore.setId("restore-go");
    restore.setOnAction(_ -> go.run());
    restore.disableProperty().bind(model.ready().not());
    var foot =
        new HBox(
            8,
            cost,
            Controls.spring(),
            cancel,
            Controls.explained(restore, Messages.text("backups.restore.why-not")));
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sk-dialog-foot");
    return foot;
  }

  private String cost() {
    return model.source() instanceof RestoreSource.FromBackup(var backup)
        ? Messages.text("backups.restore.size", Figures.bytes(backup.sizeBytes()))
        : Messages.text("backups.restore.takes");
  }
}
