package dev.sortkey.ui.settings;

import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The words under the fields that say what DynamoDB would refuse.
final class FlawLabels {
  private record Shown(List<String> prefixes, Label label) {}

  private final List<Shown> shown = new ArrayList<>();

  /// For the flaws of all fields that begin so.
  Label of(String... prefixes) {
    Label label = Controls.label("", "sk-error-text");
    label.setGraphic(Icons.small(Feather.ALERT_TRIANGLE));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    Controls.show(label, false);
    shown.add(new Shown(List.of(prefixes), label));
    return label;
  }

  void show(List<Flaw> flaws) {
    for (Shown one : shown) {
      String words =
          flaws.stream()
              .filter(flaw -> one.prefixes().stream().anyMatch(flaw.field()::startsWith))
              .map(Flaw::message)
              .distinct()
              .collect(Collectors.joining(" "));
      one.label().setText(words);
      Controls.show(one.label(), !words.isEmpty());
    }
  }
}
