package dev.sortkey.core.partiql;

/// Where a statement cannot be understood, and why; offsets count from the beginning of the text.
///
/// @param to behind the last character that is wrong
public record Fault(int from, int to, String message) {}
