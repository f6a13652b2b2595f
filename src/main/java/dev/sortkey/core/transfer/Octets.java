package dev.sortkey.core.transfer;

import dev.sortkey.core.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The bytes of a stream one by one, without the byte order mark that Windows puts before UTF-8.
final class Octets implements Closeable {
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int end;
  private boolean begun;

  Octets(InputStream in) {
    this.in = in;
  }

  /// The next byte, or -1 at the end.
  int next() throws IOException {
    if (!begun) {
      begun = true;
      end = Math.max(0, in.readNBytes(buffer, 0, MARK.length));
      at = end == MARK.length && Arrays.equals(buffer, 0, end, MARK, 0, MARK.length) ? end : 0;
    }
    if (at == end) {
      end = in.read(buffer);
      at = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }

  /// The text that the bytes are, or null when they are no UTF-8.
  static @Nullable String text(ByteArrayOutputStream bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  /// A text or, when the bytes are no UTF-8, what can be read of them and why.
  static JsonTexts.Text text(long line, ByteArrayOutputStream bytes, boolean tooLong) {
    String text = text(bytes);
    if (tooLong) {
      return new JsonTexts.Text(line, "", Messages.text("transfer.row.long"));
    }
    return text == null
        ? new JsonTexts.Text(
            line, bytes.toString(StandardCharsets.UTF_8), Messages.text("transfer.row.utf8"))
        : new JsonTexts.Text(line, text, null);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
