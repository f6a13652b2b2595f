package dev.sortkey.core.transfer;

/// Reads and writes whole tables in parallel parts. All methods block, end at an interrupt, and
/// throw a [dev.sortkey.core.problem.ProblemException].
public interface BulkItems {}
