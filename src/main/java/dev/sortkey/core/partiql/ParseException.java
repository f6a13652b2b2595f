package dev.sortkey.core.partiql;

/// Ends the parsing of a statement.
final class ParseException extends RuntimeException {
  private final Fault fault;

  ParseException(Fault fault) {
    super(fault.message());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
