package dev.sortkey.core.transfer;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.JsonFault;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// How a file of items is written, told from its first bytes and not from its name.
///
/// @param separator between the cells of a CSV
public record FileShape(FileForm form, Layout layout, boolean zipped, char separator) {
  /// How items follow each other in a file of JSON.
  public enum Layout {
    /// One item a line.
    LINES,
    /// The elements of an array.
    ARRAY,
    /// The elements of the array `Items` in an object, as the AWS CLI prints a scan.
    ANSWER
  }

  private static final int LOOKED_AT = 256 * 1024;
  private static final int FEW = 20;
  private static final Pattern ANSWER = Pattern.compile("\\{\\s*\"Items\"\\s*:\\s*\\[");

  public FileShape withForm(FileForm other) {
    return new FileShape(other, layout, zipped, separator);
  }

  /// Looks at the beginning of a file.
  ///
  /// @throws ProblemException when it cannot be read, is empty, or is text of another encoding
  public static FileShape of(Path file) {
    try {
      byte[] start = start(file, false);
      boolean zipped = start.length > 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
      return of(zipped ? start(file, true) : start, zipped);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static ProblemException unreadable(Path file, IOException e) {
    return new ProblemException(
        Problem.of(
            Problem.Kind.LOCAL_IO,
            Messages.text("transfer.unreadable.title", file.getFileName()),
            Messages.text("transfer.unreadable.detail", e)),
        e);
  }

  /// The bytes of the file's content, unpacked.
  static InputStream unpacked(InputStream in, boolean zipped) throws IOException {
    return zipped ? new GZIPInputStream(in, 64 * 1024) : in;
  }

  private static byte[] start(Path file, boolean zipped) throws IOException {
    try (InputStream in = unpacked(Files.newInputStream(file), zipped)) {
      var found = new java.io.ByteArrayOutputStream();
      byte[] buffer = new byte[16 * 1024];
      try {
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
          found.write(buffer, 0, n);
          if (found.size() >= LOOKED_AT) {
            break;
          }
        }
      } catch (EOFException | ZipException _) {
        // what could be unpacked is looked at; the fault is told when the rows are read
      }
      return found.toByteArray();
    }
  }

  private static FileShape of(byte[] start, boolean zipped) throws IOException {
    if (start.length > 1 && (start[0] & 0xff) + (start[1] & 0xff) == 0xff + 0xfe) {
      throw wrong("transfer.utf16");
    }
    String text = new String(start, StandardCharsets.UTF_8);
    int at = text.startsWith("\ufeff") ? 1 : 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      throw wrong("transfer.empty");
    }
    char first = text.charAt(at);
    if (first == '[') {
      return json(start, Layout.ARRAY, zipped);
    }
    if (first == '{') {
      Matcher answer = ANSWER.matcher(text).region(at, text.length());
      return json(start, answer.lookingAt() ? Layout.ANSWER : Layout.LINES, zipped);
    }
    return new FileShape(FileForm.CSV, Layout.LINES, zipped, separator(text));
  }

  private static ProblemException wrong(String key) {
    return new ProblemException(
        Problem.of(
            Problem.Kind.INVALID_REQUEST, Messages.text(key), Messages.text(key + ".detail")));
  }

  /// Plain or typed, as most of the first items are.
  private static FileShape json(byte[] start, Layout layout, boolean zipped) throws IOException {
    int typed = 0;
    int all = 0;
    var in = new ByteArrayInputStream(start);
    try (JsonTexts texts = JsonTexts.of(in, layout)) {
      for (JsonTexts.Text text = texts.next(); text != null && all < FEW; text = texts.next()) {
        all++;
        typed += isTyped(text.text()) ? 1 : 0;
      }
    }
    return new FileShape(
        typed * 2 > all ? FileForm.DYNAMO_JSON : FileForm.JSON_LINES, layout, zipped, ',');
  }

  private static boolean isTyped(String text) {
    try {
      return !DynamoJson.readLine(text).attributes().isEmpty();
    } catch (JsonFault _) {
      return false;
    }
  }

  /// The one that stands most often in the header.
  private static char separator(String text) {
    int[] counts = new int[3];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted && ",;\t".indexOf(c) >= 0) {
        counts[",;\t".indexOf(c)]++;
      }
    }
    int most = counts[1] > counts[0] ? 1 : 0;
    return ",;\t".charAt(counts[2] > counts[most] ? 2 : most);
  }
}
