package dev.sortkey.ui.globaltables;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.Replica;
import dev.sortkey.core.table.ReplicaNeeds;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Section;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The Global tables page of a table.
public final class GlobalTablesSection implements Section {
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final double[] WIDTHS = {220, 220, 140};
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final Desk desk;
  private final ReplicasViewModel model;
  private final BorderPane root = new BorderPane();
  private final ScrollPane scroll = new ScrollPane();
  private final ProblemBanner banner = new ProblemBanner(this::remedy);
  private final Card replicas = new Card(Messages.text("globaltables.replicas"));
  private final Card needs = new Card(Messages.text("globaltables.needs"));
  private final Button add = Controls.button(Messages.text("globaltables.add"), Feather.PLUS, null);

  public GlobalTablesSection(Desk desk, String table) {
    this(desk, table, EVERY);
  }

  /// @param every how often a change under way is asked for
  GlobalTablesSection(Desk desk, String table, Duration every) {
    this.desk = desk;
    model = new ReplicasViewModel(desk, table, every);
    root.setId("global-tables");
    if (model.unsupported()) {
      root.setCenter(
          new EmptyState(
              Feather.GLOBE,
              Messages.text("globaltables.unsupported.title"),
              Messages.text("globaltables.unsupported.detail"),
              null));
      return;
    }
    add.setId("add-region");
    add.setOnAction(_ -> ReplicaDialogs.add(desk, model));
    var cards = new VBox(replicas, needs);
    cards.getStyleClass().add("sk-cards");
    scroll.setFitToWidth(true);
    scroll.setContent(cards);
    scroll.setVisible(false);
    root.setTop(banner);
    root.setCenter(scroll);
    model.problemProperty().subscribe(banner::show);
    model.needsProperty().subscribe(this::lay);
    model.writingProperty().subscribe(() -> lay(model.needsProperty().get()));
  }

  private void lay(@Nullable ReplicaNeeds now) {
    if (now == null) {
      return;
    }
    scroll.setVisible(true);
    TableDetails details = now.details();
    replicas.setFacts(Controls.label(facts(details), "sk-secondary"));
    String obstacle = now.obstacle().orElse("");
    add.setDisable(!obstacle.isEmpty() || model.writingProperty().get());
    replicas.setActions(desk.writing(Controls.explained(add, obstacle)));
    List<Node> rows = new ArrayList<>();
    rows.add(head());
    rows.add(
        row(
            here(),
            details.schema().status(),
            details.schema().status(),
            className(details.schema().tableClass()),
            details.encryption() instanceof Encryption.Customer(String key)
                ? key
                : Messages.text("globaltables.aws-owned"),
            new Region()));
    details.replicas().forEach(replica -> rows.addAll(rows(replica, details)));
    replicas.setContent(rows.toArray(Node[]::new));
    needs.setContent(needs(now));
  }

  private static String facts(TableDetails details) {
    if (details.replicas().isEmpty()) {
      return Messages.text("globaltables.none");
    }
    List<String> facts = new ArrayList<>();
    if (details.globalTableVersion() != null) {
      facts.add(Messages.text("globaltables.version", details.globalTableVersion()));
    }
    if (details.consistency() != null
        && Messages.has("globaltables.consistency." + details.consistency())) {
      facts.add(Messages.text("globaltables.consistency." + details.consistency()));
    }
    return String.join(" · ", facts);
  }

