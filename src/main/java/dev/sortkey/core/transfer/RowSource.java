package dev.sortkey.core.transfer;

import dev.sortkey.core.text.Messages;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// The rows of a file, one after the other; never more than one is held.
public final class RowSource implements Closeable {
  /// What knows how one form is read.
  interface Reading extends Closeable {
    /// Null at the end.
    @Nullable Row next() throws IOException;

    /// Where the file stands, from 1.
    long line();
  }

  private final Counting counting;
  private final Reading reading;
  private boolean ended;

  private RowSource(Counting counting, Reading reading) {
    this.counting = counting;
    this.reading = reading;
  }

  /// @param header of a CSV, with the types that the person chose; else null
  /// @throws dev.sortkey.core.problem.ProblemException when the file cannot be opened
  public static RowSource open(Path file, FileShape shape, @Nullable CsvHeader header) {
    try {
      var counting = new Counting(Files.newInputStream(file));
      try {
        InputStream in = FileShape.unpacked(counting, shape.zipped());
        return new RowSource(
            counting,
            shape.form() == FileForm.CSV && header != null
                ? new CsvRows(in, shape.separator(), header)
                : new JsonRows(JsonTexts.of(in, shape.layout()), shape.form()));
      } catch (IOException e) {
        counting.close();
        throw e;
      }
    } catch (IOException e) {
      throw FileShape.unreadable(file, e);
    }
  }

  /// The next row, or null at the end. Where the file is damaged so that nothing after can be read,
  /// the last row says so.
  public @Nullable Row next() {
    if (ended) {
      return null;
    }
    try {
      Row row = reading.next();
      ended = row == null || row instanceof Row.Bad bad && bad.last();
      return row;
    } catch (IOException e) {
      ended = true;
      return new Row.Bad(reading.line(), "", words(e), true);
    }
  }

  /// How many bytes of the file have been read, as they lie on the disk.
  public long bytes() {
    return counting.count;
  }

  @Override
  public void close() {
    try {
      reading.close();
      counting.close();
    } catch (IOException _) {
      // it was only read
    }
  }

  static String words(IOException e) {
    return switch (e) {
      case EOFException _ -> Messages.text("transfer.row.truncated");
      case ZipException _ -> Messages.text("transfer.row.damaged-zip", e.getMessage());
      case CharacterCodingException _ -> Messages.text("transfer.row.utf8");
      default -> Messages.text("transfer.row.unreadable", e);
    };
  }

  private static final class Counting extends FilterInputStream {
    private volatile long count;

    private Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      count += octet < 0 ? 0 : 1;
      return octet;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
