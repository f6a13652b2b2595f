package dev.sortkey.ui.settings;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.table.KmsKey;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Card;
import dev.sortkey.ui.kit.Controls;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The cards of what a table is as a whole: class, encryption, protection, warm throughput.
final class TableCards {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final SettingsViewModel model;
  private final SettingsForm form;
  private final FlawLabels flaws;

  TableCards(SettingsViewModel model, FlawLabels flaws) {
    this.model = model;
    this.form = model.form();
    this.flaws = flaws;
  }

  Node tableClass() {
    var card = new Card(Messages.text("settings.class"));
    Node choice =
        Rows.choice(
            List.of(TableClass.values()),
            it -> Messages.text("table.setting.class." + it),
            form.tableClassProperty(),
            "table-class",
            Messages.text("settings.class"));
    choice.setDisable(model.sandbox());
    model
        .readingProperty()
        .subscribe(now -> {
          List<Node> rows = new ArrayList<>();
          rows.add(Rows.row(Messages.text("settings.class.name"), choice));
          rows.add(Rows.hint(Messages.text("settings.class.about")));
          if (now != null && now.details().classChanged() != null) {
            rows.add(
                Rows.hint(
                    Messages.text(
                        "settings.class.changed", TIME.format(now.details().classChanged()))));
          }
          ignored(rows);
          card.setContent(Rows.body(rows.toArray(Node[]::new)));
        });
    return card;
  }

  Node protection() {
    var card = new Card(Messages.text("settings.protection"));
    card.setContent(
        Rows.body(
            Rows.row(
                Messages.text("settings.protection.name"),
                Rows.onOff(
                    form.guardedProperty(), "protection", Messages.text("settings.protection"))),
            Rows.hint(Messages.text("settings.protection.about"))));
    return card;
  }

  Node warm() {
    var card = new Card(Messages.text("settings.warm"));
    Node reads =
        Rows.field(
            form.warmReadsProperty(), "warm-reads", Messages.text("settings.warm.reads"), 120);
    Node writes =
        Rows.field(
            form.warmWritesProperty(), "warm-writes", Messages.text("settings.warm.writes"), 120);
    Node flaw = flaws.of("warm");
    model
        .readingProperty()
        .subscribe(now -> {
          if (now == null || now.details().warm() == null) {
            card.setContent(Rows.body(Rows.notice(Messages.text("settings.not-offered"), false)));
            return;
          }
          List<Node> rows =
              new ArrayList<>(
                  List.of(
                      Rows.row(Messages.text("settings.warm.reads"), reads),
                      Rows.row(Messages.text("settings.warm.writes"), writes),
                      flaw,
                      Rows.hint(Messages.text("settings.warm.about"))));
          reads.setDisable(model.sandbox());
          writes.setDisable(model.sandbox());
          ignored(rows);
          card.setContent(Rows.body(rows.toArray(Node[]::new)));
        });
    return card;
  }

  Node encryption() {
    var card = new Card(Messages.text("settings.encryption"));
    Node choice =
        Rows.choice(
            List.of(SettingsForm.KeyKind.values()),
            it -> Messages.text("settings.key." + it),
            form.keyKindProperty(),
            "encryption",
            Messages.text("settings.encryption"));
    choice.setDisable(model.sandbox());
    ComboBox<String> key = keys();
    Node flaw = flaws.of("encryption");
    Runnable lay = () -> lay(card, choice, key, flaw);
    form.keyKindProperty().subscribe(lay);
    model.readingProperty().subscribe(_ -> lay.run());
    return card;
  }

  private void lay(Card card, Node choice, ComboBox<String> key, Node flaw) {
    Reading now = model.readingProperty().get();
    List<Node> rows = new ArrayList<>();
    rows.add(Rows.row(Messages.text("settings.key"), choice));
    if (form.keyKindProperty().get() == SettingsForm.KeyKind.OWN) {
      rows.add(Rows.row(Messages.text("settings.key.own"), key));
      Problem problem = now == null ? null : now.keys().problem();
      if (problem != null) {
        rows.add(Rows.notice(Messages.text("settings.keys-missing"), false));
      }
    }
    rows.add(flaw);
    rows.add(Rows.hint(Messages.text("settings.key.about." + form.keyKindProperty().get())));
    if (now != null) {
      key.getItems()
          .setAll(
              now.keys().or(List.of()).stream()
                  .filter(it -> it.usable() && !it.awsManaged())
                  .map(KmsKey::arn)
                  .toList());
      state(now.details(), rows, card);
    }
    ignored(rows);
    card.setContent(Rows.body(rows.toArray(Node[]::new)));
  }

  private static void state(TableDetails details, List<Node> rows, Card card) {
    card.setFacts();
    if (details.encryptionStatus() != null && !details.encryptionStatus().equals("ENABLED")) {
      card.setFacts(Controls.label(details.encryptionStatus(), "sk-warning-text"));
    }
    if (details.encryptionInaccessible() != null) {
      rows.add(
          Rows.notice(
              Messages.text(
                  "settings.key.inaccessible", TIME.format(details.encryptionInaccessible())),
              true));
    }
  }

  /// Chosen by alias, or typed as ARN, id or alias.
  private ComboBox<String> keys() {
    var combo = new ComboBox<String>();
    combo.setEditable(true);
    combo.setId("encryption-key");
    combo.setAccessibleText(Messages.text("settings.key.own"));
    combo.setPromptText(Messages.text("settings.key.prompt"));
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setPrefWidth(320);
    combo.getStyleClass().add("sk-start-combo");
    combo.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String arn) {
            return known().stream()
                .filter(key -> key.arn().equals(arn))
                .findFirst()
                .map(KmsKey::label)
                .orElse(Objects.requireNonNullElse(arn, ""));
          }

          @Override
          public String fromString(String typed) {
            return known().stream()
                .filter(key -> key.is(typed.strip()))
                .findFirst()
                .map(KmsKey::arn)
                .orElse(typed.strip());
          }
        });
    combo.setValue(form.keyProperty().get());
    combo
        .valueProperty()
        .addListener((_, _, now) -> form.keyProperty().set(now == null ? "" : now));
    combo
        .getEditor()
        .textProperty()
        .addListener(
            (_, _, typed) -> form.keyProperty().set(combo.getConverter().fromString(typed)));
    form.keyProperty()
        .addListener((_, _, now) -> {
          if (!now.equals(combo.getConverter().fromString(combo.getEditor().getText()))) {
            combo.setValue(now);
          }
        });
    return combo;
  }

  private List<KmsKey> known() {
    Reading now = model.readingProperty().get();
    return now == null ? List.of() : now.keys().or(List.of());
  }

  private void ignored(List<Node> rows) {
    if (model.sandbox()) {
      rows.add(Rows.notice(Messages.text("settings.ignored"), false));
    }
  }
}
