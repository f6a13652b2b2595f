package dev.sortkey.ui.kit;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Says what went wrong where it happened: plain words, the code beneath, the ways out at the
/// right, or below where there is little width. Old data stays visible below it.
public final class ProblemBanner extends Region {
  private static final double LOWEST = 48;
  private static final double GAP = 10;
  private static final double LINE_GAP = 2;
  private static final double WORD_GAP = 6;

  /// Beside the ways out the words need this much.
  private static final double ROOMY = 360;

  private final Consumer<Problem.Remedy> onRemedy;
  private final Node icon = Icons.of(Feather.ALERT_TRIANGLE);
  private final Label title = Controls.label("", "sk-banner-title");
  private final Label detail = Controls.label("", "sk-banner-detail");
  private final Label code = Controls.label("", "sk-mono-small");
  private final FlowPane ways = new FlowPane(8, 6);
  private @Nullable Problem shown;
  private @Nullable Runnable again;

  /// Hidden until [#show] is called.
  public ProblemBanner(Consumer<Problem.Remedy> onRemedy) {
    this.onRemedy = onRemedy;
    getStyleClass().add("sk-banner");
    setAccessibleRole(AccessibleRole.TEXT);
    for (Label label : new Label[] {title, detail, code}) {
      label.setWrapText(true);
    }
    getChildren().addAll(icon, title, detail, code, ways);
    Controls.show(this, false);
  }

  /// Shows the problem, or hides the banner for null.
  public void show(@Nullable Problem problem) {
    shown = problem;
    Controls.show(this, problem != null);
    if (problem == null) {
      return;
    }
    boolean warning =
        switch (problem.kind()) {
          case CREDENTIALS_EXPIRED,
              READ_ONLY,
              THROTTLED,
              UNSUPPORTED_BY_ENDPOINT,
              LIMIT,
              CONDITION_FAILED,
              STOPPED ->
              true;
          default -> false;
        };
    getStyleClass().removeAll("sk-warning", "sk-danger");
    getStyleClass().add(warning ? "sk-warning" : "sk-danger");
    setAccessibleText(problem.title() + " " + problem.detail());
    title.setText(problem.title());
    detail.setText(problem.detail());
    code.setText(code(problem));
    Controls.show(code, !code.getText().isEmpty());
    ways.getChildren().setAll(problem.remedies().stream().map(way -> way(problem, way)).toList());
    Controls.show(ways, !problem.remedies().isEmpty());
  }

  /// What to do by itself once the person has signed in again; only what changes nothing.
  public void onSignedIn(Runnable again) {
    this.again = again;
  }

  /// Tells all banners at and below a node that the person has signed in again. Those that know
  /// what to do then do it; the others offer to try again.
  ///
  /// @return whether there are some that did not know
  public static boolean signedIn(Node node) {
    boolean left = node instanceof ProblemBanner banner && banner.signedIn();
    if (node instanceof Parent parent) {
      for (Node child : List.copyOf(parent.getChildrenUnmodifiable())) {
        left |= signedIn(child);
      }
    }
    return left;
  }

  private boolean signedIn() {
    if (shown == null || shown.kind() != Problem.Kind.CREDENTIALS_EXPIRED) {
      return false;
    }
    if (again != null) {
      again.run();
      return false;
    }
    show(
        Problem.of(
            Problem.Kind.STOPPED,
            Messages.text("kit.signed-in.title"),
            Messages.text("kit.signed-in.detail"),
            Problem.Remedy.RETRY));
    return true;
  }

  private Button way(Problem problem, Problem.Remedy remedy) {
    Button button =
        Controls.button(
            Messages.text("kit.remedy." + remedy.name().toLowerCase(Locale.ROOT)),
            remedy == Problem.Remedy.SIGN_IN ? Feather.EXTERNAL_LINK : null,
            null);
    if (remedy == Problem.Remedy.SIGN_IN) {
      button.getStyleClass().add("sk-accent");
    }
    button.setOnAction(_ -> {
      if (remedy == Problem.Remedy.COPY_REPORT) {
        copy(problem);
      }
      onRemedy.accept(remedy);
    });
    return button;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 160;
  }

