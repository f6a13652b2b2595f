package dev.sortkey.core.stream;

/// Kinesis streams that receive a table's changes. All methods block, end at an interrupt, and
/// throw a [dev.sortkey.core.problem.ProblemException].
public interface StreamDestinations {}
