package dev.sortkey.ui.library;

import dev.sortkey.core.library.Asked;
import dev.sortkey.core.library.LibraryJson;
import dev.sortkey.core.library.Parameters;
import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.library.SavedQuery;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.SaveQueryDialog;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is chosen in the library, whole, and what can be done with it.
final class KeptView {
  private final Desk desk;
  private final LibraryViewModel model;
  private final Label title = Controls.label("", "sk-section");
  private final Label figures = Controls.label("", "sk-secondary");
  private final TextArea text = new TextArea();
  private final Button run = Controls.primary(Messages.text("library.run"), Feather.PLAY, null);
  private final Button open = Controls.button(Messages.text("library.open"), null, null);
  private final Button save = Controls.button(Messages.text("library.save"), Feather.STAR, null);
  private final Button edit = Controls.button(Messages.text("library.edit"), null, null);
  private final Button delete = Controls.button(Messages.text("library.delete"), null, null);
  private final Button copy = Controls.button(Messages.text("library.copy"), Feather.COPY, null);
  private final VBox root;

  KeptView(Desk desk, LibraryViewModel model) {
    this.desk = desk;
    this.model = model;
    text.setId("kept-text");
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(4);
    text.getStyleClass().addAll("sk-mono", "sk-code");
    text.setPromptText(Messages.text("library.choose"));
    text.setAccessibleText(Messages.text("library.query"));
    run.setId("kept-run");
    open.setId("kept-open");
    save.setId("kept-save");
    edit.setId("kept-edit");
    delete.setId("kept-delete");
    run.setOnAction(_ -> run());
    open.setOnAction(_ -> chosen(kept -> model.open(kept.asked(), false)));
    save.setOnAction(_ -> chosen(kept -> SaveQueryDialog.show(desk, kept.asked())));
    edit.setOnAction(_ -> {
      if (model.chosenProperty().get() instanceof Kept.Saved saved) {
        SaveQueryDialog.edit(desk, saved.query(), after -> model.change(saved, after));
      }
    });
    delete.setOnAction(_ -> {
      if (model.chosenProperty().get() instanceof Kept.Saved saved) {
        model.delete(saved);
      }
    });
    copy.setOnAction(_ -> chosen(this::copy));
    title.setMinWidth(60);
    var head = new HBox(8, title, figures, Controls.spring(), copy, delete, edit, save, open, run);
    head.setAlignment(Pos.CENTER_LEFT);
    root = new VBox(8, head, text);
    root.getStyleClass().add("sk-call-detail");
    model.chosenProperty().subscribe(this::show);
  }

  Node node() {
    return root;
  }

  private void show(@Nullable Kept kept) {
    boolean saved = kept instanceof Kept.Saved;
    for (Button button : new Button[] {run, open, save, edit, delete, copy}) {
      button.setDisable(kept == null);
    }
    Controls.show(save, !saved);
    Controls.show(edit, saved);
    Controls.show(delete, saved);
    switch (kept) {
      case null -> {
        title.setText("");
        figures.setText("");
        text.setText("");
      }
      case Kept.Run(RunRecord one) -> {
        title.setText(
            one.failure() != null
                ? one.failure()
                : kept.table().isEmpty() ? Messages.text("library.statement") : kept.table());
        figures.setText(figures(one));
        text.setText(kept.text() + (one.way() == null ? "" : "\n\n" + one.way()));
      }
      case Kept.Saved(SavedQuery query, var _, var _) -> {
        title.setText(query.name());
        figures.setText(
            query.parameters().isEmpty()
                ? ""
                : Messages.text("library.parameters", query.parameters().size()));
        text.setText(kept.text() + (query.note().isEmpty() ? "" : "\n\n" + query.note()));
      }
    }
  }

  private static String figures(RunRecord run) {
    String used =
        run.units() == null
            ? Messages.text("library.units.unknown")
            : Messages.text("library.units", units(run.units()));
    if (run.way() != null) {
      String low = units(run.low());
      used +=
          Messages.text(
              "library.estimated", run.high() == null ? low + "…" : low + "–" + units(run.high()));
    }
    return Messages.text("library.figures", run.matched(), run.scanned(), used, run.connection());
  }

  private static String units(double units) {
    return String.format(Locale.ENGLISH, units < 10 ? "%.1f" : "%.0f", units);
  }

  /// A query with parameters asks for them first.
  private void run() {
    chosen(kept -> {
      if (kept instanceof Kept.Saved(SavedQuery query, var _, var _)
          && !query.parameters().isEmpty()) {
        ParametersDialog.show(
            desk, query, values -> model.open(filled(query.asked(), values), true));
      } else {
        model.open(kept.asked(), true);
      }
    });
  }

  private static Asked filled(Asked asked, ParametersDialog.Values values) {
    return switch (asked) {
      case Asked.Conditions(String table, QuerySpec spec) ->
          new Asked.Conditions(table, Parameters.fill(spec, values.attrs()));
      case Asked.Statement(String statement) -> {
        String filled = statement;
        for (var entry : values.attrs().entrySet()) {
          filled = filled.replace(entry.getKey(), values.literal(entry.getValue()));
        }
        yield new Asked.Statement(filled);
      }
    };
  }

  private void copy(Kept kept) {
    var content = new ClipboardContent();
    content.putString(
        kept instanceof Kept.Saved(SavedQuery query, var _, var _)
            ? LibraryJson.write(query)
            : kept.text());
    Clipboard.getSystemClipboard().setContent(content);
    desk.workbench().toast(Messages.text("library.copied"));
  }

  private void chosen(Consumer<Kept> action) {
    Kept kept = model.chosenProperty().get();
    if (kept != null) {
      action.accept(kept);
    }
  }
}
