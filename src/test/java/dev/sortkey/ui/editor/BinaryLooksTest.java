package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryLooksTest {
  /// A GIF of 1 × 1 pixels.
  static final Bytes GIF =
      Bytes.fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  /// A JPEG's beginning that says 640 × 480.
  private static final Bytes JPEG =
      Bytes.of(
          (byte) 0xff,
          (byte) 0xd8,
          (byte) 0xff,
          (byte) 0xe0,
          (byte) 0,
          (byte) 4,
          (byte) 1,
          (byte) 2,
          (byte) 0xff,
          (byte) 0xc0,
          (byte) 0,
          (byte) 17,
          (byte) 8,
          (byte) 1,
          (byte) 0xe0,
          (byte) 2,
          (byte) 0x80,
          (byte) 3,
          (byte) 0,
          (byte) 0);

  private static final Item ITEM =
      Orders.order().with("Raw", new Attr.B(Bytes.of((byte) 1, (byte) 2)));

  private final ItemEditorViewModel model = new Orders(ITEM).editor();

  @TempDir private Path folder;

  @Test
  void bytesAreDumpedEightALine() {
    assertThat(HexDump.of(Bytes.of("hello, w\u0000\n\u007f".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(
            """
            0000  68 65 6c 6c 6f 2c 20 77  hello, w
            0008  00 0a 7f                 ...\
            """);
    assertThat(HexDump.of(Bytes.of())).isEmpty();
    assertThat(HexDump.of(Bytes.of(new byte[1 << 20])).lines().count())
        .as("no more than can be looked at")
        .isEqualTo(HexDump.MOST / 8);
  }

  @Test
  void picturesAreKnownByTheirSignatureAndSize() {
    assertThat(Picture.of(GIF))
        .hasValueSatisfying(gif -> {
          assertThat(gif.kind()).isEqualTo(Picture.Kind.GIF);
          assertThat(gif.width()).isEqualTo(1);
          assertThat(gif.content()).as("its one picture").isEqualTo(GIF.toArray());
        });
    assertThat(Picture.of(JPEG))
        .hasValueSatisfying(jpeg -> {
          assertThat(jpeg.width()).isEqualTo(640);
          assertThat(jpeg.height()).isEqualTo(480);
          assertThat(jpeg.showable()).isTrue();
        });
    assertThat(Picture.of(Bytes.of((byte) 0xff, (byte) 0xd8, (byte) 0xff))).isEmpty();
    assertThat(Picture.of(Bytes.of("GIF89a".getBytes(StandardCharsets.US_ASCII)))).isEmpty();
    assertThat(Picture.of(Bytes.of())).isEmpty();
  }

  @Test
  void aPictureOfTooManyPixelsIsNotDecoded() {
    byte[] png = new byte[33];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a}, 0, png, 0, 8);
    png[17] = 1; // 65,536 wide
    png[22] = 1; // 256 high
    assertThat(Picture.of(Bytes.of(png)))
        .hasValueSatisfying(picture -> {
          assertThat(picture.width()).isEqualTo(65_536);
          assertThat(picture.showable()).isFalse();
        });
  }

  @Test
  void onlyTheFirstOfAGifsPicturesIsDecoded() {
    byte[] one = GIF.toArray();
    byte[] two = new byte[one.length * 2];
    System.arraycopy(one, 0, two, 0, one.length - 1);
    System.arraycopy(one, 19, two, one.length - 1, one.length - 19);
    assertThat(Picture.of(Bytes.of(two)))
        .hasValueSatisfying(gif -> assertThat(gif.content()).isEqualTo(one));
  }

  @Test
  void bytesComeFromFilesAndGoToThem() throws IOException {
    model.show(ITEM);
    Path file = folder.resolve("picture.gif");
    Files.write(file, GIF.toArray());
    model.files().load(node("Raw"), file);
    assertThat(model.draft().toItem().get("Raw")).isEqualTo(new Attr.B(GIF));
    Path copy = folder.resolve("copy.gif");
    model.files().save(node("Raw"), copy);
    assertThat(Files.readAllBytes(copy)).isEqualTo(GIF.toArray());
    assertThat(model.noticeProperty().get()).contains("bytes written to");
    model.undo(true);
    assertThat(model.draft().toItem()).isEqualTo(ITEM);
  }

  @Test
  void aFileThatDoesNotFitOrIsNotThereChangesNothing() throws IOException {
    model.show(ITEM);
    Path large = folder.resolve("large");
    Files.write(large, new byte[400 * 1024 + 1]);
    model.files().load(node("Raw"), large);
    assertThat(said()).contains("An item takes at most");
    model.files().load(node("Raw"), folder.resolve("none"));
    assertThat(said()).contains("cannot be read");
    model.files().save(node("Raw"), folder.resolve("none/file"));
    assertThat(said()).contains("cannot be written");
    assertThat(model.draft().toItem()).isEqualTo(ITEM);
  }

  @Test
  void numbersThatMayBeMomentsAreSaidAsDates() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    assertThat(EpochDate.of("1734863400", zone))
        .hasValue(new EpochDate("2024-12-22 11:30:00 CET", "2024-12-22 10:30:00 UTC"));
    assertThat(EpochDate.of("1734863400123", zone))
        .hasValue(new EpochDate("2024-12-22 11:30:00 CET", "2024-12-22 10:30:00.123 UTC"));
    assertThat(EpochDate.of("1.7348634E9", zone)).isPresent();
    assertThat(EpochDate.of("199.99", zone)).isEmpty();
    assertThat(EpochDate.of("42", zone)).isEmpty();
    assertThat(EpochDate.of("x", zone)).isEmpty();
  }

  @Test
  void onlyWebAddressesAreLinks() {
    assertThat(TextOpeners.address("https://example.com/a?b=c#d")).isPresent();
    assertThat(TextOpeners.address("HTTP://example.com")).isPresent();
    assertThat(TextOpeners.address("file:///etc/passwd")).isEmpty();
    assertThat(TextOpeners.address("javascript:alert(1)")).isEmpty();
    assertThat(TextOpeners.address("httpx://example.com")).isEmpty();
    assertThat(TextOpeners.address("https:///nohost")).isEmpty();
    assertThat(TextOpeners.address("https://example.com and more")).isEmpty();
    assertThat(TextOpeners.address("")).isEmpty();
  }

  private String said() {
    return model.edits().askedProperty().get().words();
  }

  private DraftNode node(String path) {
    return model.draft().at(AttrPath.parse(path));
  }
}
