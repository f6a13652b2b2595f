package dev.sortkey.core.backup;

/// AWS on-demand backups and point-in-time recovery. All methods block, end at an interrupt, and
/// throw a [dev.sortkey.core.problem.ProblemException].
public interface Backups {}
