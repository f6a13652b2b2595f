package dev.sortkey.ui.settings;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.Expiry;
import dev.sortkey.core.table.TimeToLive;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Expiry: on or off, by which attribute, and what it would delete.
final class ExpiryCard {
  private static final int ROWS = 6;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final SettingsViewModel model;
  private final SettingsForm form;
  private final ExpiryViewModel expiry;
  private final Card card = new Card(Messages.text("settings.expiry"));
  private final VBox found = new VBox(4);
  private final Node choice;
  private final TextField attribute;
  private final Button preview =
      Controls.button(Messages.text("settings.expiry.preview"), Feather.EYE, null);
  private final Label flaw;

  ExpiryCard(SettingsViewModel model, ExpiryViewModel expiry, FlawLabels flaws) {
    this.model = model;
    this.form = model.form();
    this.expiry = expiry;
    flaw = flaws.of("ttl");
    choice = Rows.onOff(form.expiresProperty(), "expiry", Messages.text("settings.expiry"));
    attribute =
        Rows.field(
            form.ttlProperty(),
            "expiry-attribute",
            Messages.text("settings.expiry.attribute"),
            160);
    attribute.setPromptText(Messages.text("settings.expiry.prompt"));
    attribute.setOnAction(_ -> preview());
    preview.setId("expiry-preview");
    preview.setOnAction(_ -> preview());
    form.ttlProperty()
        .subscribe(name -> preview.setDisable(name.isBlank() || expiry.busyProperty().get()));
    expiry
        .busyProperty()
        .subscribe(busy -> preview.setDisable(busy || form.ttlProperty().get().isBlank()));
    expiry.previewProperty().subscribe(this::show);
    expiry.problemProperty().subscribe(this::show);
    model.readingProperty().subscribe(_ -> lay());
  }

  Node node() {
    return card;
  }

  private void lay() {
    Reading now = model.readingProperty().get();
    Problem problem = now == null ? null : now.ttl().problem();
    choice.setDisable(problem != null);
    TimeToLive ttl = now == null ? null : now.ttl().value();
    card.setFacts(state(ttl));
    List<Node> rows = new ArrayList<>();
    rows.add(Rows.row(Messages.text("settings.expiry.name"), choice));
    rows.add(
        Rows.row(
            Messages.text("settings.expiry.attribute"),
            attribute,
            Controls.explained(preview, Messages.text("settings.expiry.name-first"))));
    rows.add(flaw);
    if (problem != null) {
      rows.add(Rows.missing(problem));
    }
    rows.add(Rows.hint(Messages.text("settings.expiry.about")));
    rows.add(found);
    card.setContent(Rows.body(rows.toArray(Node[]::new)));
  }

  private static Node[] state(@Nullable TimeToLive ttl) {
    if (ttl == null) {
      return new Node[0];
    }
    String colour =
        switch (ttl.status()) {
          case ENABLED -> "sk-success";
          case ENABLING, DISABLING -> "sk-warning";
          case DISABLED -> "sk-none";
        };
    var dot = Controls.dot(colour);
    dot.getStyleClass().add("sk-small");
    return new Node[] {
      dot, Controls.label(Messages.text("settings.expiry." + ttl.status()), "sk-secondary")
    };
  }

  private void preview() {
    Reading now = model.readingProperty().get();
    if (now != null) {
      expiry.preview(now.details().schema(), form.ttlProperty().get().strip());
    }
  }

  private void show(@Nullable Problem problem) {
    if (problem != null) {
      found.getChildren().setAll(Rows.notice(problem.title() + " " + problem.detail(), true));
    }
  }

  private void show(ExpiryViewModel.@Nullable Preview preview) {
    if (preview == null) {
      return;
    }
    List<Node> rows = new ArrayList<>();
    Label sum =
        Rows.notice(
            Messages.text(
                preview.whole() ? "settings.expiry.found-whole" : "settings.expiry.found",
                preview.count(Expiry.EXPIRED),
                preview.read(),
                preview.readUnits()),
            preview.count(Expiry.EXPIRED) > 0);
    sum.setId("expiry-found");
    rows.add(sum);
    for (Expiry kind :
        List.of(
            Expiry.LATER, Expiry.TOO_OLD, Expiry.MILLISECONDS, Expiry.OTHER_TYPE, Expiry.ABSENT)) {
      if (preview.count(kind) > 0) {
        boolean odd = kind == Expiry.MILLISECONDS || kind == Expiry.OTHER_TYPE;
        String text = Messages.text("settings.expiry.kind." + kind, preview.count(kind));
        rows.add(odd ? Rows.notice(text, true) : Rows.hint(text));
      }
    }
    preview.shown().stream().limit(ROWS).forEach(item -> rows.add(row(item, preview.attribute())));
    long more = preview.count(Expiry.EXPIRED) - Math.min(ROWS, preview.shown().size());
    if (more > 0) {
      rows.add(Rows.hint(Messages.text("settings.expiry.more", more)));
    }
    found.getChildren().setAll(rows);
  }

  private static Node row(Item item, String attribute) {
    String key =
        item.attributes().entrySet().stream()
            .filter(field -> !field.getKey().equals(attribute))
            .map(field -> text(field.getValue()))
            .collect(Collectors.joining(" · "));
    Label name = Controls.label(key, "sk-mono");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    var row = new HBox(8, name, Controls.label(time(item.get(attribute)), "sk-mono-small"));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sk-expiry-row");
    return row;
  }

  private static String text(Attr value) {
    return switch (value) {
      case Attr.S(String text) -> text;
      case Attr.N(String digits) -> digits;
      default -> Messages.text("settings.expiry.binary");
    };
  }

  private static String time(@Nullable Attr value) {
    return value instanceof Attr.N(String digits)
        ? TIME.format(Instant.ofEpochSecond(new BigDecimal(digits).longValue()))
        : "";
  }
}
