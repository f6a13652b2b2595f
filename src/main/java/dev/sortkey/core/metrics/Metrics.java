package dev.sortkey.core.metrics;

/// CloudWatch's figures of a table. All methods block, end at an interrupt, and throw a
/// [dev.sortkey.core.problem.ProblemException].
public interface Metrics {}
