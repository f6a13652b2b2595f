package dev.sortkey.core.snapshot;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and digests what goes into a file.
final class Digesting extends FilterOutputStream {
  private final MessageDigest sha256 = digest("SHA-256");
  private final MessageDigest md5 = digest("MD5");
  private long bytes;

  Digesting(OutputStream out) {
    super(out);
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has both
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] content, int from, int length) throws IOException {
    out.write(content, from, length);
    sha256.update(content, from, length);
    md5.update(content, from, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /// In hexadecimal; asked once.
  String sha256() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  /// Asked once.
  byte[] md5() {
    return md5.digest();
  }
}
