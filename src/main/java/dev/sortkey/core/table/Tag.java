package dev.sortkey.core.table;

/// A label on a table, for cost reports and access rules.
public record Tag(String key, String value) {}
