package dev.sortkey.ui.overview;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Section;
import dev.sortkey.ui.workbench.TablePage;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The overview page: a table's keys and indexes as a picture, and all there is to know of it, each
/// with the way to where it is changed.
public final class OverviewSection implements Section {
  private static final double FACTS = 388;

  private final Desk desk;
  private final OverviewViewModel model;
  private final VBox root = new VBox();
  private final KeyDiagram diagram = new KeyDiagram();
  private final Map<Fact.Group, Card> cards = new EnumMap<>(Fact.Group.class);
  private final Button indexes = link(TablePage.INDEXES);

  public OverviewSection(Desk desk, String table) {
    this.desk = desk;
    this.model = new OverviewViewModel(desk.session(), desk.tables(), desk.work(), table);
    var banner = new ProblemBanner(this::remedy);
    model.problemProperty().addListener((_, _, now) -> banner.show(now));
    var picture = new Card(Messages.text("overview.keys"));
    picture.setActions(indexes);
    picture.setContent(diagram);
    diagram.setId("key-diagram");
    HBox.setHgrow(picture, Priority.ALWAYS);
    picture.setMinWidth(0);
    picture.setMaxHeight(VBox.USE_PREF_SIZE);
    var facts = new VBox(12);
    facts.setMinWidth(FACTS);
    facts.setMaxWidth(FACTS);
    for (Fact.Group group : Fact.Group.values()) {
      var card = new Card(Messages.text("overview.group." + group.name().toLowerCase(Locale.ROOT)));
      cards.put(group, card);
      facts.getChildren().add(card);
    }
    var page = new HBox(12, picture, facts);
    page.setAlignment(Pos.TOP_LEFT);
    page.getStyleClass().add("sk-overview");
    var scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root.getChildren().addAll(banner, scroll);
    model.schemaProperty().subscribe(this::draw);
    model.factsProperty().subscribe(this::list);
  }

  private void draw(@Nullable TableSchema schema) {
    if (schema != null) {
      diagram.show(schema);
    }
  }

  private void list(List<Fact> facts) {
    cards.forEach((group, card) ->
        card.setContent(
            facts.stream()
                .filter(fact -> fact.group() == group)
                .map(this::row)
                .toArray(HBox[]::new)));
  }

  private HBox row(Fact fact) {
    Label name = Controls.label(Messages.text("overview.fact." + fact.id()), "sk-secondary");
    name.setMinWidth(112);
    name.setPrefWidth(112);
    Label value = Controls.label(fact.value(), fact.known() ? "sk-fact" : "sk-muted");
    value.setId("fact-" + fact.id());
    value.setMinWidth(0);
    value.setAccessibleText(name.getText() + ": " + fact.value());
    String detail = fact.detail();
    value.setTooltip(new Tip(detail == null ? fact.value() : fact.value() + "\n" + detail));
    var row = new HBox(8, name, value, Controls.spring());
    row.getStyleClass().add("sk-fact-row");
    row.setAlignment(Pos.CENTER_LEFT);
    if (fact.id().equals("arn")) {
      Button copy = Controls.icon(Feather.COPY, Messages.text("overview.copy-arn"), null);
      copy.setId("copy-arn");
      copy.setOnAction(_ -> copy(fact.value()));
      row.getChildren().add(copy);
    }
    TablePage page = fact.page();
    if (page != null) {
      row.getChildren().add(link(page));
    }
    return row;
  }

  private Button link(TablePage page) {
    String key = page.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Button link = Controls.button(Messages.text("overview.at." + key), null, null);
    link.getStyleClass().addAll("sk-link", "sk-small");
    link.setAccessibleText(Messages.text("overview.go", link.getText()));
    link.setOnAction(_ -> desk.workbench().open(new Destination.Table(model.table(), page)));
    return link;
  }

  private void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    desk.workbench().toast(Messages.text("overview.copied"));
  }

  private void remedy(Problem.Remedy remedy) {
    if (remedy == Problem.Remedy.RETRY) {
      model.refresh();
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
    model.refresh();
    indexes.requestFocus();
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void closed() {
    model.close();
  }
}
