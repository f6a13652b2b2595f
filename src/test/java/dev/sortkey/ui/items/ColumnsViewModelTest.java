package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.rows.Columns;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import dev.sortkey.store.Layouts;
import dev.sortkey.ui.kit.grid.GridColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private List<String> shown() {
    return columns.shown().stream().map(GridColumn::name).toList();
  }

  @Test
  void aMovedColumnStaysWhereItWasPutAndNewOnesComeLast() {
    take("S1", "S2", "S3");
    int at = shown().indexOf("S3");
    columns.move(at, at - 2);
    assertThat(shown()).endsWith("S3", "S1", "S2");
    assertThat(take("S1", "S2", "S3", "S4")).endsWith("S3", "S1", "S2", "S4");
    columns.move(at - 2, at - 1);
    assertThat(shown()).endsWith("S1", "S3", "S2", "S4");
  }

  @Test
  void aHiddenColumnKeepsItsPlaceWhileOthersMove() {
    take("S1", "S2", "S3");
    columns.show("S2", false);
    int at = shown().indexOf("S3");
    columns.move(at, at - 1);
    columns.showAll();
    assertThat(shown()).endsWith("S3", "S1", "S2");
  }

  @Test
  void pinnedColumnsComeAfterTheKeysAndStandStill() {
    List<String> keys = take();
    take("S1", "S2", "M1");
    columns.pin("M1", true);
    assertThat(shown()).startsWith(keys.getFirst()).endsWith("M1", "S1", "S2");
    assertThat(columns.shown().get(keys.size()).pinned()).isTrue();
    columns.pin("M1", false);
    assertThat(shown()).endsWith("S1", "S2", "M1");
    assertThat(columns.shown().getLast().pinned()).isFalse();
  }

  @Test
  void aPathHasAColumnBehindItsAttribute() {
    take("S1", "M1", "M2");
    columns.look(List.of(Item.of(Map.of("M1", Attr.M.of(Map.of("a", new Attr.N("1")))))));
    columns.addPath(" M1.a ");
    assertThat(shown()).endsWith("S1", "M1", "M1.a", "M2");
    GridColumn column = columns.shown().get(shown().indexOf("M1.a"));
    assertThat(column.type()).isEqualTo(AttrType.N);
    assertThat(column.attribute()).isEqualTo("M1");
    assertThat(columns.path("M1.a")).isEqualTo(AttrPath.parse("M1.a"));
    assertThat(columns.path("S1")).isEqualTo(AttrPath.of("S1"));
    columns.removePath("M1.a");
    assertThat(shown()).endsWith("S1", "M1", "M2");
  }

  @Test
  void aPathThatIsNoneOrThereIsRefused() {
    take("S1", "M1");
    columns.addPath("M1.a");
    for (String wrong : List.of("M1.a", "S1", "", "M1[", "M1.")) {
      assertThatThrownBy(() -> columns.addPath(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(".+\\.");
    }
  }

  @Test
  void anAttributeNamedLikeAPathIsTheAttribute() {
    take("S1", "M1");
    columns.addPath("M1.a");
    take("S1", "M1", "M1.a");
    assertThat(columns.path("M1.a")).isEqualTo(AttrPath.of("M1.a"));
    assertThat(shown()).containsOnlyOnce("M1.a");
  }

  @Test
  void allThatThePersonArrangedIsRemembered() {
    List<Integer> told = new ArrayList<>();
    columns.onArranged(() -> told.add(1));
    take("S1", "S2", "S3", "M1");
    columns.addPath("M1.a");
    columns.pin("S3", true);
    columns.show("S1", false);
    int at = shown().indexOf("M1.a");
    columns.move(at, at - 2);
    assertThat(told).hasSize(4);
    Layouts.Layout layout = columns.layout(Map.of("S2", 99.0));
    var again = new ColumnsViewModel();
    again.recall(layout);
    again.take(
        Fakes.orders("ACTIVE"),
        null,
        new Columns(Stream.of("S1", "S2", "S3", "M1").map(ColumnsViewModelTest::column).toList()));
    assertThat(again.shown().stream().map(GridColumn::name)).isEqualTo(shown());
    assertThat(shown()).endsWith("S3", "M1.a", "S2", "M1");
    assertThat(again.layout(Map.of("S2", 99.0))).isEqualTo(layout);
  }

  @Test
  void aColumnThatNoRowHasNowKeepsItsPlace() {
    take("S1", "S2", "S3");
    int at = shown().indexOf("S3");
    columns.move(at, at - 2);
    take("S2", "S3");
    at = shown().indexOf("S2");
    columns.move(at, at - 1);
    assertThat(take("S1", "S2", "S3")).endsWith("S2", "S3", "S1");
  }

  @Test
  void anotherReadBeginsAnew() {
    take("M1", "S1");
    assertThat(take("M1", "S2")).endsWith("S2", "M1");
  }
}
