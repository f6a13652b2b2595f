package dev.sortkey.ui.backups;

import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.PagePart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The cards that the page of a table and the panel of all tables share, and the form of a restore
/// over them.
final class BackupsPage implements BackupsCard.Page {
  /// How often AWS is asked how far it is.
  static final Duration EVERY = Duration.ofSeconds(3);

  private final Desk desk;
  private final Moments moments = Moments.here();
  private final BackupsViewModel model;
  private final BackupsCard backups;
  private final RestoresViewModel restores;
  private final List<PagePart> parts = new ArrayList<>();
  private final BorderPane root = new BorderPane();
  private CardsView cards = new CardsView(List.of());
  private @Nullable RestoreViewModel form;

  /// @param table null for all tables
  BackupsPage(Desk desk, @Nullable String table, Duration every) {
    this.desk = desk;
    model = new BackupsViewModel(desk.session().backups(), desk.work(), table, every);
    backups = new BackupsCard(desk, model, this, moments);
    restores =
        new RestoresViewModel(desk.session(), desk.tables(), desk.work(), desk.workbench(), every);
  }

  BackupsViewModel model() {
    return model;
  }

  Moments moments() {
    return moments;
  }

  /// @param above cards before the list of backups
  void lay(List<PagePart> above, List<PagePart> below) {
    parts.addAll(above);
    parts.add(backups);
    parts.add(new RestoresCard(restores, desk.workbench()));
    parts.addAll(below);
    cards = new CardsView(parts);
    root.setCenter(cards);
  }

  Parent node() {
    return root;
  }

  void refresh() {
    parts.forEach(PagePart::refresh);
  }

  void focus() {
    backups.focus();
  }

  void create() {
    backups.create();
  }

  void closed() {
    hide();
    parts.forEach(PagePart::closed);
  }

  @Override
  public void restore(RestoreSource source, Node near) {
    hide();
    var model = new RestoreViewModel(source, desk.session(), desk.tables(), desk.work(), moments);
    form = model;
    var view = new RestoreView(model, moments, this::begin, this::away);
    cards.showOver(view, near);
    model.prepare();
    view.focus();
  }

  private void begin() {
    RestoreViewModel chosen = form;
    if (chosen != null && chosen.ready().get() && !desk.refusesWrite()) {
      away();
      restores.start(chosen, moments);
    }
  }

  private void away() {
    hide();
    backups.focus();
  }

  private void hide() {
    if (form != null) {
      form.close();
      form = null;
    }
    cards.hideOver();
  }
}
