package dev.sortkey.ui.createtable;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.Creation;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.DialogCard;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The create table wizard: steps at the left, the step's page, and a summary at the right.
public final class CreateTablePanel implements Panel {
  private static final Duration ASK_EVERY = Duration.ofSeconds(1);
  private static final double CODE_WIDTH = 760;

  private static final KeyCombination CANCEL = new KeyCodeCombination(KeyCode.ESCAPE);

  private final Desk desk;
  private final CreateTableViewModel model;
  private final Fields fields;
  private final BorderPane root = new BorderPane();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final Map<Step, Node> pages = new EnumMap<>(Step.class);
  private final ScrollPane page = new ScrollPane();
  private final StepRail rail;
  private final SummaryView summary;
  private final ReviewPage review;
  private final CreationView creation;
  private final WizardBar bar;
  private boolean done;
  private boolean closed;

  public CreateTablePanel(Desk desk) {
    this(desk, ASK_EVERY);
  }

  /// @param every how often a table that is being created is asked for its state
  CreateTablePanel(Desk desk, Duration every) {
    this.desk = desk;
    this.model = new CreateTableViewModel(desk.session(), desk.work(), every);
    TableForm form = model.form();
    this.fields = new Fields(form);
    this.rail = new StepRail(model, fields, this::go);
    pages.put(Step.DETAILS, Pages.details(form, fields));
    pages.put(Step.SETTINGS, Pages.settings(form, fields));
    pages.put(Step.CLASS, Pages.tableClass(model));
    pages.put(Step.CALCULATOR, CalculatorPage.of(form, fields));
    pages.put(Step.CAPACITY, CapacityPage.of(model, fields));
    pages.put(Step.INDEXES, new IndexesPage(form, fields));
    pages.put(Step.ENCRYPTION, EncryptionPage.of(model, fields));
    pages.put(Step.PROTECTION, Pages.protection(model, fields));
    pages.put(Step.POLICY, PolicyPage.of(model, fields));
    pages.put(Step.TAGS, TagsPage.of(model, fields));
    this.review = new ReviewPage(model, this::go, desk.workbench()::toast);
    pages.put(Step.REVIEW, review);
    this.summary = new SummaryView(model, fields);
    this.creation = new CreationView(model, this::retry, this::leaveOut, this::undo);
    this.bar = new WizardBar(this::cancel, this::back, () -> go(Step.REVIEW), this::forward);
    build();
    form.revisionProperty().addListener(_ -> refresh());
    model.stepProperty().addListener(_ -> turnTo());
    model.creatingProperty().addListener(_ -> refresh());
    model
        .creationProperty()
        .addListener((_, before, now) -> {
          if ((before == null) != (now == null)) {
            turnTo();
          }
          if (now != null) {
            halted(now);
          }
        });
    turnTo();
  }

  CreateTableViewModel model() {
    return model;
  }

  private void build() {
    var banner = new ProblemBanner(this::remedy);
    model
        .problemProperty()
        .addListener((_, _, now) -> {
          banner.show(now);
          if (now != null && closed) {
            desk.workbench().toast(now);
          }
        });
    var connection = desk.session().connection();
    Button code = Controls.flat(Messages.text("createtable.as-code"), Feather.CODE, null);
    code.setId("create-table-code");
    code.setOnAction(_ -> showCode());
    var head =
        new HBox(
            12,
            Controls.label(Messages.text("createtable.title"), "sk-page"),
            Controls.label(
                Messages.text("createtable.where", connection.name(), connection.region()),
                "sk-secondary"),
            Controls.spring(),
            code);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-page-head");
    page.setFitToWidth(true);
    page.getStyleClass().add("sk-wizard-page");
    var middle = new BorderPane(page);
    middle.setLeft(rail);
    middle.setRight(summary);
    root.setTop(new VBox(head, banner));
    root.setCenter(middle);
    root.setBottom(bar.node(desk));
    root.setOnKeyPressed(event -> {
      if (WizardBar.NEXT.match(event)) {
        forward();
        event.consume();
      } else if (CANCEL.match(event)) {
        cancel();
        event.consume();
      }
    });
  }

