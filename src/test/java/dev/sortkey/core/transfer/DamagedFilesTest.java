package dev.sortkey.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with a file is said with its line, and the rows around it are read.
class DamagedFilesTest {
  @TempDir Path folder;

  @Test
  void aLineThatIsNotUtf8SpoilsOnlyItself() {
    byte[] text =
        "{\"a\":\"1\"}\n{\"a\":\"M\u00fcller\"}\n{\"a\":\"3\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    List<Row> rows = Written.rows(Written.bytes(folder, "latin.jsonl", text));
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1)).isInstanceOf(Row.Bad.class);
    assertThat(rows.get(1).line()).isEqualTo(2);
    assertThat(((Row.Bad) rows.get(1)).reason()).contains("not UTF-8");
    assertThat(rows.get(2)).isInstanceOf(Row.Good.class);
  }

  @Test
  void aCsvThatIsNotUtf8EndsAtThatLine() {
    byte[] text = "a,b\n1,2\nM\u00fcller,3\n4,5\n".getBytes(StandardCharsets.ISO_8859_1);
    List<Row> rows = Written.rows(Written.bytes(folder, "latin.csv", text));
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst()).isInstanceOf(Row.Good.class);
    assertThat(rows.getLast())
        .isInstanceOfSatisfying(
            Row.Bad.class,
            bad -> {
              assertThat(bad.last()).isTrue();
              assertThat(bad.line()).isEqualTo(3);
              assertThat(bad.reason()).contains("not UTF-8");
            });
  }

  @Test
  void utf16IsNamed() {
    byte[] text = "\ufeffa,b\r\n1,2\r\n".getBytes(StandardCharsets.UTF_16LE);
    Path file = Written.bytes(folder, "excel.csv", text);
    assertThatThrownBy(() -> FileShape.of(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("UTF-16");
    Path empty = Written.text(folder, "empty.json", " \n");
    assertThatThrownBy(() -> FileShape.of(empty)).hasMessageContaining("empty");
  }

  @Test
  void aPackedFileThatWasCutOffSaysSoAfterItsRows() throws IOException {
    var packed = new ByteArrayOutputStream();
    var random = new Random(1);
    try (var zip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 5_000; i++) {
        zip.write(("{\"a\":\"" + random.nextLong() + "\"}\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    List<Row> rows = Written.rows(Written.bytes(folder, "cut.json.gz", half));
    assertThat(rows.size()).isBetween(1_000, 4_999);
    assertThat(rows.getLast())
        .isInstanceOfSatisfying(
            Row.Bad.class,
            bad -> {
              assertThat(bad.last()).isTrue();
              assertThat(bad.line()).isEqualTo(rows.size());
              assertThat(bad.reason()).contains("ends too early");
            });
    half[half.length / 2] ^= 0x55;
    List<Row> damaged = Written.rows(Written.bytes(folder, "bad.json.gz", half));
    assertThat(damaged.getLast())
        .isInstanceOfSatisfying(Row.Bad.class, bad -> assertThat(bad.last()).isTrue());
  }

  @Test
  void numbersQuotesBracketsAndNamesAreExplained() {
    String good = "{\"OrderID\":\"1\",\"Line\":1}\n";
    Path file =
        Written.text(
            folder,
            "wrong.jsonl",
            good
                + "{\"OrderID\":\"2\",\"Line\":123456789012345678901234567890123456789}\n"
                + "{\"OrderID\":\"3\n"
                + "{\"OrderID\":\"4\"}\n"
                + "{\"OrderID\":5,\"Line\":1}\n"
                + "{\"OrderID\":\"\",\"Line\":1}\n"
                + "{\"OrderID\":\"7\",\"Line\":1,\"Big\":\""
                + "x".repeat(500_000)
                + "\"}\n"
                + "\n"
                + "[1]\n"
                + good);
    ImportCheck check = check(file);
    assertThat(check.good()).isEqualTo(2);
    assertThat(check.broken()).isFalse();
    assertThat(check.problems())
        .extracting(Row.Bad::line)
        .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 9L);
    assertThat(check.problems())
        .extracting(Row.Bad::reason)
        .satisfiesExactly(
            why -> assertThat(why).contains("39 significant digits"),
            why -> assertThat(why).contains("column"),
            why -> assertThat(why).contains("Line is part of the key and is missing"),
            why -> assertThat(why).contains("OrderID is a key attribute of type String"),
            why -> assertThat(why).contains("cannot be empty"),
            why -> assertThat(why).contains("409,600"),
            why -> assertThat(why).contains("column"));
  }

  @Test
  void aCsvWithAnUnclosedQuoteOrWrongCountsIsExplained() {
    Path counts =
        Written.text(folder, "counts.csv", "OrderID,Line\r\na,1\r\nb\r\nc,1,2\r\nd,x\r\ne,2\r\n");
    ImportCheck check = check(counts);
    assertThat(check.good()).isEqualTo(2);
    assertThat(check.problems()).extracting(Row.Bad::line).containsExactly(3L, 4L, 5L);
    assertThat(check.problems().get(0).reason()).contains("one cell").contains("2 columns");
    assertThat(check.problems().get(1).reason()).contains("3 cells");
    assertThat(check.problems().get(2).reason()).contains("Line").contains("x is not a number");

    Path quote = Written.text(folder, "quote.csv", "OrderID,Line\na,1\nb,\"1\nc,2\nd,3\n");
    ImportCheck open = check(quote);
    assertThat(open.good()).isEqualTo(1);
    assertThat(open.broken()).isTrue();
    assertThat(open.problems())
        .singleElement()
        .satisfies(bad -> assertThat(bad.line()).isEqualTo(3))
        .satisfies(bad -> assertThat(bad.reason()).contains("nclosed quote"));
  }

  @Test
  void anArrayIsReadAroundAWrongElementAndToItsMissingEnd() {
    Path file =
        Written.text(
            folder,
            "list.json",
            """
            [
              {"OrderID": "1",
               "Line": 1},
              {"OrderID": "2",
               "Line": nothing},
              {"OrderID": "3", "Line": 1},
              {"OrderID": "4",
            """);
    ImportCheck check = check(file);
    assertThat(check.good()).isEqualTo(2);
    assertThat(check.broken()).isTrue();
    assertThat(check.problems()).extracting(Row.Bad::line).containsExactly(4L, 7L);
    assertThat(check.problems().getFirst().reason()).contains("line 5");
  }

  @Test
  void theAnswerOfTheCommandLineIsReadAsItStands() {
    Path file =
        Written.text(
            folder,
            "scan.json",
            """
            {
                "Items": [
                    {"OrderID": {"S": "1"}, "Line": {"N": "1"}},
                    {"OrderID": {"S": "2"}, "Line": {"N": "1.50"}}
                ],
                "Count": 2,
                "ScannedCount": 2
            }
            """);
    assertThat(FileShape.of(file))
        .isEqualTo(new FileShape(FileForm.DYNAMO_JSON, FileShape.Layout.ANSWER, false, ','));
    assertThat(check(file).good()).isEqualTo(2);
  }

  private static ImportCheck check(Path file) {
    FileShape shape = FileShape.of(file);
    CsvHeader header =
        shape.form() == FileForm.CSV ? CsvStart.header(file, shape, Orders.TABLE) : null;
    return ImportCheck.of(
        new ImportPlan(file.toString(), shape, header, "Orders", ImportMode.PUT),
        Orders.TABLE,
        Progress.none());
  }
}
