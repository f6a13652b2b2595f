package dev.sortkey.ui.editor;

import dev.sortkey.core.value.Bytes;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bytes that begin as an image, with its size as the header says, so that nothing is decoded that
/// would not fit: few bytes can hold very many pixels.
///
/// @param content what to decode: of a GIF the first of its pictures, since each may be as large
record Picture(Kind kind, int width, int height, byte[] content) {
  enum Kind {
    PNG,
    JPEG,
    GIF
  }

  /// Decoded at once while the person waits, about a twentieth of a second.
  private static final long MOST_PIXELS = 4_000_000;

  static Optional<Picture> of(Bytes bytes) {
    byte[] b = bytes.toArray();
    try {
      if (begins(b, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
        return Optional.of(new Picture(Kind.PNG, four(b, 16), four(b, 20), b));
      }
      if (begins(b, 'G', 'I', 'F', '8')) {
        return Optional.of(new Picture(Kind.GIF, little(b, 6), little(b, 8), firstOfGif(b)));
      }
      return begins(b, 0xff, 0xd8, 0xff) ? Optional.ofNullable(jpeg(b)) : Optional.empty();
    } catch (ArrayIndexOutOfBoundsException _) {
      return Optional.empty(); // cut off
    }
  }

  boolean showable() {
    return width > 0 && height > 0 && (long) width * height <= MOST_PIXELS;
  }

  /// Walks over the segments to the frame's header, which has the size (ITU-T T.81, B.2.2).
  private static @Nullable Picture jpeg(byte[] b) {
    int at = 2;
    while (at + 9 < b.length && (b[at] & 0xff) == 0xff) {
      int marker = b[at + 1] & 0xff;
      if (marker == 0xff) {
        at++; // a filling byte
        continue;
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return new Picture(Kind.JPEG, two(b, at + 7), two(b, at + 5), b);
      }
      at += 2 + two(b, at + 2);
    }
    return null;
  }

  /// A GIF up to the end of its first picture (GIF89a specification, sections 18 to 26).
  private static byte[] firstOfGif(byte[] b) {
    int at = 13 + colours(b[10]);
    while (b[at] == 0x21) {
      at = blocks(b, at + 2);
    }
    if (b[at] != 0x2c) {
      return b;
    }
    int end = blocks(b, at + 11 + colours(b[at + 9]));
    byte[] first = Arrays.copyOf(b, end + 1);
    first[end] = 0x3b;
    return first;
  }

  private static int colours(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int blocks(byte[] b, int from) {
    int at = from;
    while (b[at] != 0) {
      at += 1 + (b[at] & 0xff);
    }
    return at + 1;
  }

  private static boolean begins(byte[] b, int... signature) {
    if (b.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((b[i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private static int two(byte[] b, int at) {
    return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
  }

  private static int four(byte[] b, int at) {
    return two(b, at) << 16 | two(b, at + 2);
  }

  private static int little(byte[] b, int at) {
    return b[at] & 0xff | (b[at + 1] & 0xff) << 8;
  }
}
