package dev.sortkey.core.transfer;

import dev.sortkey.core.value.AttrType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the columns of a CSV mean.
///
/// Sortkey's own CSV comes back the same: its header names each attribute with its type
/// (`OrderID:S,TotalAmount:N`). A cell holds the bare value when it is of its column's type, and
/// DynamoDB JSON otherwise (`{"NULL":true}`); so it does for a set, a list or a map, for an empty
/// text (`{"S":""}`) and for one that begins with a brace. An empty cell means that the item lacks
/// the attribute. A column named `:M` holds the attributes that have no column of their own.
///
/// The header of another program has names only, or `Name (S)` as the AWS console once wrote; there
/// the types are chosen by the person.
///
/// @param typed whether the cells follow the rules above
public record CsvHeader(List<CsvColumn> columns, boolean typed) {
  private static final Pattern OF_THE_CONSOLE = Pattern.compile("(.+) \\(([A-Z]+)\\)");

  public CsvHeader {
    columns = List.copyOf(columns);
  }

  /// Reads the first record; a type that nobody names is a string until something better is known.
  static CsvHeader of(List<String> cells) {
    if (!cells.isEmpty() && cells.stream().allMatch(CsvHeader::isTyped)) {
      return new CsvHeader(cells.stream().map(CsvHeader::column).toList(), true);
    }
    return new CsvHeader(
        cells.stream()
            .map(cell -> {
              Matcher console = OF_THE_CONSOLE.matcher(cell);
              return console.matches()
                  ? type(console.group(2))
                      .map(type -> new CsvColumn(console.group(1), type))
                      .orElseGet(() -> new CsvColumn(cell, AttrType.S))
                  : new CsvColumn(cell.strip(), AttrType.S);
            })
            .toList(),
        false);
  }

  List<String> cells() {
    return columns.stream().map(column -> column.name() + ":" + column.type()).toList();
  }

  private static boolean isTyped(String cell) {
    return cell.lastIndexOf(':') >= 0
        && type(cell.substring(cell.lastIndexOf(':') + 1)).isPresent()
        && (cell.lastIndexOf(':') > 0 || cell.equals(CsvColumn.REST.name() + ":M"));
  }

  private static CsvColumn column(String cell) {
    int colon = cell.lastIndexOf(':');
    return new CsvColumn(
        cell.substring(0, colon), type(cell.substring(colon + 1)).orElse(AttrType.S));
  }

  private static Optional<AttrType> type(String name) {
    return Arrays.stream(AttrType.values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
