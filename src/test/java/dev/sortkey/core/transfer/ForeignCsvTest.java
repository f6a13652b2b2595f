package dev.sortkey.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// CSV files that other programs wrote.
class ForeignCsvTest {
  @TempDir Path folder;

  @Test
  void typesAreGuessedFromTheCellsAndTheKeys() {
    Path file =
        Written.text(
            folder,
            "shop.csv",
            "\ufeff"
                + """
                "OrderID","Line","Amount","Zip","Gift","Tags","Address","Note"
                "1001","1","199.99","01234","TRUE","[{""S"":""a""}]","{""City"":{""S"":""Bonn""}}","{x"
                "1002","2","","99999","false","[]","{""City"":""Ulm""}",""
                """);
    FileShape shape = FileShape.of(file);
    CsvHeader header = CsvStart.header(file, shape, Orders.TABLE);
    assertThat(header.typed()).isFalse();
    assertThat(header.columns())
        .extracting(CsvColumn::type)
        .containsExactly(
            AttrType.S,
            AttrType.N,
            AttrType.N,
            AttrType.S,
            AttrType.BOOL,
            AttrType.L,
            AttrType.M,
            AttrType.S);
    List<Item> items = Written.good(Written.rows(file, shape, header));
    Item first = items.getFirst();
    assertThat(first.get("OrderID")).isEqualTo(new Attr.S("1001"));
    assertThat(first.get("Amount")).isEqualTo(new Attr.N("199.99"));
    assertThat(first.get("Gift")).isEqualTo(new Attr.Bool(true));
    assertThat(first.get("Tags")).isEqualTo(new Attr.L(List.of(new Attr.S("a"))));
    assertThat(first.get("Address")).isEqualTo(Attr.M.of(Map.of("City", new Attr.S("Bonn"))));
    assertThat(first.get("Note")).isEqualTo(new Attr.S("{x"));
    assertThat(items.getLast().get("Address"))
        .isEqualTo(Attr.M.of(Map.of("City", new Attr.S("Ulm"))));
    assertThat(items.getLast().get("Amount")).as("an empty cell is no attribute").isNull();
  }

  @Test
  void aSeparatorAndTheConsolesTypesAreSeen() {
    Path file =
        Written.text(
            folder,
            "console.csv",
            "OrderID (S);Line (N);Tags (SS)\r\na;1;\"[\"\"x\"\",\"\"y\"\"]\"\r\n");
    FileShape shape = FileShape.of(file);
    assertThat(shape.separator()).isEqualTo(';');
    CsvHeader header = CsvStart.header(file, shape, Orders.TABLE);
    assertThat(header.columns())
        .extracting(CsvColumn::name)
        .containsExactly("OrderID", "Line", "Tags");
    assertThat(Written.good(Written.rows(file, shape, header)).getFirst().get("Tags"))
        .isEqualTo(Attr.SS.of(List.of("x", "y")));
  }

  @Test
  void aColumnCanBeLeftOutOrTakenAsAnotherType() {
    Path file = Written.text(folder, "few.csv", "OrderID,Line,Skip\na,1,x\n");
    var header =
        new CsvHeader(
            List.of(
                new CsvColumn("OrderID", AttrType.S),
                new CsvColumn("Line", AttrType.S),
                new CsvColumn("Skip", null)),
            false);
    Item item = Written.good(Written.rows(file, FileShape.of(file), header)).getFirst();
    assertThat(item)
        .isEqualTo(Item.of(Map.of("OrderID", new Attr.S("a"), "Line", new Attr.S("1"))));
  }

  @Test
  void aHeaderWithoutANameOrWithOneTwiceIsRefused() {
    for (String header : List.of("a,,b\n1,2,3\n", "a,b,a\n1,2,3\n")) {
      Path file = Written.text(folder, "header.csv", header);
      assertThatThrownBy(() -> CsvStart.header(file, FileShape.of(file), Orders.TABLE))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("header");
    }
  }
}
