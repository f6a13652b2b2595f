package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.ProblemBanner;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A problem where there is little width: sidebar and toasts.
final class CompactProblem extends VBox {
  /// @param remedies those of the problem's that can be done from here
  CompactProblem(
      Problem problem, List<Problem.Remedy> remedies, Consumer<Problem.Remedy> onRemedy) {
    super(4);
    getStyleClass().add("sk-compact-problem");
    setMaxHeight(USE_PREF_SIZE);
    setAccessibleText(problem.title() + " " + problem.detail());
    Label title = Controls.label(problem.title(), "sk-strong");
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    var head = new HBox(8, Icons.of(Feather.ALERT_TRIANGLE), title);
    head.setAlignment(Pos.TOP_LEFT);
    Label detail = Controls.label(problem.detail(), "sk-problem-detail");
    detail.setWrapText(true);
    getChildren().addAll(head, detail);
    if (problem.code() != null) {
      Label code = Controls.label(problem.code(), "sk-mono-small");
      code.setWrapText(true);
      getChildren().add(code);
    }
    var ways = new FlowPane(8, 6);
    for (Problem.Remedy remedy : remedies) {
      Button button =
          Controls.button(
              Messages.text("kit.remedy." + remedy.name().toLowerCase(Locale.ROOT)), null, null);
      button.setOnAction(_ -> {
        if (remedy == Problem.Remedy.COPY_REPORT) {
          ProblemBanner.copy(problem);
        }
        onRemedy.accept(remedy);
      });
      ways.getChildren().add(button);
    }
    if (!ways.getChildren().isEmpty()) {
      VBox.setMargin(ways, new Insets(6, 0, 0, 0));
      getChildren().add(ways);
    }
  }
}
