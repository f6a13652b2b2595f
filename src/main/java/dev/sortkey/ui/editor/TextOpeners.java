package dev.sortkey.ui.editor;

import dev.sortkey.core.json.JsonLayout;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Controls;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a string may be opened as: the page of its address, or the JSON that it holds.
final class TextOpeners {
  private static final int LONGEST_ADDRESS = 2048;

  private final FormView form;
  private final DraftNode draft;
  private final Button link =
      Controls.icon(Feather.EXTERNAL_LINK, Messages.text("editor.link"), null);
  private final Button json = Controls.icon(Feather.CODE, Messages.text("editor.nested"), null);
  private final HBox box = new HBox(link, json);
  private @Nullable String shown;

  TextOpeners(FormView form, DraftNode draft) {
    this.form = form;
    this.draft = draft;
    for (Button button : new Button[] {link, json}) {
      button.getStyleClass().add("sk-small");
      button.setFocusTraversable(false);
    }
    link.getStyleClass().add("sk-open-link");
    json.getStyleClass().add("sk-open-json");
    link.setOnAction(_ -> {
      Outside outside = form.outside();
      address(draft.text())
          .ifPresent(page -> {
            if (outside != null) {
              outside.browser().accept(page);
            }
          });
    });
    json.setOnAction(_ -> form.openNested(draft));
    box.setMinWidth(HBox.USE_PREF_SIZE);
  }

  Node node() {
    return box;
  }

  void refresh() {
    if (draft.type() != AttrType.S || draft.text().equals(shown)) {
      return;
    }
    shown = draft.text();
    Optional<URI> page = address(shown);
    Controls.show(link, page.isPresent() && form.outside() != null);
    page.ifPresent(
        at -> link.setTooltip(new Tooltip(Messages.text("editor.link.to", at.getHost()))));
    Controls.show(json, JsonLayout.isDocument(shown));
    Controls.show(box, link.isVisible() || json.isVisible());
  }

  /// The web page of which a text is the address.
  static Optional<URI> address(String text) {
    if (text.length() > LONGEST_ADDRESS || !text.regionMatches(true, 0, "http", 0, 4)) {
      return Optional.empty();
    }
    try {
      var page = new URI(text);
      String scheme = page.getScheme() == null ? "" : page.getScheme().toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https")) && page.getHost() != null
          ? Optional.of(page)
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
