package dev.sortkey.ui.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.partiql.RowOrigin;
import dev.sortkey.core.partiql.Script;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.RecordingWorkbench;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.GridRows.Mark;
import dev.sortkey.ui.rows.StagedRows;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.TableChanges;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How the rows of a statement look with what is staged and written.
class ResultRowsTest {
  private static Desk desk;
  private static TableSchema table;

  @BeforeAll
  static void open() {
    desk = Desks.open(Work.direct(), new RecordingWorkbench(), Theme.LIGHT);
    if (!desk.session().tables().names().contains(StallsTable.NAME)) {
      StallsTable.create(desk.session());
    }
    table = desk.session().tables().describe(StallsTable.NAME);
  }

  private static ResultRows rows(String statement, int count) {
    RowOrigin origin = RowOrigin.of(Script.read(statement).pieces().getFirst().statement());
    var rows = new ResultRows(origin, desk.work());
    List<Item> items =
        IntStream.rangeClosed(1, count)
            .mapToObj(no -> origin.row(StallsTable.item("m", no)))
            .toList();
    rows.append(RowChunk.pack(rows.store().dictionary(), items));
    return rows;
  }

  @Test
  void whatIsStagedIsMarkedWhereTheRowsShowIt() {
    TableChanges changes = desk.changes().of(StallsTable.NAME);
    ResultRows rows = rows("SELECT market, \"no\", \"name\", info.owner FROM Stalls", 4);
    var staged = new StagedRows(table, rows, changes);
    Instant now = Instant.now();
    Item first = StallsTable.item("m", 1);
    Item second = StallsTable.item("m", 2);
    changes.stage(set ->
        set.edit(table, first, first.with("name", new Attr.S("Apples")), now, now)
            .edit(
                table,
                second,
                second.with(AttrPath.parse("info.owner"), new Attr.S("Grace")),
                now,
                now)
            .delete(table, StallsTable.item("m", 3), now, now)
            .create(table, StallsTable.item("m", 9), now));
    staged.look();
    assertThat(IntStream.range(0, 4).mapToObj(staged::mark))
        .containsExactly(Mark.EDIT, Mark.EDIT, Mark.DELETE, Mark.NONE);
    assertThat(staged.count()).as("a new item is not of the statement").isEqualTo(4);
    assertThat(staged.edited(0, "name")).isTrue();
    assertThat(staged.edited(0, "owner")).isFalse();
    assertThat(staged.edited(1, "owner")).isTrue();
    assertThat(staged.value(0, "name")).isEqualTo(new Attr.S("Apples"));
    assertThat(staged.value(1, "owner")).isEqualTo(new Attr.S("Grace"));
  }

  @Test
  void rowsFollowWhatIsWritten() {
    ResultRows rows = rows("SELECT market, \"no\", info.owner FROM Stalls", 3);
    rows.deleted(Set.of(StallsTable.key("m", 1)));
    Item written = StallsTable.item("m", 3).with(AttrPath.parse("info.owner"), new Attr.S("Grace"));
    rows.written(table, written, _ -> {});
    rows.written(table, StallsTable.item("m", 8), _ -> {});
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.item(0).get("owner")).isEqualTo(new Attr.S("Ada"));
    assertThat(rows.item(1).get("owner")).isEqualTo(new Attr.S("Grace"));
    assertThat(rows.item(1).attributes()).doesNotContainKey("info");

    rows.append(
        RowChunk.pack(rows.store().dictionary(), List.of(rows.row(StallsTable.item("m", 4)))));
    assertThat(rows.size()).isEqualTo(3);
    assertThat(rows.item(2).get("no")).isEqualTo(new Attr.N("4"));
  }

  @Test
  void rowsOfAnIndexDoNotGetAttributesThatItLacks() {
    ResultRows rows = rows("SELECT * FROM Stalls.byGoods", 2);
    rows.written(table, StallsTable.item("m", 1).with("more", new Attr.S("x")), _ -> {});
    assertThat(rows.item(0).attributes()).doesNotContainKey("more");
    ResultRows whole = rows("SELECT * FROM Stalls", 2);
    whole.written(table, StallsTable.item("m", 1).with("more", new Attr.S("x")), _ -> {});
    assertThat(whole.item(0).attributes()).containsKey("more");
  }
}
