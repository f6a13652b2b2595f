package dev.sortkey.ui.workbench;

import dev.sortkey.core.library.Asked;
import dev.sortkey.core.library.AskedText;
import dev.sortkey.core.library.Parameters;
import dev.sortkey.core.library.SavedQuery;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.typing.TypedValue;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.TypeBadge;
import dev.sortkey.ui.work.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Gives a query a name, so that it can be run again from the library. Panels that ask something
/// open it with what they ask.
public final class SaveQueryDialog {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z][\\w -]*)\\}\\}");

  private record Value(int at, Attr attr, CheckBox asked, TextField name) {}

  private final Desk desk;
  private final Asked asked;
  private final TextField name = new TextField();
  private final TextField folder = new TextField();
  private final TextField note = new TextField();
  private final Label flaw = Controls.label("", "sk-error-text");
  private final List<Value> values = new ArrayList<>();

  private SaveQueryDialog(Desk desk, Asked asked) {
    this.desk = desk;
    this.asked = asked;
    name.setId("query-name");
    folder.setId("query-folder");
    folder.setPromptText(Messages.text("library.save.folder.prompt"));
    note.setId("query-note");
    Controls.show(flaw, false);
  }

  /// Saves what is asked as a new query.
  public static void show(Desk desk, Asked asked) {
    var dialog = new SaveQueryDialog(desk, asked);
    List<String> places = new ArrayList<>(List.of(""));
    places.addAll(desk.store().settings().get().sharedQueries());
    var place = new ComboBox<String>();
    place.getItems().setAll(places);
    place.setValue("");
    place.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String path) {
            return path == null || path.isEmpty() ? Messages.text("library.own") : path;
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException("not typed");
          }
        });
    place.setMaxWidth(Double.MAX_VALUE);
    var body = dialog.fields();
    if (places.size() > 1) {
      body.getChildren().add(row("library.save.place", place));
    }
    body.getChildren().add(dialog.parameters());
    dialog.open(
        Messages.text("library.save.title"),
        body,
        () -> {
          String path = place.getValue();
          Path target =
              path.isEmpty()
                  ? desk.store().queries().own(desk.session().connection().id())
                  : Path.of(path);
          dialog.create(target);
        });
  }

  /// Changes name, folder and note of a saved query.
  public static void edit(Desk desk, SavedQuery query, Consumer<SavedQuery> changed) {
    var dialog = new SaveQueryDialog(desk, query.asked());
    dialog.name.setText(query.name());
    dialog.folder.setText(query.folder());
    dialog.note.setText(query.note());
    dialog.open(
        Messages.text("library.edit.title"),
        dialog.fields(),
        () -> {
          desk.workbench().closeDialog();
          changed.accept(dialog.query(query.id(), query.asked(), query.parameters()));
        });
  }

  private VBox fields() {
    return new VBox(
        10,
        row("library.save.name", name),
        flaw,
        row("library.save.folder", folder),
        row("library.save.note", note));
  }

  private void open(String title, VBox body, Runnable save) {
    Label text = Controls.label(AskedText.of(asked), "sk-mono-small");
    text.setWrapText(true);
    body.getChildren().add(0, text);
    Button cancel = Controls.button(Messages.text("library.cancel"), null, null);
    cancel.setOnAction(_ -> desk.workbench().closeDialog());
    Button go = Controls.primary(Messages.text("library.save.save"), null, null);
    go.setId("query-save");
    go.setDefaultButton(true);
    go.setOnAction(_ -> {
      boolean named = !name.getText().isBlank();
      flaw.setText(named ? "" : Messages.text("library.save.unnamed"));
      Controls.show(flaw, !named);
      if (named && parametersNamed()) {
        save.run();
      }
    });
    desk.workbench().showDialog(new DialogCard(title, body, cancel, go));
    name.requestFocus();
  }

  /// The values of the query, each of which may be asked for instead.
  private Node parameters() {
    var box = new VBox(6);
    if (!(asked instanceof Asked.Conditions(String _, var spec))) {
      Label how = Controls.label(Messages.text("library.save.placeholders"), "sk-secondary");
      how.setWrapText(true);
      box.getChildren().add(how);
      return box;
    }
    List<Attr> all = Parameters.values(spec);
    if (!all.isEmpty()) {
      box.getChildren().add(Controls.label(Messages.text("library.save.ask"), "sk-secondary"));
    }
    for (int i = 0; i < all.size(); i++) {
      var ask = new CheckBox(TypedValue.write(all.get(i)));
      ask.setId("ask-" + i);
      ask.setMaxWidth(200);
      ask.setMnemonicParsing(false);
      var field = new TextField();
      field.setId("ask-name-" + i);
      field.setPromptText(Messages.text("library.save.ask.name"));
      field.setAccessibleText(Messages.text("library.save.ask.name"));
      field.disableProperty().bind(ask.selectedProperty().not());
      var line = new HBox(8, ask, new TypeBadge(all.get(i).type()), Controls.spring(), field);
      line.setAlignment(Pos.CENTER_LEFT);
      values.add(new Value(i, all.get(i), ask, field));
      box.getChildren().add(line);
    }
    return box;
  }

  private boolean parametersNamed() {
    for (Value value : values) {
      if (value.asked().isSelected() && !value.name().getText().matches("[A-Za-z][\\w -]*")) {
        flaw.setText(Messages.text("library.save.ask.unnamed"));
        Controls.show(flaw, true);
        value.name().requestFocus();
        return false;
      }
    }
    return true;
  }

  private void create(Path target) {
    List<SavedQuery.Parameter> parameters = new ArrayList<>();
    Map<Integer, Attr> placeholders = new HashMap<>();
    for (Value value : values) {
      if (value.asked().isSelected()) {
        var parameter =
            new SavedQuery.Parameter(
                value.name().getText().strip(),
                value.attr().type(),
                TypedValue.write(value.attr()));
        if (!parameters.contains(parameter)) {
          parameters.add(parameter);
        }
        placeholders.put(value.at(), new Attr.S(parameter.placeholder()));
      }
    }
    if (asked instanceof Asked.Statement(String text)) {
      PLACEHOLDER
          .matcher(text)
          .results()
          .map(found -> new SavedQuery.Parameter(found.group(1), AttrType.S, ""))
          .distinct()
          .forEach(parameters::add);
    }
    Asked asking =
        asked instanceof Asked.Conditions(String table, var spec)
            ? new Asked.Conditions(table, Parameters.replaceAt(spec, placeholders))
            : asked;
    SavedQuery made = query("", asking, parameters);
    desk.work()
        .write(
            Messages.text("library.writing"),
            _ -> desk.store().queries().create(target, made),
            (Outcome<SavedQuery> outcome) -> {
              switch (outcome) {
                case Outcome.Done<SavedQuery>(SavedQuery saved) -> {
                  desk.workbench().closeDialog();
                  desk.workbench().toast(Messages.text("library.saved", saved.name()));
                }
                case Outcome.Failed<SavedQuery>(Problem why) -> desk.workbench().toast(why);
                case Outcome.Cancelled<SavedQuery> _ -> {}
              }
            });
  }

  private SavedQuery query(String id, Asked what, List<SavedQuery.Parameter> parameters) {
    return new SavedQuery(
        id,
        name.getText().strip(),
        folder.getText().strip(),
        note.getText().strip(),
        what,
        parameters);
  }

  private static HBox row(String key, Node field) {
    Label label = Controls.label(Messages.text(key), "sk-secondary");
    label.setPrefWidth(72);
    label.setMinWidth(72);
    label.setLabelFor(field);
    HBox.setHgrow(field, Priority.ALWAYS);
    var row = new HBox(8, label, field);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
