package dev.sortkey.ui.library;

import dev.sortkey.core.library.SavedQuery;
import dev.sortkey.core.partiql.Literals;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.typing.TypedValue;
import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.TypeBadge;
import dev.sortkey.ui.workbench.Desk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for the values of a saved query before it runs.
final class ParametersDialog {
  private record Line(SavedQuery.Parameter parameter, TextField field, Label flaw) {}

  /// @param attrs by placeholder
  record Values(Map<String, Attr> attrs) {
    /// As a literal of PartiQL.
    String literal(Attr value) {
      return Literals.write(value);
    }
  }

  private ParametersDialog() {}

  static void show(Desk desk, SavedQuery query, Consumer<Values> run) {
    List<Line> lines = new ArrayList<>();
    var body = new VBox(10);
    for (SavedQuery.Parameter parameter : query.parameters()) {
      var field = new TextField(parameter.usual());
      field.setId("parameter-" + parameter.name());
      field.getStyleClass().add("sk-mono");
      field.setAccessibleText(parameter.name());
      HBox.setHgrow(field, Priority.ALWAYS);
      Label name = Controls.label(parameter.name(), "sk-medium");
      name.setPrefWidth(120);
      name.setLabelFor(field);
      var row = new HBox(8, name, new TypeBadge(parameter.type()), field);
      row.setAlignment(Pos.CENTER_LEFT);
      Label flaw = Controls.label("", "sk-error-text");
      Controls.show(flaw, false);
      lines.add(new Line(parameter, field, flaw));
      body.getChildren().addAll(row, flaw);
    }
    Button cancel = Controls.button(Messages.text("library.cancel"), null, null);
    cancel.setOnAction(_ -> desk.workbench().closeDialog());
    Button go = Controls.primary(Messages.text("library.run"), null, null);
    go.setId("parameters-run");
    go.setDefaultButton(true);
    go.setOnAction(_ -> {
      Map<String, Attr> values = new LinkedHashMap<>();
      if (lines.stream().filter(line -> !read(line, values)).count() == 0) {
        desk.workbench().closeDialog();
        run.accept(new Values(values));
      }
    });
    desk.workbench().showDialog(new DialogCard(query.name(), body, cancel, go));
    lines.getFirst().field().requestFocus();
  }

  private static boolean read(Line line, Map<String, Attr> values) {
    try {
      values.put(
          line.parameter().placeholder(),
          TypedValue.read(line.parameter().type(), line.field().getText()));
      Controls.show(line.flaw(), false);
      return true;
    } catch (IllegalArgumentException e) {
      line.flaw().setText(String.valueOf(e.getMessage()));
      Controls.show(line.flaw(), true);
      line.field().requestFocus();
      return false;
    }
  }
}
