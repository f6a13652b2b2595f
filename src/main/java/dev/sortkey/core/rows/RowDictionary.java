package dev.sortkey.core.rows;

/// The attribute names that the rows of one result share, each stored once.
public final class RowDictionary {}
