package dev.sortkey.ui.kit.grid;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Orders of a shop as rows: every type, odd types among them, and staged changes.
final class Orders implements GridRows {
  static final List<GridColumn> COLUMNS =
      List.of(
          new GridColumn("OrderID", AttrType.S, true),
          new GridColumn("CustomerID", AttrType.S, true),
          new GridColumn("OrderDate", AttrType.S, false),
          new GridColumn("TotalAmount", AttrType.N, false),
          new GridColumn("Status", AttrType.S, false),
          new GridColumn("Items", AttrType.L, false),
          new GridColumn("Address", AttrType.M, false),
          new GridColumn("Gift", AttrType.BOOL, false),
          new GridColumn("Tags", AttrType.SS, false),
          new GridColumn("Receipt", AttrType.B, false),
          new GridColumn("Email", AttrType.S, false),
          new GridColumn("Note", AttrType.S, false));

  private static final String[] STATUS = {"SHIPPED", "DELIVERED", "PENDING", "CANCELLED", "NEW"};
  private static final String[] NOTE = {
    "Leave at the door",
    "配達は午後にお願いします、よろしく",
    "two\nlines",
    "🎁 wrap as a gift please",
    "Zürich · Straße",
  };
  final boolean staged;
  int count;
  int asked;

  Orders(int count, boolean staged) {
    this.count = count;
    this.staged = staged;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public Mark mark(int row) {
    if (!staged) {
      return Mark.NONE;
    }
    return switch (row) {
      case 0, 3 -> Mark.EDIT;
      case 5 -> Mark.DELETE;
      case 12 -> Mark.ADD;
      default -> Mark.NONE;
    };
  }

  @Override
  public boolean edited(int row, String attribute) {
    return attribute.equals("Status") || row == 3 && attribute.equals("TotalAmount");
  }

  @Override
  public @Nullable Attr value(int row, String attribute) {
    asked++;
    return switch (attribute) {
      case "OrderID" -> new Attr.S("%04d".formatted(1001 - row));
      case "CustomerID" -> new Attr.S("C123");
      case "OrderDate" -> new Attr.S("2024-12-%02d".formatted(22 - Math.floorMod(row, 20)));
      case "TotalAmount" -> amount(row);
      case "Status" -> new Attr.S(STATUS[row % STATUS.length]);
      case "Items" -> items(1 + row % 4);
      case "Address" -> row % 5 == 3 ? new Attr.Null() : row % 7 == 4 ? null : address();
      case "Gift" -> row % 3 == 0 ? null : new Attr.Bool(row % 2 == 0);
      case "Tags" -> row % 6 == 5 ? new Attr.L(List.of()) : Attr.SS.of(List.of("express", "eu"));
      case "Receipt" -> new Attr.B(Bytes.of(new byte[row * 7 % 48]));
      case "Email" -> row % 4 == 2 ? new Attr.S("") : new Attr.S("ana" + row + "@example.com");
      case "Note" -> new Attr.S(NOTE[row % NOTE.length]);
      default -> null;
    };
  }

  private static Attr amount(int row) {
    return switch (row % 8) {
      case 4 -> new Attr.S("320");
      case 6 -> new Attr.Null();
      case 7 -> Attr.NS.of(List.of("1", "2"));
      default -> new Attr.N(row % 2 == 0 ? "199.99" : "48.5");
    };
  }

  private static Attr items(int count) {
    return new Attr.L(
        List.of("P-100", "P-311", "P-205", "P-044").subList(0, count).stream()
            .<Attr>map(id -> map(Map.of("ProductID", new Attr.S(id))))
            .toList());
  }

  private static Attr address() {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("City", new Attr.S("Lyon"));
    fields.put("Country", new Attr.S("FR"));
    fields.put("Zip", new Attr.S("69001"));
    fields.put("Checked", new Attr.Null());
    return new Attr.M(fields);
  }

  private static Attr map(Map<String, Attr> fields) {
    return Attr.M.of(fields);
  }
}
