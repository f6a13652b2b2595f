package dev.sortkey.core.codegen;

/// One generated file.
///
/// @param name with its folder below the project's root, or just the file's name
public record SourceFile(String name, String text) {}
