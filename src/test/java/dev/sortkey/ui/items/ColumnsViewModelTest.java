package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.rows.Columns;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.grid.GridColumn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnsViewModelTest {
  private final ColumnsViewModel columns = new ColumnsViewModel();

  private List<String> take(String... seen) {
    columns.take(
        Fakes.orders("ACTIVE"),
        null,
        new Columns(Stream.of(seen).map(ColumnsViewModelTest::column).toList()));
    return columns.all().stream().map(GridColumn::name).toList();
  }

  /// Whose name begins with its type.
  private static Columns.Column column(String name) {
    AttrType type = name.startsWith("M") ? AttrType.M : AttrType.S;
    return new Columns.Column(name, type, false, 1);
  }

  @Test
  void listsAndMapsComeAfterScalarsAndKeysBeforeAll() {
    List<String> keys = take();
    assertThat(take("M1", "S1", "M2", "S2"))
        .startsWith(keys.getFirst())
        .endsWith("S1", "S2", "M1", "M2");
  }

  @Test
  void whatLaterPagesBringMovesNothing() {
    take("M1", "S1");
    assertThat(take("M1", "S1", "S2")).endsWith("S1", "M1", "S2");
  }

  @Test
  void anotherReadBeginsAnew() {
    take("M1", "S1");
    assertThat(take("M1", "S2")).endsWith("S2", "M1");
  }
}
