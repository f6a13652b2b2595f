package dev.sortkey.ui.transfer;

import dev.sortkey.ui.kit.Controls;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Labels and their fields, one under the other.
final class Form extends GridPane {
  private static final double LABELS = 110;

  private int rows;

  Form() {
    getStyleClass().add("sk-transfer-form");
    setHgap(12);
    setVgap(8);
    var labels = new ColumnConstraints(LABELS);
    labels.setHalignment(HPos.LEFT);
    var fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(labels, fields);
  }

  Label row(String label, Node field) {
    Label name = Controls.label(label, "sk-medium");
    name.setLabelFor(field);
    name.setMinHeight(28);
    setValignment(name, VPos.TOP);
    addRow(rows++, name, field);
    return name;
  }

  void note(Node note) {
    add(note, 1, rows++);
  }
}
