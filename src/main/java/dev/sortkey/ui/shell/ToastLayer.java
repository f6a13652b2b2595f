package dev.sortkey.ui.shell;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// The toasts above the panels' footers and their buttons, newest below; good news fades, problems
/// and notices wait to be read.
final class ToastLayer extends VBox {
  private static final Duration STAYS = Duration.seconds(4);
  private static final Duration FADES = Duration.millis(300);

  private final ShellViewModel shell;
  private final Consumer<Problem.Remedy> remedies;
  private final Map<Toast, Node> cards = new HashMap<>();

  ToastLayer(ShellViewModel shell, Consumer<Problem.Remedy> remedies) {
    super(8);
    this.shell = shell;
    this.remedies = remedies;
    getStyleClass().add("sk-toasts");
    setAlignment(Pos.BOTTOM_CENTER);
    setPickOnBounds(false);
    ListChangeListener<Toast> changed = _ -> rebuild();
    shell.toasts().addListener(changed);
  }

  private void rebuild() {
    List<Toast> toasts = shell.toasts();
    cards.keySet().retainAll(toasts);
    getChildren().setAll(toasts.stream().map(t -> cards.computeIfAbsent(t, this::card)).toList());
  }

  private Node card(Toast toast) {
    Problem problem = toast.problem();
    Node words;
    if (problem == null) {
      Label text = Controls.label(toast.text());
      text.setWrapText(true);
      var row = new HBox(8, Icons.of(toast.lasting() ? Feather.INFO : Feather.CHECK), text);
      row.setAlignment(Pos.CENTER_LEFT);
      words = row;
    } else {
      words =
          new CompactProblem(
              problem,
              // To try again is for the panel that tried.
              problem.remedies().stream().filter(r -> r != Problem.Remedy.RETRY).toList(),
              remedy -> {
                shell.dismiss(toast);
                remedies.accept(remedy);
              });
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    Button close = Controls.icon(Feather.X, Messages.text("shell.toast.close"), null);
    close.getStyleClass().add("sk-tiny");
    close.setOnAction(_ -> shell.dismiss(toast));
    var card = new HBox(8, words, close);
    card.setAlignment(problem == null ? Pos.CENTER_LEFT : Pos.TOP_LEFT);
    card.getStyleClass().addAll("sk-popup", "sk-toast");
    card.setMaxWidth(380);
    if (!toast.lasting()) {
      fade(card, toast);
    }
    return card;
  }

  private void fade(Node card, Toast toast) {
    var out = new FadeTransition(FADES, card);
    out.setToValue(0);
    var all = new SequentialTransition(new PauseTransition(STAYS), out);
    all.setOnFinished(_ -> shell.dismiss(toast));
    card.hoverProperty()
        .subscribe(over -> {
          if (over) {
            all.stop();
            card.setOpacity(1);
          } else {
            all.playFromStart();
          }
        });
  }
}