  private Node here() {
    var box =
        new HBox(
            8,
            Controls.label(model.region(), "sk-mono"),
            Controls.label(Messages.text("globaltables.here"), "sk-secondary"));
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static HBox head() {
    var head = new HBox();
    String[] names = {"region", "status", "class", "key"};
    for (int i = 0; i < names.length; i++) {
      Label name = Controls.label(Messages.text("globaltables.column." + names[i]), "sk-secondary");
      head.getChildren().add(i < WIDTHS.length ? sized(name, WIDTHS[i]) : name);
    }
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().addAll("sk-replica-row", "sk-replica-head");
    return head;
  }

  private List<Node> rows(Replica replica, TableDetails details) {
    Button remove =
        Controls.icon(
            Feather.TRASH_2, Messages.text("globaltables.remove-of", replica.region()), null);
    remove.setId("remove-" + replica.region());
    remove.setOnAction(_ -> ReplicaDialogs.remove(desk, model, replica.region()));
    remove.setDisable(model.writingProperty().get() || !details.settled());
    String word =
        replica.percent() == null
            ? words(replica.status())
            : Messages.text("globaltables.progress", words(replica.status()), replica.percent());
    List<Node> rows = new ArrayList<>();
    rows.add(
        row(
            Controls.label(replica.region(), "sk-mono"),
            replica.status(),
            word,
            className(
                replica.tableClass() == null
                    ? details.schema().tableClass()
                    : replica.tableClass()),
            replica.key() == null ? Messages.text("globaltables.aws-owned") : replica.key(),
            desk.writing(Controls.explained(remove, Messages.text("globaltables.need.busy")))));
    if (replica.statusDetail() != null) {
      rows.add(note(replica.statusDetail()));
    }
    if (replica.inaccessibleSince() != null) {
      rows.add(
          note(
              Messages.text(
                  "globaltables.inaccessible",
                  replica.region(),
                  TIME.format(replica.inaccessibleSince()))));
    }
    return rows;
  }

  private static Node note(String text) {
    Label note = Controls.label(text, "sk-warning-text");
    note.setGraphic(Icons.small(Feather.ALERT_TRIANGLE));
    note.setWrapText(true);
    note.getStyleClass().add("sk-replica-row");
    return note;
  }

  private static HBox row(
      Node region, String status, String word, String tableClass, String key, Node action) {
    String colour =
        switch (status) {
          case "ACTIVE" -> "sk-success";
          case "CREATING", "UPDATING", "DELETING" -> "sk-warning";
          default -> "sk-danger";
        };
    var dot = Controls.dot(colour);
    dot.getStyleClass().add("sk-small");
    var state = new HBox(6, dot, Controls.label(words(word)));
    state.setAlignment(Pos.CENTER_LEFT);
    Label name = Controls.label(key, key.contains(":") ? "sk-mono" : "sk-text");
    name.setTooltip(new Tip(key));
    name.setMinWidth(0);
    var row =
        new HBox(
            sized(region, WIDTHS[0]),
            sized(state, WIDTHS[1]),
            sized(Controls.label(tableClass), WIDTHS[2]),
            name,
            Controls.spring(),
            action);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sk-replica-row");
    return row;
  }

  private static Node sized(Node node, double width) {
    var box = new HBox(node);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(width);
    box.setPrefWidth(width);
    return box;
  }

  /// `INACCESSIBLE_ENCRYPTION_CREDENTIALS` as a person would write it.
  private static String words(String status) {
    return !status.isEmpty() && status.equals(status.toUpperCase(Locale.ROOT))
        ? status.charAt(0) + status.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT)
        : status;
  }

  private static String className(String tableClass) {
    return Messages.text("table.setting.class." + tableClass);
  }

  private static Node needs(ReplicaNeeds now) {
    var box = new VBox(6);
    box.getStyleClass().add("sk-settings-body");
    for (ReplicaNeeds.Need need : now.needs()) {
      Label words = Controls.label(need.words(), need.met() ? "sk-text" : "sk-warning-text");
      Node icon = Icons.of(need.met() ? Feather.CHECK : Feather.ALERT_TRIANGLE);
      icon.getStyleClass().add(need.met() ? "sk-step-ok" : "sk-step-warning");
      words.setGraphic(icon);
      words.setGraphicTextGap(8);
      words.setWrapText(true);
      box.getChildren().add(words);
    }
    Label cost = Controls.label(Messages.text("globaltables.cost"), "sk-secondary");
    cost.setWrapText(true);
    box.getChildren().add(cost);
    return box;
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.read();
    } else {
      desk.workbench().remedy(remedy);
    }
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return new SimpleBooleanProperty(false);
  }

  @Override
  public void shown() {
    if (!model.unsupported()) {
      model.read();
      add.requestFocus();
    }
  }

  @Override
  public void refresh() {
    if (!model.unsupported()) {
      model.read();
    }
  }

  @Override
  public void closed() {
    model.close();
  }
}