  @Override
  protected double computePrefWidth(double height) {
    Insets insets = getInsets();
    return insets.getLeft()
        + insets.getRight()
        + icon.prefWidth(-1)
        + GAP
        + title.prefWidth(-1)
        + WORD_GAP
        + detail.prefWidth(-1)
        + (ways.isManaged() ? GAP + oneRow() : 0);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    var measure = new Measure(width < 0 ? computePrefWidth(-1) : width);
    return Math.max(LOWEST, insets.getTop() + measure.height + insets.getBottom());
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    var measure = new Measure(getWidth());
    double room = getHeight() - insets.getTop() - insets.getBottom();
    double top = insets.getTop() + Math.max(0, (room - measure.height) / 2);
    double x = insets.getLeft() + icon.prefWidth(-1) + GAP;
    double y = top + (measure.beside ? (measure.height - measure.textHeight) / 2 : 0);
    layoutInArea(
        icon,
        insets.getLeft(),
        y,
        icon.prefWidth(-1),
        measure.firstLine,
        0,
        HPos.CENTER,
        VPos.CENTER);
    place(title, x, y, measure.oneLine ? title.prefWidth(-1) : measure.text, measure.titleHeight);
    if (measure.oneLine) {
      double from = title.prefWidth(-1) + WORD_GAP;
      place(detail, x + from, y, measure.text - from, measure.detailHeight);
      y += Math.max(measure.titleHeight, measure.detailHeight);
    } else {
      y += measure.titleHeight + LINE_GAP;
      place(detail, x, y, measure.text, measure.detailHeight);
      y += measure.detailHeight;
    }
    if (code.isManaged()) {
      place(code, x, y + LINE_GAP, measure.text, measure.codeHeight);
    }
    if (ways.isManaged() && measure.beside) {
      place(
          ways,
          getWidth() - insets.getRight() - oneRow(),
          top + (measure.height - measure.waysHeight) / 2,
          oneRow(),
          measure.waysHeight);
    } else if (ways.isManaged()) {
      place(ways, x, top + measure.height - measure.waysHeight, measure.text, measure.waysHeight);
    }
  }

  private void place(Region node, double x, double y, double width, double height) {
    node.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
  }

  /// What the buttons need in one row.
  private double oneRow() {
    return ways.getChildren().stream().mapToDouble(button -> snapSizeX(button.prefWidth(-1))).sum()
        + ways.getHgap() * (ways.getChildren().size() - 1)
        + 1;
  }

  /// How the parts stand in a width.
  private final class Measure {
    private final boolean beside;
    private final boolean oneLine;
    private final double text;
    private final double firstLine;
    private final double titleHeight;
    private final double detailHeight;
    private final double codeHeight;
    private final double waysHeight;
    private final double textHeight;
    private final double height;

    private Measure(double width) {
      double inner =
          width - getInsets().getLeft() - getInsets().getRight() - icon.prefWidth(-1) - GAP;
      boolean any = ways.isManaged();
      beside = !any || inner - GAP - oneRow() >= ROOMY;
      text = Math.max(1, any && beside ? inner - GAP - oneRow() : inner);
      double wanted = title.prefWidth(-1) + WORD_GAP + detail.prefWidth(-1);
      oneLine = wanted <= text;
      titleHeight = title.prefHeight(oneLine ? -1 : text);
      detailHeight = detail.prefHeight(oneLine ? -1 : text);
      codeHeight = code.isManaged() ? code.prefHeight(text) : 0;
      firstLine = title.prefHeight(-1);
      waysHeight = any ? ways.prefHeight(beside ? oneRow() : text) : 0;
      textHeight =
          (oneLine ? Math.max(titleHeight, detailHeight) : titleHeight + LINE_GAP + detailHeight)
              + (codeHeight > 0 ? LINE_GAP + codeHeight : 0);
      height = beside ? Math.max(textHeight, waysHeight) : textHeight + GAP + waysHeight;
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
