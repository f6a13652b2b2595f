package dev.sortkey.standin;

/// An error of a stand-in, by the name that AWS gives it.
final class Refusal extends RuntimeException {
  private final String type;

  Refusal(String type, String message) {
    super(message);
    this.type = type;
  }

  static Refusal invalid(String message) {
    return new Refusal("com.amazon.coral.validate#ValidationException", message);
  }

  static Refusal dynamo(String name, String message) {
    return new Refusal("com.amazonaws.dynamodb.v20120810#" + name, message);
  }

  StandIn.Reply reply() {
    return StandIn.Reply.error(type, getMessage());
  }
}
