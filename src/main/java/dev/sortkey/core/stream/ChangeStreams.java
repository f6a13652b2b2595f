package dev.sortkey.core.stream;

/// Reads the change records of a table. All methods block, end at an interrupt, and throw a
/// [dev.sortkey.core.problem.ProblemException].
public interface ChangeStreams {}
