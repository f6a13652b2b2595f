package dev.sortkey.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The bundle has what the code asks for, and nothing that nobody asks for.
class MessagesTest {
  private static final Path BUNDLE = Path.of("src/main/resources/dev/sortkey/messages.properties");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern ASKED =
      Pattern.compile("Messages\\.text\\(\\s*\"([^\"]+)\"(\\s*\\+)?");

  @Test
  void everyKeyThatIsAskedForIsThere() throws IOException {
    Set<String> missing = new TreeSet<>();
    Matcher matcher = ASKED.matcher(code());
    while (matcher.find()) {
      boolean prefix = matcher.group(2) != null;
      boolean there =
          prefix
              ? bundle().stringPropertyNames().stream()
                  .anyMatch(k -> k.startsWith(matcher.group(1)))
              : Messages.has(matcher.group(1));
      if (!there) {
        missing.add(matcher.group(1));
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyIsAskedFor() throws IOException {
    Set<String> literals = new TreeSet<>();
    Matcher matcher = LITERAL.matcher(code());
    while (matcher.find()) {
      literals.add(matcher.group(1));
    }
    List<String> unused = new ArrayList<>();
    for (String key : bundle().stringPropertyNames()) {
      boolean byPrefix =
          literals.stream()
              .anyMatch(
                  l -> (l.endsWith(".") || l.endsWith("-")) && l.length() > 2 && key.startsWith(l));
      boolean asDetail =
          key.endsWith(".detail")
              && literals.contains(".detail")
              && literals.contains(key.substring(0, key.length() - ".detail".length()));
      if (!literals.contains(key) && !byPrefix && !asDetail) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void everyTextIsAWellFormedMessage() throws IOException {
    Properties bundle = bundle();
    for (String key : bundle.stringPropertyNames()) {
      String text = bundle.getProperty(key);
      new MessageFormat(text, Locale.ENGLISH);
      assertThat(text.replace("''", "").replaceAll("'[^']*[{}][^']*'", ""))
          .as(key + ": a lone apostrophe")
          .doesNotContain("'");
    }
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    List<String> keys =
        Files.readAllLines(BUNDLE).stream()
            .filter(line -> line.matches("[a-z][A-Za-z0-9_.-]*\\s*=.*"))
            .map(line -> line.substring(0, line.indexOf('=')).strip())
            .toList();
    assertThat(keys).doesNotHaveDuplicates().isNotEmpty();
  }

  private static Properties bundle() throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLE)) {
      properties.load(reader);
    }
    return properties;
  }

  private static String code() throws IOException {
    var code = new StringBuilder();
    for (Path file : Format.sources()) {
      if (file.startsWith("src/main")) {
        code.append(Files.readString(file)).append('\n');
      }
    }
    return code.toString();
  }
}
