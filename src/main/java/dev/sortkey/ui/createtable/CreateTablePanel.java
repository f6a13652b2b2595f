package dev.sortkey.ui.createtable;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;
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
import javafx.scene.control.Label;
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
  private static final KeyCombination NEXT =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination CANCEL = new KeyCodeCombination(KeyCode.ESCAPE);

  private final Desk desk;
  private final CreateTableViewModel model;
  private final Fields fields;
  private final BorderPane root = new BorderPane();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final Map<Step, Node> pages = new EnumMap<>(Step.class);
  private final ScrollPane page = new ScrollPane();
  private final StepRail rail;
  private final Label problems = Controls.label("", "sk-error-text");
  private final Button back = Controls.button(Messages.text("createtable.back"), null, null);
  private final Button review = Controls.button(Messages.text("createtable.review"), null, null);
  private final Button next = Controls.primary("", null, NEXT);
  private boolean done;

  public CreateTablePanel(Desk desk) {
    this.desk = desk;
    this.model = new CreateTableViewModel(desk.session().tables(), desk.work());
    this.fields = new Fields(model);
    this.rail = new StepRail(model, this::go);
    pages.put(Step.DETAILS, Pages.details(model, fields));
    pages.put(Step.CAPACITY, Pages.capacity(model, fields));
    pages.put(Step.INDEXES, new IndexesPage(model, fields));
    pages.put(Step.PROTECTION, Pages.protection(model));
    pages.put(Step.REVIEW, new ReviewPage(model));
    build();
    model.revisionProperty().addListener(_ -> refresh());
    model.stepProperty().addListener(_ -> turnTo());
    model.creatingProperty().addListener(_ -> refresh());
    model.statusProperty().addListener(_ -> refresh());
    turnTo();
  }

  private void build() {
    var banner = new ProblemBanner(this::remedy);
    model.problemProperty().addListener((_, _, now) -> banner.show(now));
    var connection = desk.session().connection();
    var head =
        new HBox(
            12,
            Controls.label(Messages.text("createtable.title"), "sk-page"),
            Controls.label(
                Messages.text("createtable.where", connection.name(), connection.region()),
                "sk-secondary"));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sk-page-head");
    page.setFitToWidth(true);
    page.getStyleClass().add("sk-wizard-page");
    var middle = new BorderPane(page);
    middle.setLeft(rail);
    middle.setRight(new SummaryView(model));
    root.setTop(new VBox(head, banner));
    root.setCenter(middle);
    root.setBottom(bar());
    root.setOnKeyPressed(event -> {
      if (NEXT.match(event)) {
        forward();
        event.consume();
      } else if (CANCEL.match(event)) {
        cancel();
        event.consume();
      }
    });
  }

  private HBox bar() {
    Button cancel = Controls.flat(Messages.text("createtable.cancel"), null, CANCEL);
    cancel.setOnAction(_ -> cancel());
    back.setOnAction(_ -> go(Step.values()[model.stepProperty().get().ordinal() - 1]));
    review.setOnAction(_ -> go(Step.REVIEW));
    next.setId("create-table-next");
    review.setId("create-table-review");
    next.setOnAction(_ -> forward());
    var bar = new HBox(8, cancel, Controls.spring(), problems, back, review, next);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("sk-commit-bar");
    return bar;
  }

  private void go(Step step) {
    Step here = model.stepProperty().get();
    if (step.compareTo(here) > 0) {
      fields.attempt(Step.values()[step.ordinal() - 1]);
    }
    model.stepProperty().set(step);
  }

  private void forward() {
    Step here = model.stepProperty().get();
    if (here != Step.REVIEW) {
      fields.attempt(here);
      if (model.flaws(here) == 0) {
        go(Step.values()[here.ordinal() + 1]);
      }
    } else {
      fields.attempt(here);
      model.create(this::created);
    }
  }

  private void created(TableSchema schema) {
    done = true;
    unsaved.set(false);
    desk.tables().put(schema);
    desk.workbench().toast(Messages.text("createtable.done", schema.name()));
    desk.workbench().open(Destination.items(schema.name()));
    desk.workbench().close(this);
  }

  private void cancel() {
    if (model.creatingProperty().get()) {
      model.cancelCreating();
    } else {
      desk.workbench().close(this);
    }
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.create(this::created);
    } else {
      desk.workbench().remedy(remedy);
    }
  }

  private void turnTo() {
    page.setContent(pages.get(model.stepProperty().get()));
    page.setVvalue(0);
    refresh();
    focusFirst(pages.get(model.stepProperty().get()));
  }

  private void refresh() {
    fields.refresh();
    Step here = model.stepProperty().get();
    boolean creating = model.creatingProperty().get();
    long flaws = here == Step.REVIEW ? model.flaws().size() : model.flaws(here);
    boolean show = flaws > 0 && (here == Step.REVIEW || model.touched());
    problems.setText(show ? Messages.text("createtable.problems", flaws) : "");
    back.setDisable(here == Step.DETAILS || creating);
    Controls.show(review, here.ordinal() < Step.REVIEW.ordinal() - 1);
    String text =
        creating
            ? Messages.text(
                "createtable.creating",
                model.statusProperty().get() == null ? "" : model.statusProperty().get())
            : here == Step.REVIEW
                ? Messages.text("createtable.create")
                : Messages.text("createtable.next", Step.values()[here.ordinal() + 1].title());
    next.setText(text);
    next.setAccessibleText(text);
    next.setDisable(creating || here == Step.REVIEW && flaws > 0);
    rail.refresh();
    unsaved.set(!done && model.touched());
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
    focusFirst(pages.get(model.stepProperty().get()));
  }

  /// The focus goes along with the page; else the keyboard would be lost with the page before.
  private void focusFirst(Node page) {
    Node first = firstControl(page);
    (first == null ? next : first).requestFocus();
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
    model.close();
  }
}
