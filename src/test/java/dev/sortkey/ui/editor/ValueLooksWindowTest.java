package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.ChosenFiles;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Values that are more than their text: binary, pictures, moments, addresses, JSON.
class ValueLooksWindowTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Theme.class)
  void binaryIsLookedAtChangedLoadedAndSaved(Theme theme) throws Exception {
    try (var window = new EditorWindow(theme)) {
      var files = new ChosenFiles();
      Ui.run(() -> window.view.outside(files, _ -> {}));
      byte[] png = picture();
      window.show(
          Orders.item(
              "OrderID", new Attr.S("1"),
              "CustomerID", new Attr.S("2"),
              "Note", new Attr.B(Bytes.of("grüße, 世界".getBytes(StandardCharsets.UTF_8))),
              "Photo", new Attr.B(Bytes.of(png)),
              "Raw", new Attr.B(Bytes.of((byte) 0xff, (byte) 0, (byte) 1))));
      Ui.click(look(window, "Note", 2));
      Ui.click(window.in("Raw", ".sk-value-field"));
      Ui.press(KeyCode.F3);
      Ui.sees("3 bytes");
      window.picture("binary");
      Ui.sees("PNG picture, 64 × 40");
      assertThat(look(window, "Raw", 2).isDisabled()).as("no text").isTrue();

      TextInputControl text = (TextInputControl) window.in("Note", ".text-area");
      assertThat(text.getText()).isEqualTo("grüße, 世界");
      Ui.click(text);
      Ui.press(KeyCode.CONTROL, KeyCode.END);
      Ui.type("!");
      assertThat(window.item().get("Note"))
          .isEqualTo(new Attr.B(Bytes.of("grüße, 世界!".getBytes(StandardCharsets.UTF_8))));

      Path out = folder.resolve("out.png");
      files.choose(out);
      Ui.click(button(window, "Photo", "Save to a file"));
      Ui.until("the file", () -> Files.exists(out));
      assertThat(files.proposed).isEqualTo("Photo.png");
      assertThat(out).hasBinaryContent(png);
      Ui.click(button(window, "Raw", "Load from a file"));
      Ui.until("the bytes", () -> window.item().get("Raw").equals(new Attr.B(Bytes.of(png))));
      window.picture("binary-loaded");
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void momentsAddressesAndJsonAreOpened(Theme theme) {
    try (var window = new EditorWindow(theme)) {
      var pages = new ArrayList<URI>();
      Ui.run(() -> window.view.outside(new ChosenFiles(), pages::add));
      Item item =
          Orders.item(
              "OrderID", new Attr.S("1"),
              "CustomerID", new Attr.S("2"),
              "ExpiresAt", new Attr.N("1734863400"),
              "UpdatedAt", new Attr.N("1734863400123"),
              "Count", new Attr.N("42"),
              "Page", new Attr.S("https://example.com/orders/1"),
              "Payload", new Attr.S("{\"a\":1.0,\"b\":[true]}"),
              "Many", new Attr.S("{\"text\":\"" + "x".repeat(70) + "\"}"));
      window.show(item);
      Ui.sees("2024-12-22");
      assertThat(pages).as("nothing opens by itself").isEmpty();
      window.picture("looks");
      Ui.click(window.in("Page", ".sk-open-link"));
      assertThat(pages).containsExactly(URI.create("https://example.com/orders/1"));

      Ui.click(window.row("Payload"), MouseButton.SECONDARY, 1);
      Ui.sees("Open as JSON");
      Ui.press(KeyCode.ESCAPE);
      Ui.click(window.in("Payload", ".sk-open-json"));
      Ui.find("#nested-json");
      window.picture("nested");
      Ui.press(KeyCode.CONTROL, KeyCode.END);
      Ui.type("x");
      Ui.click(Ui.find("#nested-done"));
      Ui.find("#nested-fault");
      window.picture("nested-fault");
      Ui.click(Ui.find("#nested-json"));
      Ui.press(KeyCode.CONTROL, KeyCode.END);
      Ui.press(KeyCode.BACK_SPACE);
      Ui.click(Ui.find("#nested-done"));
      Ui.until("the form", () -> Ui.shows(node -> node instanceof FormView));
      assertThat(window.item()).as("not a letter changed").isEqualTo(item);
    }
  }

  private static Node look(EditorWindow window, String name, int which) {
    RowView row = window.row(name);
    return Ui.onFx(() -> new ArrayList<>(row.lookupAll(".sk-segment")).get(which));
  }

  private static Node button(EditorWindow window, String name, String words) {
    RowView row = window.row(name);
    return Ui.onFx(() ->
        row.lookupAll(".sk-button").stream()
            .filter(node -> words.equals(node.getAccessibleText()))
            .findFirst()
            .orElseThrow());
  }

  private static byte[] picture() throws IOException {
    var image = new BufferedImage(64, 40, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 64; x++) {
      for (int y = 0; y < 40; y++) {
        image.setRGB(x, y, Color.HSBtoRGB(x / 64f, 0.7f, 0.4f + y / 80f));
      }
    }
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}
