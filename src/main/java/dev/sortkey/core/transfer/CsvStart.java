package dev.sortkey.core.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the first records of a CSV and guesses what the header leaves open.
public final class CsvStart {
  private static final int LOOKED_AT = 200;

  /// A number that would lose nothing as one: 007 is a code, +49 a telephone.
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,37})([.][0-9]+)?([eE][+-]?[0-9]+)?");

  private CsvStart() {}

  /// @param table whose keys decide about the types of their columns
  /// @throws ProblemException when there is no usable header
  public static CsvHeader header(Path file, FileShape shape, TableSchema table) {
    List<List<String>> records = new ArrayList<>();
    try (var text = new Utf8Reader(FileShape.unpacked(Files.newInputStream(file), shape.zipped()));
        CsvReader<CsvRecord> reader = CsvRows.reader(text, shape.separator())) {
      try {
        for (Iterator<CsvRecord> all = reader.iterator();
            records.size() <= LOOKED_AT && all.hasNext(); ) {
          records.add(all.next().getFields());
        }
      } catch (UncheckedIOException | CsvParseException e) {
        // what is wrong further down is told when the rows are read
        if (records.isEmpty()) {
          throw e instanceof CsvParseException parse
              ? wrong(CsvRows.fault(parse))
              : wrong(RowSource.words(((UncheckedIOException) e).getCause()));
        }
      }
    } catch (IOException e) {
      throw FileShape.unreadable(file, e);
    }
    CsvHeader header = CsvHeader.of(records.removeFirst());
    check(header);
    return header.typed() ? header : guessed(header, records, table);
  }

  private static void check(CsvHeader header) {
    Set<String> names = new HashSet<>();
    for (CsvColumn column : header.columns()) {
      if (column.isRest() && !header.typed()) {
        throw wrong(Messages.text("transfer.header.empty"));
      }
      if (!names.add(column.name())) {
        throw wrong(Messages.text("transfer.header.twice", column.name()));
      }
    }
  }

  private static ProblemException wrong(String why) {
    return new ProblemException(
        Problem.of(Problem.Kind.INVALID_REQUEST, Messages.text("transfer.header.title"), why));
  }

  private static CsvHeader guessed(
      CsvHeader header, List<List<String>> records, TableSchema table) {
    List<CsvColumn> columns = new ArrayList<>();
    for (int i = 0; i < header.columns().size(); i++) {
      CsvColumn column = header.columns().get(i);
      int at = i;
      List<String> cells =
          records.stream()
              .map(record -> at < record.size() ? record.get(at) : "")
              .filter(cell -> !cell.isEmpty())
              .toList();
      AttrType told = column.type() == AttrType.S ? guess(cells) : column.type();
      AttrType type =
          table.keys().all().stream()
              .filter(key -> key.name().equals(column.name()))
              .map(KeyAttribute::type)
              .findFirst()
              .map(key -> key.attrType())
              .orElse(Objects.requireNonNull(told));
      columns.add(column.withType(type));
    }
    return new CsvHeader(columns, false);
  }

  private static AttrType guess(List<String> cells) {
    if (cells.isEmpty()) {
      return AttrType.S;
    }
    if (cells.stream().allMatch(cell -> NUMBER.matcher(cell.strip()).matches())) {
      return AttrType.N;
    }
    for (AttrType type : new AttrType[] {AttrType.BOOL, AttrType.NULL}) {
      if (cells.stream().allMatch(cell -> reads(cell, type))) {
        return type;
      }
    }
    char first = cells.getFirst().charAt(0);
    AttrType document = first == '[' ? AttrType.L : first == '{' ? AttrType.M : AttrType.S;
    return cells.stream().allMatch(cell -> reads(cell, document)) ? document : AttrType.S;
  }

  private static boolean reads(String cell, AttrType type) {
    try {
      CsvCells.read(cell, type, false);
      return true;
    } catch (CsvCells.Fault _) {
      return false;
    }
  }
}
