package dev.sortkey.standin;

import dev.sortkey.standin.StandIn.Reply;

/// Refusals in DynamoDB's words.
final class Fault {
  private Fault() {}

  static Reply of(String type, String message) {
    return Reply.error("com.amazonaws.dynamodb.v20120810#" + type, message);
  }

  static Reply validation(String message) {
    return Reply.error("com.amazon.coral.validate#ValidationException", message);
  }

  /// Of a table that is given by its name or by its ARN.
  static String name(String table) {
    return table.startsWith("arn:") ? table.replaceAll(".*:table/([^/]*).*", "$1") : table;
  }
}
