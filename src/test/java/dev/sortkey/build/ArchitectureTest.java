package dev.sortkey.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of the house hold, and each of them fails on a violation planted for it. Plain JUnit
/// methods: ArchUnit's own runner can report no tests and stay green.
class ArchitectureTest {
  private static final int LONGEST_FILE = 500;

  private static JavaClasses house;
  private static JavaClasses planted;

  static Stream<String> rules() {
    return new Rules("any").all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theHouseKeeps(String rule) {
    ArchRule checked = new Rules("dev.sortkey").all().get(rule);
    checked.check(house());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPlantedViolationIsSeen(String rule) {
    EvaluationResult result = new Rules("planted.sortkey").all().get(rule).evaluate(planted());
    assertThat(result.hasViolation()).as("nothing planted was found by: " + rule).isTrue();
    assertThat(result.getFailureReport().getDetails())
        .allMatch(line -> line.contains("planted.sortkey"));
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      Set<Path> packages =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .filter(folder -> !folder.endsWith(Path.of("dev/sortkey")))
              .collect(Collectors.toSet());
      assertThat(packages).hasSizeGreaterThan(15);
      for (Path folder : packages) {
        assertThat(folder.resolve("package-info.java"))
            .content()
            .as(folder.toString())
            .startsWith("/// ")
            .contains("@NullMarked");
      }
    }
  }

  @Test
  void noFileIsLongerThanAPersonReads() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : Format.sources()) {
      if (lines(file) > LONGEST_FILE) {
        tooLong.add(file + " has " + lines(file) + " lines");
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void theLineCountSeesALongFile(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
    Path file = folder.resolve("Long.java");
    Files.writeString(file, "// a line\n".repeat(LONGEST_FILE + 1));
    assertThat(lines(file)).isGreaterThan(LONGEST_FILE);
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }

  private static synchronized JavaClasses house() {
    if (house == null) {
      house =
          new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .withImportOption(location -> !location.contains("/test/"))
              .importPackages("dev.sortkey");
      assertThat(house).hasSizeGreaterThan(60);
    }
    return house;
  }

  private static synchronized JavaClasses planted() {
    if (planted == null) {
      planted = new ClassFileImporter().importPackages("planted.sortkey");
    }
    return planted;
  }
}
