package dev.sortkey.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class PaletteViewModelTest {
  private final List<String> run = new ArrayList<>();

  private PaletteEntry entry(PaletteEntry.Group group, String title) {
    return new PaletteEntry(group, Feather.LAYOUT, title, "", null, () -> run.add(title));
  }

  private static List<String> titles(PaletteViewModel model) {
    return model.hits().stream().map(hit -> hit.entry().title()).toList();
  }

  @Test
  void enterTakesTheBestOfWhatFits() {
    var model =
        new PaletteViewModel(
            List.of(
                entry(PaletteEntry.Group.ACTIONS, "Order something"),
                entry(PaletteEntry.Group.TABLES, "Records"),
                entry(PaletteEntry.Group.TABLES, "CustomerOrders"),
                entry(PaletteEntry.Group.TABLES, "Orders")));
    model.queryProperty().set("ord");
    assertThat(titles(model))
        .containsExactly("Orders", "CustomerOrders", "Records", "Order something");
    model.step(1);
    model.run();
    model.step(-2);
    model.run();
    assertThat(run).containsExactly("CustomerOrders", "Order something");
    model.queryProperty().set("zzz");
    assertThat(model.run()).isFalse();
  }

  @Test
  void manyTablesLeaveRoomForTheRest() {
    var model =
        new PaletteViewModel(
            Stream.concat(
                    IntStream.range(0, 500)
                        .mapToObj(i -> entry(PaletteEntry.Group.TABLES, "table-" + i)),
                    Stream.of(entry(PaletteEntry.Group.ACTIONS, "Create table")))
                .toList());
    assertThat(titles(model)).hasSize(PaletteViewModel.MOST + 1).endsWith("Create table");
  }
}
