package dev.sortkey.core.table;

import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.ItemSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks a resource policy as far as it can be done without AWS (Developer Guide, "Resource-based
/// policy considerations"; IAM User Guide, "Grammar of the IAM JSON policy language").
public final class PolicyRules {
  /// In bytes, white space included.
  public static final int LONGEST = 20 * 1024;

  private static final List<List<String>> NEEDED =
      List.of(
          List.of("Principal", "NotPrincipal"),
          List.of("Action", "NotAction"),
          List.of("Resource", "NotResource"));

  private PolicyRules() {}

  /// The first thing that is wrong, in words, or nothing.
  public static Optional<String> check(String policy) {
    int length = ItemSize.of(policy);
    if (policy.isBlank()) {
      return said("table.policy-empty");
    }
    if (length > LONGEST) {
      return said("table.policy-long", length, LONGEST);
    }
    Attr document;
    try {
      document = PlainJson.readAttr(policy);
    } catch (JsonFault e) {
      return said("table.policy-json", e.line(), e.column(), e.getMessage());
    }
    if (!(document instanceof Attr.M(Map<String, Attr> fields))) {
      return said("table.policy-object");
    }
    Attr statements = fields.get("Statement");
    return switch (statements) {
      case Attr.M statement -> statement(1, statement);
      case Attr.L(List<Attr> list) when !list.isEmpty() -> {
        for (int i = 0; i < list.size(); i++) {
          Optional<String> flaw = statement(i + 1, list.get(i));
          if (flaw.isPresent()) {
            yield flaw;
          }
        }
        yield Optional.empty();
      }
      case null, default -> said("table.policy-statement");
    };
  }

  private static Optional<String> statement(int number, Attr statement) {
    if (!(statement instanceof Attr.M(Map<String, Attr> fields))) {
      return said("table.policy-statement");
    }
    if (!(fields.get("Effect") instanceof Attr.S(String effect)
        && List.of("Allow", "Deny").contains(effect))) {
      return said("table.policy-effect", number);
    }
    return NEEDED.stream()
        .filter(names -> names.stream().noneMatch(fields::containsKey))
        .findFirst()
        .flatMap(names -> said("table.policy-lacks", number, names.getFirst()));
  }

  private static Optional<String> said(String key, Object... arguments) {
    return Optional.of(Messages.text(key, arguments));
  }
}
