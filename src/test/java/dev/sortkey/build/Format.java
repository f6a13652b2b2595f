package dev.sortkey.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Formats the sources, `mvn test-compile exec:exec@format`; [FormatTest] checks that it was done.
public final class Format {
  private static final JavaFormatterOptions OPTIONS = JavaFormatterOptions.defaultOptions();

  private Format() {}

  public static void main(String[] args) throws Exception {
    for (Path file : sources()) {
      String formatted = formatted(file);
      if (!formatted.equals(Files.readString(file))) {
        Files.writeString(file, formatted);
        System.out.println("formatted " + file);
      }
    }
  }

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  static String formatted(Path file) throws Exception {
    String source = RemoveUnusedImports.removeUnusedImports(Files.readString(file));
    source = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE);
    return new Formatter(OPTIONS).formatSource(source);
  }
}
