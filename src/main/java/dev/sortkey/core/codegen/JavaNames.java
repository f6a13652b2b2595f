package dev.sortkey.core.codegen;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/// Makes names that Java allows of names that DynamoDB allows, each once.
final class JavaNames {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");

  private final Set<String> taken = new HashSet<>();

  /// `OrderID` is `orderID`, `order-date` is `orderDate`, `2nd` is `_2nd`, `class` is `class_`.
  String field(String name) {
    String type = camel(name);
    int capitals = 0;
    while (capitals < type.length() && Character.isUpperCase(type.charAt(capitals))) {
      capitals++;
    }
    // ID is id, OrderID is orderID, and SKUCode is skuCode.
    int lower = capitals <= 1 || capitals == type.length() ? Math.max(1, capitals) : capitals - 1;
    String field = type.substring(0, lower).toLowerCase(Locale.ROOT) + type.substring(lower);
    return unique(field);
  }

  /// `customer-orders` is `CustomerOrders`.
  String type(String name) {
    return unique(camel(name));
  }

  /// The one of many: `Orders` is `Order`, `Addresses` is `Address`.
  static String singular(String plural) {
    String low = plural.toLowerCase(Locale.ROOT);
    if (low.endsWith("ies") && plural.length() > 4) {
      return plural.substring(0, plural.length() - 3) + "y";
    }
    if (low.endsWith("sses") || low.endsWith("xes") || low.endsWith("ches")) {
      return plural.substring(0, plural.length() - 2);
    }
    boolean plain = low.endsWith("ss") || low.endsWith("us") || low.endsWith("is");
    return low.endsWith("s") && !plain && plural.length() > 3
        ? plural.substring(0, plural.length() - 1)
        : plural;
  }

  static String camel(String name) {
    var words = WORD.matcher(name).results().map(MatchResult::group).toList();
    var camel = new StringBuilder();
    for (String word : words) {
      camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    if (camel.isEmpty()) {
      camel.append("Attribute");
    }
    if (!Character.isJavaIdentifierStart(camel.charAt(0))) {
      camel.insert(0, '_');
    }
    return camel.toString();
  }

  private String unique(String wanted) {
    String free = SourceVersion.isKeyword(wanted) ? wanted + "_" : wanted;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = wanted + i;
    }
    return free;
  }
}
