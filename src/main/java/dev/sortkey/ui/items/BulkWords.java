package dev.sortkey.ui.items;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.Operation;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Says what a bulk edit does.
final class BulkWords {
  private static final int LONGEST = 500;

  private BulkWords() {}

  static String of(BulkEdit edit) {
    return switch (edit) {
      case BulkEdit.Delete _ -> Messages.text("items.bulk.words.delete");
      case BulkEdit.Steps(var operations) ->
          operations.stream().map(BulkWords::of).collect(Collectors.joining("; "));
    };
  }

  private static String of(Operation operation) {
    return switch (operation) {
      case Operation.Put(var path, Attr value) ->
          Messages.text("items.bulk.words.set", path, line(value));
      case Operation.Remove(var path) -> Messages.text("items.bulk.words.remove", path);
      case Operation.Rename(var path, String name) ->
          Messages.text("items.bulk.words.rename", path, name);
      case Operation.Add(var path, String amount) ->
          Messages.text("items.bulk.words.add", amount, path);
      case Operation.Append(var path, Attr values) ->
          Messages.text("items.bulk.words.append", line(values), path);
      case Operation.Convert(var path, var type) ->
          Messages.text("items.bulk.words.convert", path, TypeBadge.typeName(type));
      case Operation.Replace(var path, String pattern, int flags, String replacement) ->
          (flags & Pattern.LITERAL) == 0
              ? Messages.text("items.bulk.words.replace-pattern", pattern, path, replacement)
              : Messages.text("items.bulk.words.replace", pattern, path, unquoted(replacement));
      case Operation.Compute(var path, var formula) ->
          Messages.text("items.bulk.words.compute", path, formula);
    };
  }

  /// What [java.util.regex.Matcher#quoteReplacement] was given.
  private static String unquoted(String replacement) {
    return replacement.replaceAll("\\\\(.)", "$1");
  }

  /// As JSON, so that 5 and "5" are not the same words.
  private static String line(Attr value) {
    String json = PlainJson.write(value, false);
    return json.length() > LONGEST ? json.substring(0, LONGEST) + "…" : json;
  }
}