  /// A table that is there and not yet as described belongs in the list; a person who has closed
  /// the tab is told.
  private void halted(Creation now) {
    now.failed()
        .filter(_ -> now.begun())
        .ifPresent(step -> {
          desk.tables().refresh(now.draft().name(), _ -> {});
          if (closed && step.problem() != null) {
            desk.workbench().toast(step.problem());
          }
        });
  }

  private void showCode() {
    Button close = Controls.button(Messages.text("createtable.code.close"), null, CANCEL);
    close.setOnAction(_ -> desk.workbench().closeDialog());
    var card =
        new DialogCard(
            Messages.text("createtable.as-code"),
            new CodeView(model, desk.workbench()::toast),
            close);
    card.setPrefWidth(CODE_WIDTH);
    desk.workbench().showDialog(card);
  }

  /// Whoever goes to a step of the customized settings wants to customize.
  private void go(Step step) {
    if (model.creationProperty().get() != null) {
      return;
    }
    Step here = model.stepProperty().get();
    if (step.custom()) {
      model.form().customizedProperty().set(true);
    }
    if (step.compareTo(here) > 0) {
      fields.attempt(Step.values()[step.ordinal() - 1]);
    }
    model.stepProperty().set(step);
  }

  private void back() {
    if (model.creationProperty().get() == null) {
      model.stepProperty().set(model.before(model.stepProperty().get()));
    }
  }

  private void forward() {
    Step here = model.stepProperty().get();
    fields.attempt(here);
    if (here != Step.REVIEW) {
      if (model.form().flaws(here) == 0) {
        go(model.after(here));
      } else {
        refresh();
      }
    } else if (model.creationProperty().get() == null && !desk.refusesWrite()) {
      model.create(this::created);
    }
  }

  private void retry() {
    model.retry(this::created);
  }

  private void leaveOut() {
    model.leaveOut(this::created);
  }

  private void undo() {
    String name = model.form().nameProperty().get().strip();
    model.undo(() -> {
      desk.tables().remove(name);
      desk.workbench().toast(Messages.text("createtable.undone", name));
    });
  }

  private void created(TableSchema schema) {
    done = true;
    unsaved.set(false);
    desk.tables().put(schema);
    desk.workbench().toast(Messages.text("createtable.done", schema.name()));
    if (!closed) {
      desk.workbench().open(Destination.items(schema.name()));
      desk.workbench().close(this);
    }
  }

  private void cancel() {
    if (model.creatingProperty().get()) {
      model.cancelCreating();
    } else {
      desk.workbench().close(this);
    }
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy != Problem.Remedy.RETRY) {
      desk.workbench().remedy(remedy);
    } else if (model.creationProperty().get() == null) {
      model.create(this::created);
    } else {
      retry();
    }
  }

  private Node shownPage() {
    Node shown = pages.get(model.stepProperty().get());
    return model.creationProperty().get() == null && shown != null ? shown : creation;
  }

  private void turnTo() {
    page.setContent(shownPage());
    page.setVvalue(0);
    refresh();
    focusFirst(shownPage());
  }

  private void refresh() {
    fields.refresh();
    Step here = model.stepProperty().get();
    long flaws = here == Step.REVIEW ? model.form().flaws().size() : model.form().flaws(here);
    boolean due = fields.attempted(here) || fields.anyShown(here) || here == Step.REVIEW;
    bar.show(model, due ? flaws : 0, flaws);
    rail.refresh();
    summary.refresh();
    if (here == Step.REVIEW) {
      review.refresh();
    }
    unsaved.set(!done && model.form().touched());
  }

  @Override
  public ObservableValue<String> title() {
    return new SimpleStringProperty(Messages.text("createtable.title"));
  }

  @Override
  public Feather icon() {
    return Feather.PLUS;
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  @Override
  public void shown() {
    // Without its skin the scroll pane's content is not in the scene yet and takes no focus.
    root.applyCss();
    focusFirst(shownPage());
  }

  /// The focus goes along with the page; else the keyboard would be lost with the page before.
  private void focusFirst(Node page) {
    Node first = firstControl(page);
    (first == null ? bar.next() : first).requestFocus();
  }

  private static @Nullable Node firstControl(Node node) {
    if (node instanceof Control && node.isFocusTraversable() && !node.isDisabled()) {
      return node;
    }
    if (node instanceof Parent parent && node.isVisible()) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = firstControl(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  @Override
  public void closed() {
    closed = true;
    model.close();
  }
}
