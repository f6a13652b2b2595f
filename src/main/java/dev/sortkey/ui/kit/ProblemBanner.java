package dev.sortkey.ui.kit;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Says what went wrong where it happened: plain words, the code beneath, the ways out at the
/// right. Old data stays visible below it.
public final class ProblemBanner extends HBox {
  private final Consumer<Problem.Remedy> onRemedy;

  /// Hidden until [#show] is called.
  public ProblemBanner(Consumer<Problem.Remedy> onRemedy) {
    super(10);
    this.onRemedy = onRemedy;
    getStyleClass().add("sk-banner");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    Controls.show(this, false);
  }

  /// Shows the problem, or hides the banner for null.
  public void show(@Nullable Problem problem) {
    getChildren().clear();
    Controls.show(this, problem != null);
    if (problem == null) {
      return;
    }
    boolean warning =
        switch (problem.kind()) {
          case CREDENTIALS_EXPIRED, THROTTLED, UNSUPPORTED_BY_ENDPOINT, LIMIT, CONDITION_FAILED ->
              true;
          default -> false;
        };
    getStyleClass().removeAll("sk-warning", "sk-danger");
    getStyleClass().add(warning ? "sk-warning" : "sk-danger");
    setAccessibleText(problem.title() + " " + problem.detail());

    Label title = Controls.label(problem.title(), "sk-banner-title");
    title.setMinWidth(USE_PREF_SIZE);
    Label detail = Controls.label(problem.detail(), "sk-banner-detail");
    detail.setTooltip(new Tooltip(problem.detail()));
    detail.setMinWidth(60);
    var words = new HBox(6, title, detail);
    words.setAlignment(Pos.BASELINE_LEFT);
    var text = new VBox(words);
    text.setAlignment(Pos.CENTER_LEFT);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    String code = code(problem);
    if (!code.isEmpty()) {
      text.getChildren().add(Controls.label(code, "sk-mono-small"));
    }
    getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE), text);
    for (Problem.Remedy remedy : problem.remedies()) {
      Button button =
          Controls.button(
              Messages.text("kit.remedy." + remedy.name().toLowerCase(Locale.ROOT)), null, null);
      button.setOnAction(_ -> {
        if (remedy == Problem.Remedy.COPY_REPORT) {
          copy(problem);
        }
        onRemedy.accept(remedy);
      });
      getChildren().add(button);
    }
  }

  private static String code(Problem problem) {
    return Stream.of(
            problem.code(),
            problem.requestId() == null ? null : Messages.text("kit.request", problem.requestId()))
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /// Puts the problem's words and code on the clipboard.
  public static void copy(Problem problem) {
    var content = new ClipboardContent();
    content.putString(problem.title() + "\n" + problem.detail() + "\n" + code(problem));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
