package dev.sortkey.core.stream;

/// Lambda functions that a stream calls. All methods block, end at an interrupt, and throw a
/// [dev.sortkey.core.problem.ProblemException].
public interface Triggers {}
