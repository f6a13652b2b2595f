package dev.sortkey.ui.partiql;

import dev.sortkey.core.library.Asked;
import dev.sortkey.core.partiql.Completion;
import dev.sortkey.core.partiql.Fault;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.editor.CodeEditor;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.rows.Popover;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;
import dev.sortkey.ui.workbench.SaveQueryDialog;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The PartiQL editor: statements above, what they brought below.
public final class PartiQlPanel implements Panel {
  private static final KeyCombination RUN =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination OFFER =
      new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);
  private static final KeyCombination STOP = new KeyCodeCombination(KeyCode.ESCAPE);

  private final Desk desk;
  private final PartiQlViewModel model;
  private final CodeEditor editor =
      new CodeEditor("partiql", Messages.text("partiql.editor"), PartiQlColours::of);
  private final Label note = Controls.label("", "sk-secondary");
  private final Button builder =
      Controls.button(Messages.text("partiql.builder"), Feather.SLIDERS, null);
  private final Button stop = Controls.button(Messages.text("items.stop"), null, STOP);
  private final CompletionPopup completion;
  private final Popover popover = new Popover();
  private final ResultView results;
  private final StackPane root;

  public PartiQlPanel(Desk desk) {
    this.desk = desk;
    this.model = new PartiQlViewModel(desk);
    this.results = new ResultView(desk, model, popover);
    this.completion = new CompletionPopup(editor, this::offers);
    editor.getStyleClass().add("sk-partiql");
    editor.onTyped(() -> {
      model.typed(editor.text());
      completion.typed();
      look();
    });
    editor.onMoved(this::look);
    var banner = new ProblemBanner(_ -> run());
    model.problemProperty().addListener((_, _, now) -> banner.show(now));
    model
        .pendingProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            desk.workbench()
                .showDialog(new WriteDialog(now, this::confirm, this::dropPending).node());
          }
        });
    model.busyProperty().subscribe(busy -> Controls.show(stop, busy));
    var above = new VBox(editor, new ParametersBar(model), noteLine());
    VBox.setVgrow(editor, Priority.ALWAYS);
    var split = new SplitPane(above, results.node());
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.36);
    VBox.setVgrow(split, Priority.ALWAYS);
    var panel = new VBox(head(), banner, split);
    panel.getStyleClass().add("sk-items");
    root = popover.over(panel);
    panel.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    String kept = desk.store().statements().get().of(desk.session().connection().id());
    show(kept);
  }

  private HBox head() {
    var modes =
        new Segmented<>(
            List.of(PartiQlViewModel.Mode.values()),
            mode -> Messages.text("partiql.mode." + mode.name().toLowerCase(Locale.ROOT)),
            model.modeProperty().get());
    modes.valueProperty().bindBidirectional(model.modeProperty());
    modes.setId("partiql-mode");
    stop.setOnAction(_ -> model.stop());
    builder.setId("open-in-builder");
    builder.setOnAction(_ -> openInBuilder());
    Button save = Controls.icon(Feather.STAR, Messages.text("items.save"), null);
    save.setOnAction(_ -> {
      if (!editor.text().isBlank()) {
        SaveQueryDialog.show(desk, new Asked.Statement(editor.text().strip()));
      }
    });
    Button recent = Controls.icon(Feather.CLOCK, Messages.text("items.recent.all"), null);
    recent.setOnAction(_ -> desk.workbench().open(new Destination.Library()));
    Button run = Controls.primary(Messages.text("items.run"), Feather.PLAY, RUN);
    run.setId("partiql-run");
    run.setOnAction(_ -> run());
    var head =
        new HBox(
            10,
            Controls.label(Messages.text("partiql.title"), "sk-page"),
            modes,
            Controls.spring(),
            stop,
            builder,
            save,
            recent,
            run);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-page-head");
    return head;
  }

  private Node noteLine() {
    note.setId("partiql-note");
    note.setMinWidth(0);
    var line = new HBox(8, note);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("sk-plan");
    return line;
  }

  private Completion.Offers offers() {
    return Completion.at(editor.text(), editor.caret(), new StatementNotes(desk.tables()).known());
  }

  /// Says what is known of the statement under the caret.
  private void look() {
    StatementNotes.Note now = model.note(editor.caret());
    note.setText(now.text());
    note.getStyleClass().removeAll("sk-secondary", "sk-error-text", "sk-warning-text");
    note.getStyleClass()
        .add(
            switch (now.tone()) {
              case QUIET, GOOD -> "sk-secondary";
              case WARNING -> "sk-warning-text";
              case WRONG -> "sk-error-text";
            });
    builder.setDisable(now.spec() == null);
    mark(now.fault());
  }

  private void mark(@Nullable Fault fault) {
    if (fault == null) {
      editor.markFault(0);
      return;
    }
    String text = editor.text();
    int from = Math.min(fault.from(), text.length());
    int begin = text.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
    int line = (int) text.substring(0, begin).chars().filter(c -> c == '\n').count() + 1;
    editor.markFault(line, from - begin, Math.max(from + 1, fault.to()) - begin);
  }

  private void run() {
    completion.hide();
    keep();
    results.requestLeave(() -> {
      if (!model.run()) {
        model.fault().ifPresent(fault -> editor.moveTo(fault.from()));
        editor.focus();
      }
    });
  }

  private void confirm() {
    desk.workbench().closeDialog();
    model.confirm();
  }

  private void dropPending() {
    desk.workbench().closeDialog();
    model.dropPending();
    editor.focus();
  }

  private void openInBuilder() {
    StatementNotes.Note now = model.note(editor.caret());
    if (now.spec() != null && now.table() != null) {
      desk.workbench().open(new Destination.Query(now.table(), now.spec(), false));
    }
  }

  private void key(KeyEvent event) {
    if (RUN.match(event)) {
      run();
    } else if (OFFER.match(event)) {
      completion.open();
    } else if (STOP.match(event) && model.busyProperty().get()) {
      model.stop();
    } else {
      return;
    }
    event.consume();
  }

  private void show(String text) {
    editor.show(text);
    model.typed(text);
    look();
  }

  /// Keeps the text for the next time.
  private void keep() {
    String text = editor.text();
    String connection = desk.session().connection().id();
    desk.work()
        .write(
            Messages.text("items.remembering"),
            _ -> {
              desk.store().statements().update(now -> now.with(connection, text));
              return true;
            },
            _ -> {});
  }

  @Override
  public void go(Destination destination) {
    if (destination instanceof Destination.PartiQl(String text, boolean run) && text != null) {
      String before = editor.text().strip();
      boolean add = !before.isEmpty() && !before.equals(text.strip()) && !run;
      show(add ? before.replaceAll(";\\s*$", "") + ";\n\n" + text : text);
      editor.moveTo(editor.text().length());
      if (run && !popover.isShowing()) {
        run();
      }
    }
  }

  @Override
  public ObservableValue<String> title() {
    return new SimpleStringProperty(Messages.text("partiql.title"));
  }

  @Override
  public Feather icon() {
    return Feather.TERMINAL;
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return results.unsavedProperty();
  }

  @Override
  public void shown() {
    editor.focus();
    look();
  }

  @Override
  public void closed() {
    completion.hide();
    keep();
    results.close();
    model.close();
  }
}
