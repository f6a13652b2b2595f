package dev.sortkey.core.table;

/// Settings of a table beyond its keys. All methods block, end at an interrupt, and throw a
/// [dev.sortkey.core.problem.ProblemException].
public interface TableAdmin {}
