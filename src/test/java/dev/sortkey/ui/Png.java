package dev.sortkey.ui;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Writes pictures as PNG, so that the tests need neither Swing nor AWT.
final class Png {
  private Png() {}

  static byte[] encode(WritableImage image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var raw = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(raw)) {
      byte[] line = new byte[1 + width * 3];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int argb = pixels[y * width + x];
          line[1 + x * 3] = (byte) (argb >> 16);
          line[2 + x * 3] = (byte) (argb >> 8);
          line[3 + x * 3] = (byte) argb;
        }
        deflate.write(line);
      }
    }
    var out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    var head = new ByteArrayOutputStream();
    var data = new DataOutputStream(head);
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", head.toByteArray());
    chunk(out, "IDAT", raw.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] body)
      throws IOException {
    byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(body);
    var data = new DataOutputStream(out);
    data.writeInt(body.length);
    data.write(name);
    data.write(body);
    data.writeInt((int) crc.getValue());
  }
}
