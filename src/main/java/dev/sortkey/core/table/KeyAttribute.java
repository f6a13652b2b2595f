package dev.sortkey.core.table;

/// One attribute of a key.
public record KeyAttribute(String name, KeyType type) {}
