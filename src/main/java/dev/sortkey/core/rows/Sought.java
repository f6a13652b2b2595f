package dev.sortkey.core.rows;

/// A text that is looked for in values, and how closely it is to be met.
///
/// @param matchCase whether capital and small letters are told apart
/// @param whole whether a value, or one within it, has to be just this text
public record Sought(String text, boolean matchCase, boolean whole) {}
