package dev.sortkey.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.workbench.Destination;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TabsViewModelTest {
  private final Map<Destination, FakePanel> panels = new HashMap<>();
  private final TabsViewModel tabs =
      new TabsViewModel(destination -> panels.compute(destination, (key, _) -> new FakePanel(key)));

  private static Destination items(String table) {
    return Destination.items(table);
  }

  private List<String> names() {
    return tabs.tabs().stream().map(tab -> tab.panel().title().getValue()).toList();
  }

  private String front() {
    return tabs.selectedProperty().get().panel().title().getValue();
  }

  @Test
  void whatIsOpenIsGoneToAndNotOpenedTwice() {
    tabs.open(items("A"));
    tabs.open(items("B"));
    tabs.open(items("A"));
    assertThat(names()).containsExactly("A", "B");
    assertThat(front()).isEqualTo("A");
    assertThat(panels.get(items("A")).shown).isEqualTo(2);
  }

  @Test
  void aNewTabStandsBesideTheOneInFront() {
    tabs.open(items("A"));
    tabs.open(items("C"));
    tabs.open(items("A"));
    tabs.open(items("B"));
    assertThat(names()).containsExactly("A", "B", "C");
  }

  @Test
  void closingGoesToTheNeighbourAndLetsThePanelGo() {
    tabs.restore(List.of(items("A"), items("B"), items("C")), items("B"));
    tabs.close(tabs.selectedProperty().get());
    assertThat(front()).isEqualTo("C");
    tabs.close(tabs.selectedProperty().get());
    assertThat(front()).isEqualTo("A");
    tabs.close(tabs.selectedProperty().get());
    assertThat(tabs.selectedProperty().get()).isNull();
    assertThat(panels.values()).allMatch(panel -> panel.closed);
  }

  @Test
  void unsavedWorkIsAskedForBeforeItIsLost() {
    tabs.open(items("A"));
    Tab tab = tabs.selectedProperty().get();
    panels.get(items("A")).unsaved.set(true);
    tabs.close(tab);
    assertThat(tabs.askingProperty().get()).isEqualTo(tab);
    assertThat(names()).containsExactly("A");
    tabs.closeNow(tab);
    assertThat(names()).isEmpty();
    assertThat(tabs.askingProperty().get()).isNull();
  }

  @Test
  void stepsGoRoundTheEnds() {
    tabs.restore(List.of(items("A"), items("B"), items("C")), items("A"));
    tabs.step(-1);
    assertThat(front()).isEqualTo("C");
    tabs.step(1);
    assertThat(front()).isEqualTo("A");
    tabs.select(1);
    assertThat(front()).isEqualTo("B");
    tabs.select(8);
    assertThat(front()).isEqualTo("B");
  }

  @Test
  void restoredTabsKeepTheirOrderAndFront() {
    tabs.restore(List.of(items("A"), new Destination.Calls(), items("C")), items("C"));
    assertThat(names()).containsExactly("A", "Call log", "C");
    assertThat(front()).isEqualTo("C");
  }

  @Test
  void destinationsAreReadBackAsWritten() {
    for (Destination one :
        List.of(items("a:b"), new Destination.CreateTable(), new Destination.Calls())) {
      assertThat(Destinations.parse(Destinations.text(one))).contains(one);
    }
    assertThat(Destinations.parse("dashboard")).isEmpty();
  }
}
