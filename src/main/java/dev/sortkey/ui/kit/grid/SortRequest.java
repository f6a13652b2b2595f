package dev.sortkey.ui.kit.grid;

/// The order that a person asks for by a column's header.
public record SortRequest(String column, boolean descending) {}
