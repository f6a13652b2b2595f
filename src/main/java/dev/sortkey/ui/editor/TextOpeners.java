package dev.sortkey.ui.editor;

import dev.sortkey.core.json.JsonLayout;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Tip;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a string may be opened as: the page of its address, or the JSON that it holds.
final class TextOpeners {
  private static final int LONGEST_ADDRESS = 2048;

  private final FormView form;
  private final DraftNode draft;
  private @Nullable Button link;
  private @Nullable Button json;
  private final HBox box = new HBox();
  private final Tip tip = new Tip();
  private @Nullable String shown;

  TextOpeners(FormView form, DraftNode draft) {
    this.form = form;
    this.draft = draft;
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
    boolean web = page.isPresent() && form.outside() != null;
    boolean document = JsonLayout.isDocument(shown);
    if (web && link == null) {
      link = button(Feather.EXTERNAL_LINK, "editor.link", "sk-open-link", this::browse);
      link.setTooltip(tip);
    }
    if (document && json == null) {
      json = button(Feather.CODE, "editor.nested", "sk-open-json", () -> form.openNested(draft));
    }
    if (link != null) {
      Controls.show(link, web);
      page.ifPresent(at -> tip.setText(Messages.text("editor.link.to", at.getHost())));
    }
    if (json != null) {
      Controls.show(json, document);
    }
    Controls.show(box, web || document);
  }

  private void browse() {
    Outside outside = form.outside();
    if (outside != null) {
      address(draft.text()).ifPresent(outside.browser());
    }
  }

  private Button button(Feather icon, String key, String style, Runnable action) {
    Button made = Controls.icon(icon, Messages.text(key), null);
    made.getStyleClass().addAll("sk-small", style);
    made.setFocusTraversable(false);
    made.setOnAction(_ -> action.run());
    box.getChildren().add(made);
    return made;
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
