package dev.sortkey.ui.settings;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// The table's tags, one row each.
final class TagsCard {
  private static final int MOST = 50;

  private final SettingsViewModel model;
  private final SettingsForm form;
  private final Card card = new Card(Messages.text("settings.tags"));
  private final Node flaw;

  TagsCard(SettingsViewModel model, FlawLabels flaws) {
    this.model = model;
    this.form = model.form();
    this.flaw = flaws.of("tag");
    form.tags().addListener((ListChangeListener<TagRow>) _ -> lay());
    model.readingProperty().subscribe(_ -> lay());
  }

  Node node() {
    return card;
  }

  private void lay() {
    Reading now = model.readingProperty().get();
    if (now != null && now.tags().problem() != null) {
      card.setFacts();
      card.setActions();
      card.setContent(Rows.body(Rows.missing(now.tags().problem())));
      return;
    }
    Button add = Controls.button(Messages.text("settings.tags.add"), Feather.PLUS, null);
    add.setId("add-tag");
    add.setOnAction(_ -> {
      form.addTag();
      focusLast();
    });
    add.setDisable(form.tags().size() >= MOST);
    card.setActions(Controls.explained(add, Messages.text("settings.tags.most", MOST)));
    card.setFacts(Controls.label(String.valueOf(form.tags().size()), "sk-pill"));
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < form.tags().size(); i++) {
      rows.add(row(i, form.tags().get(i)));
    }
    if (rows.isEmpty()) {
      rows.add(Rows.hint(Messages.text("settings.tags.none")));
    }
    rows.add(flaw);
    card.setContent(Rows.body(rows.toArray(Node[]::new)));
  }

  private Node row(int number, TagRow tag) {
    TextField key =
        Rows.field(tag.keyProperty(), "tag-key-" + number, Messages.text("settings.tags.key"), 140);
    key.setPromptText(Messages.text("settings.tags.key"));
    TextField value =
        Rows.field(
            tag.valueProperty(), "tag-value-" + number, Messages.text("settings.tags.value"), 120);
    value.setPromptText(Messages.text("settings.tags.value"));
    HBox.setHgrow(value, Priority.ALWAYS);
    Button remove = Controls.icon(Feather.X, Messages.text("settings.tags.remove"), null);
    remove.setId("remove-tag-" + number);
    remove.setOnAction(_ -> form.tags().remove(tag));
    var row = new HBox(8, key, value, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void focusLast() {
    Node field = card.lookup("#tag-key-" + (form.tags().size() - 1));
    if (field != null) {
      field.requestFocus();
    }
  }
}
