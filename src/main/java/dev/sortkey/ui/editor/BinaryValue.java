package dev.sortkey.ui.editor;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Segmented;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Binary, looked at as Base64, as bytes or as text, and as the picture that it may be.
final class BinaryValue implements RowValue {
  private enum Look {
    BASE64,
    HEX,
    TEXT
  }

  private static final double WIDEST = 260;
  private static final double HIGHEST = 120;
  private static final int MOST_LINES = 8;

  private final DraftViewModel model;
  private final DraftNode draft;
  private final TextValue base64;
  private final StackPane box = new StackPane();
  private final Label kind = Controls.label("", "sk-mono", "sk-row-summary");
  private final Label count = Controls.label("", "sk-secondary");
  private final StackPane wide = new StackPane();
  private final TextArea text = area();
  private final TextArea dump = area();
  private final Label rest = Controls.label("", "sk-secondary");
  private final ImageView picture = new ImageView();
  private final Label pictureWords = Controls.label("", "sk-secondary");
  private final VBox below = new VBox(4);
  private final Segmented<Look> looks =
      new Segmented<>(
          List.of(Look.values()),
          look -> Messages.text("editor.look." + look.name().toLowerCase(Locale.ROOT)),
          Look.BASE64);
  private @Nullable String shown;
  private boolean filling;

  BinaryValue(FormView form, DraftNode draft) {
    this.model = form.model();
    this.draft = draft;
    this.base64 = new TextValue(form, draft);
    looks.getStyleClass().add("sk-small");
    looks.getButtons().forEach(button -> button.setFocusTraversable(false));
    looks.valueProperty().addListener((_, _, _) -> look());
    text.getStyleClass().add("sk-value-area");
    text.textProperty()
        .addListener((_, _, now) -> {
          if (!filling) {
            model.setText(draft, Bytes.of(now.getBytes(StandardCharsets.UTF_8)).toBase64());
          }
        });
    dump.getStyleClass().addAll("sk-value-area", "sk-hex");
    dump.setEditable(false);
    dump.setWrapText(false);
    dump.setAccessibleText(Messages.text("editor.look.hex"));
    picture.setSmooth(true);
    picture.setAccessibleText(Messages.text("editor.picture"));
    var bar = new HBox(8, looks, count, Controls.spring());
    bar.setAlignment(Pos.CENTER_LEFT);
    Outside outside = form.outside();
    if (outside != null) {
      bar.getChildren()
          .addAll(
              button(
                  Feather.UPLOAD,
                  "editor.file.load",
                  () -> model.files().load(draft, outside.files())),
              button(
                  Feather.DOWNLOAD,
                  "editor.file.save",
                  () -> model.files().save(draft, outside.files())));
    }
    below.getChildren().setAll(bar, wide, dump, rest, picture, pictureWords);
    below.getStyleClass().add("sk-bytes");
    refresh();
    look();
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public Region below() {
    return below;
  }

  @Override
  public Node input() {
    return base64.input();
  }

  @Override
  public void focus() {
    switch (looks.valueProperty().get()) {
      case BASE64 -> base64.focus();
      case HEX -> dump.requestFocus();
      case TEXT -> text.requestFocus();
    }
  }

  @Override
  public void lookOtherwise() {
    int next = looks.valueProperty().get().ordinal() + 1;
    boolean no = next == Look.TEXT.ordinal() && looks.getButtons().get(next).isDisabled();
    looks.valueProperty().set(Look.values()[no ? 0 : next % Look.values().length]);
    focus();
  }

  @Override
  public void refresh() {
    base64.refresh();
    if (draft.text().equals(shown)) {
      return;
    }
    shown = draft.text();
    Bytes bytes = draft.isBase64() ? Bytes.fromBase64(shown) : Bytes.of();
    Optional<Picture> found = Picture.of(bytes);
    count.setText(Messages.text("editor.bytes", bytes.length()));
    kind.setText(count.getText());
    Optional<String> words = Retype.decoded(shown).filter(decoded -> !TextValue.fixed(decoded));
    looks.getButtons().get(Look.TEXT.ordinal()).setDisable(words.isEmpty());
    if (words.isEmpty() && looks.valueProperty().get() == Look.TEXT) {
      looks.valueProperty().set(Look.BASE64);
    }
    filling = true;
    words.filter(now -> !now.equals(text.getText())).ifPresent(text::setText);
    filling = false;
    fillDump(bytes);
    show(found);
    place();
  }

  private void fillDump(Bytes bytes) {
    if (looks.valueProperty().get() == Look.HEX) {
      dump.setText(HexDump.of(bytes));
      dump.setPrefRowCount(Math.clamp((bytes.length() + 7) / 8, 1, MOST_LINES));
    }
    rest.setText(Messages.text("editor.look.first", HexDump.MOST, bytes.length()));
    Controls.show(rest, looks.valueProperty().get() == Look.HEX && bytes.length() > HexDump.MOST);
  }

  private void show(Optional<Picture> found) {
    picture.setImage(null);
    found
        .filter(Picture::showable)
        .map(BinaryValue::image)
        .ifPresent(image -> {
          double scale =
              Math.min(1, Math.min(WIDEST / image.getWidth(), HIGHEST / image.getHeight()));
          picture.setImage(image);
          picture.setFitWidth(Math.max(1, image.getWidth() * scale));
          picture.setFitHeight(Math.max(1, image.getHeight() * scale));
        });
    Controls.show(picture, picture.getImage() != null);
    pictureWords.setText(
        found
            .map(image ->
                Messages.text(
                    picture.getImage() != null
                        ? "editor.picture.size"
                        : image.showable() ? "editor.picture.broken" : "editor.picture.large",
                    image.kind(),
                    image.width(),
                    image.height()))
            .orElse(""));
    Controls.show(pictureWords, found.isPresent());
  }

  private static @Nullable Image image(Picture picture) {
    var image = new Image(new ByteArrayInputStream(picture.content()));
    return image.isError() || image.getWidth() < 1 ? null : image;
  }

  private void look() {
    Look now = looks.valueProperty().get();
    Controls.show(dump, now == Look.HEX);
    fillDump(draft.isBase64() ? Bytes.fromBase64(draft.text()) : Bytes.of());
    if (now == Look.TEXT) {
      text.setPrefRowCount(
          Math.clamp(2 + text.getText().chars().filter(c -> c == '\n').count(), 2, MOST_LINES));
    }
    place();
    StackPane.setAlignment(kind, Pos.CENTER_LEFT);
  }

  /// What is long has the whole row's width beneath.
  private void place() {
    Look now = looks.valueProperty().get();
    boolean inField = now == Look.BASE64 && !TextValue.needsArea(draft.text());
    Node content = now == Look.TEXT ? text : base64.node();
    boolean focused = base64.input().isFocused();
    StackPane home = inField ? box : wide;
    if (now != Look.HEX && !home.getChildren().contains(content)) {
      wide.getChildren().clear();
      box.getChildren().clear();
      home.getChildren().setAll(content);
      if (focused && now == Look.BASE64) {
        base64.focus();
      }
    }
    if (!inField && !box.getChildren().contains(kind)) {
      box.getChildren().setAll(kind);
    }
    Controls.show(wide, !inField && now != Look.HEX);
    Controls.show(count, inField);
  }

  private static Button button(Feather icon, String key, Runnable action) {
    Button button = Controls.icon(icon, Messages.text(key), null);
    button.getStyleClass().add("sk-small");
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static TextArea area() {
    var area = new TextArea();
    area.getStyleClass().addAll("sk-mono", "sk-value-field");
    area.setWrapText(true);
    return area;
  }
}
