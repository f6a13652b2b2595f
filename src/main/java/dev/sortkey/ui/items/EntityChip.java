package dev.sortkey.ui.items;

import dev.sortkey.core.rows.Entities;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Tip;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// One entity to choose: how its keys begin, its name, how many rows it has.
final class EntityChip extends ToggleButton {
  private final Label mark = Controls.label("", "sk-entity-mark");
  private final Label name = Controls.label("", "sk-entity-name");
  private final Label count = Controls.label("", "sk-entity-count");
  private final Tooltip tooltip = new Tip();

  EntityChip(String id) {
    setId(id);
    getStyleClass().add("sk-entity");
    var content = new HBox(6, mark, name, count);
    content.setAlignment(Pos.CENTER);
    setGraphic(content);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMinWidth(USE_PREF_SIZE);
    setTooltip(tooltip);
  }

  /// A choice that is no entity: all rows, or those of none.
  void draw(String text, long rows, String tip) {
    draw("", text, rows, tip);
  }

  void draw(Entities.Entity entity, boolean sorted) {
    String words = entity.rule().words(sorted);
    String beginning = entity.rule().mark();
    // A name that was made of the key's words needs no key beside it.
    boolean telling = !entity.name().contains(beginning.replaceAll("[^\\p{L}\\p{N}]+$", ""));
    draw(
        telling ? beginning : "",
        entity.name(),
        entity.count(),
        Messages.text(entity.saved() ? "entities.tip.saved" : "entities.tip.found", words));
  }

  private void draw(String beginning, String text, long rows, String tip) {
    mark.setText(beginning);
    Controls.show(mark, !beginning.isEmpty());
    name.setText(text);
    count.setText(Messages.text("entities.count", rows));
    setAccessibleText(Messages.text("entities.chip", text, rows));
    tooltip.setText(tip);
  }
}
