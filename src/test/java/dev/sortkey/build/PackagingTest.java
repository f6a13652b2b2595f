package dev.sortkey.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the packages are made of fits together. `packaging/test` installs and starts one.
class PackagingTest {
  private static final Path PACKAGING = Path.of("packaging");
  private static final Path ICONS = Path.of("icons");

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
  void eachIconHasItsSize(int size) throws IOException {
    BufferedImage icon = ImageIO.read(ICONS.resolve("sortkey-" + size + ".png").toFile());
    assertThat(icon.getWidth()).isEqualTo(size);
    assertThat(icon.getHeight()).isEqualTo(size);
  }

  @Test
  void theIconsOfWindowsAndMacHoldTheSamePictures() throws IOException {
    byte[] small = Files.readAllBytes(ICONS.resolve("sortkey-16.png"));
    byte[] large = Files.readAllBytes(ICONS.resolve("sortkey-256.png"));
    for (String name : List.of("sortkey.ico", "sortkey.icns")) {
      assertThat(Files.readAllBytes(ICONS.resolve(name)))
          .as(name)
          .containsSubsequence(small)
          .containsSubsequence(large);
    }
  }

  @Test
  void thePackagesStartSortkeyAsThePomDoes() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    for (String option : quoted(Files.readString(PACKAGING.resolve("modules")), "  \"(.*)\"")) {
      String name = option.replaceFirst("=.*", "");
      assertThat(pom).as(option).contains(name);
    }
    assertThat(pom).contains("<main.class>dev.sortkey.Main</main.class>");
    for (String script : List.of("build", "build.ps1")) {
      assertThat(Files.readString(PACKAGING.resolve(script)))
          .contains("--main-class dev.sortkey.Main")
          .contains("packaging/modules");
    }
  }

  /// The runtime has every module that JavaFX's jars ask for.
  @Test
  void theRuntimeHoldsTheModulesOfThePom() throws IOException {
    Set<String> linked =
        Set.of(
            quoted(Files.readString(PACKAGING.resolve("modules")), "modules=\"(.*)\"")
                .getFirst()
                .split(","));
    String wanted =
        quoted(Files.readString(Path.of("pom.xml")), "<javafx.modules>(.*)</javafx.modules>")
            .getFirst();
    var missing = new TreeSet<>(Set.of(wanted.split(",")));
    missing.removeAll(linked);
    // javafx.controls brings javafx.graphics.
    missing.remove("javafx.graphics");
    assertThat(missing).isEmpty();
  }

  @Test
  void scriptsRunAndNameNoLibraryThatMayNotBeShipped() throws IOException {
    try (Stream<Path> files = Files.walk(PACKAGING)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        if (text.startsWith("#!")) {
          assertThat(file).isExecutable();
        }
        assertThat(text)
            .as(file.toString())
            .doesNotContain("com.amazonaws", "software.amazon.dynamodb");
      }
    }
  }

  @Test
  void theDesktopEntryStartsWhatTheDebInstalls() throws IOException {
    String entry = Files.readString(PACKAGING.resolve("linux/sortkey.desktop"));
    String deb = Files.readString(PACKAGING.resolve("linux/deb"));
    assertThat(entry).contains("Exec=/usr/bin/sortkey\n").contains("Icon=sortkey\n");
    assertThat(deb)
        .contains("$root/usr/bin/sortkey")
        .contains("$root/usr/share/icons/hicolor")
        .contains("apps/sortkey.png");
    assertThat(Files.readString(PACKAGING.resolve("linux/control")))
        .as("JavaFX's native libraries need these")
        .contains("libgtk-3-0", "libxtst6", "libpangoft2-1.0-0", "libfreetype6");
  }

  private static List<String> quoted(String text, String pattern) {
    Matcher matcher = Pattern.compile("(?m)" + pattern).matcher(text);
    return matcher.results().map(result -> result.group(1)).toList();
  }
}
