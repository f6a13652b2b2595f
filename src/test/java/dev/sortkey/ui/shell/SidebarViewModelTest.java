package dev.sortkey.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Tables;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SidebarViewModelTest {
  private final List<String> remembered = new ArrayList<>();
  private FakeCatalog catalog = Fakes.shop();
  private Tables tables;

  private SidebarViewModel model(String... favourites) {
    tables = new Tables(catalog, Work.direct());
    var model =
        new SidebarViewModel(
            tables,
            Work.direct(),
            List.of(favourites),
            (table, marked) -> remembered.add(table + " " + marked));
    tables.reload();
    return model;
  }

  private static List<String> lines(SidebarViewModel model) {
    return model.rows().stream()
        .map(row ->
            switch (row) {
              case SidebarRow.Heading heading -> heading.section() + " " + heading.count();
              case SidebarRow.Table table -> table.entry().name();
            })
        .toList();
  }

  @Test
  void favouritesStandFirstAndOnce() {
    assertThat(lines(model("Shop", "CustomerOrders")))
        .containsExactly(
            "FAVOURITES 2",
            "CustomerOrders",
            "Shop",
            "TABLES 7",
            "AllTypes",
            "Audit-2024",
            "Forum",
            "ProductCatalog",
            "Reply",
            "Sessions",
            "Thread");
  }

  @Test
  void theFilterCutsBothSectionsWhateverTheCase() {
    SidebarViewModel model = model("Shop");
    model.filterProperty().set("SES");
    assertThat(lines(model)).containsExactly("TABLES 1", "Sessions");
    assertThat(model.first()).contains("Sessions");
    model.filterProperty().set("sh");
    assertThat(lines(model)).containsExactly("FAVOURITES 1", "Shop", "TABLES 0");
    model.filterProperty().set("nothing");
    assertThat(model.stateProperty().get()).isEqualTo(SidebarViewModel.State.NO_MATCH);
    assertThat(model.first()).isEmpty();
  }

  @Test
  void aFilterLooksIntoFoldedSections() {
    SidebarViewModel model = model();
    model.toggleFold(SidebarRow.Section.TABLES);
    assertThat(lines(model)).containsExactly("TABLES 9");
    model.filterProperty().set("forum");
    assertThat(lines(model)).containsExactly("TABLES 1", "Forum");
  }

  @Test
  void favouritesAreRememberedAsTheyChange() {
    SidebarViewModel model = model("Shop");
    model.toggleFavourite("Shop");
    model.toggleFavourite("Forum");
    assertThat(remembered).containsExactly("Shop false", "Forum true");
    assertThat(lines(model)).startsWith("FAVOURITES 1", "Forum", "TABLES 8");
  }

  @Test
  void emptyAndFailedAreToldApart() {
    catalog = new FakeCatalog();
    assertThat(model().stateProperty().get()).isEqualTo(SidebarViewModel.State.EMPTY);
    catalog.problem = Problem.of(Problem.Kind.NETWORK, "No way there.", "Nobody answers.");
    assertThat(model().stateProperty().get()).isEqualTo(SidebarViewModel.State.FAILED);
  }

  @Test
  void theOldListStaysWhenALaterReadFails() {
    SidebarViewModel model = model();
    catalog.problem = Problem.of(Problem.Kind.NETWORK, "No way there.", "Nobody answers.");
    tables.reload();
    assertThat(model.stateProperty().get()).isEqualTo(SidebarViewModel.State.LISTED);
    assertThat(lines(model)).hasSize(10);
  }
}
