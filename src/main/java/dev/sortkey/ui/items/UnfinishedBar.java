package dev.sortkey.ui.items;

import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.text.Messages;
import dev.sortkey.store.BulkRuns.Unfinished;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.Icons;
import dev.sortkey.ui.kit.Tip;
import dev.sortkey.ui.workbench.Desk;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Says that a bulk edit is unfinished, and offers to go on with it or to forget it, which it asks
/// once.
final class UnfinishedBar extends HBox {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private final UnfinishedRuns runs;
  private final TableSchema table;
  private final Desk desk;
  private final Label words = Controls.label("");
  private final Button goOn = small("items.unfinished.go-on", "unfinished-go-on");
  private final Button forget = small("items.unfinished.forget", "unfinished-forget");
  private final Button sure = small("items.unfinished.forget-it", "unfinished-sure");
  private final Button keep = small("items.unfinished.keep", "unfinished-keep");
  private final Subscription following;
  private boolean asking;

  UnfinishedBar(UnfinishedRuns runs, TableSchema table, Desk desk, Consumer<Unfinished> goingOn) {
    super(8);
    this.runs = runs;
    this.table = table;
    this.desk = desk;
    setId("unfinished");
    getStyleClass().add("sk-pause");
    setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(60);
    var whole = new Tip();
    whole.textProperty().bind(words.textProperty());
    words.setTooltip(whole);
    goOn.setOnAction(_ -> first(goingOn));
    forget.setOnAction(_ -> ask(true));
    keep.setOnAction(_ -> ask(false));
    sure.setOnAction(_ -> {
      first(runs::forget);
      ask(false);
    });
    Node writing = desk.writing(goOn);
    getChildren()
        .addAll(
            Icons.of(Feather.PAUSE_CIRCLE), words, Controls.spring(), writing, forget, sure, keep);
    following =
        Subscription.combine(
            runs.allProperty().subscribe(this::draw), desk.readOnly().subscribe(this::draw));
    draw();
  }

  void close() {
    following.unsubscribe();
    runs.close();
  }

  static String moment(Instant at) {
    return MINUTE.format(at);
  }

  private void first(Consumer<Unfinished> action) {
    List<Unfinished> all = runs.allProperty().get();
    if (!all.isEmpty()) {
      action.accept(all.getFirst());
    }
  }

  private void ask(boolean on) {
    asking = on;
    draw();
    (on ? keep : forget).requestFocus();
  }

  private void draw() {
    List<Unfinished> all = runs.allProperty().get();
    Unfinished first = all.isEmpty() ? null : all.getFirst();
    Controls.show(this, first != null);
    boolean same = first != null && first.head().isOf(table);
    Controls.show(goOn, same && !asking);
    Controls.show(forget, !asking);
    Controls.show(sure, asking);
    Controls.show(keep, asking);
    words.setText(first == null ? "" : words(first, all.size() - 1, same));
  }

  private String words(Unfinished run, int more, boolean same) {
    long changed = run.point().counts().changed();
    int doubtful = run.point().doubtful().size();
    if (asking) {
      return Messages.text("items.unfinished.ask", changed, doubtful);
    }
    String said = Messages.text("items.unfinished", moment(run.head().begun()), changed, doubtful);
    @Nullable String why = null;
    if (!same) {
      why = Messages.text("items.unfinished.another-table");
    } else if (desk.readOnly().get()) {
      why = Messages.text("items.unfinished.read-only");
    } else if (more > 0) {
      why = Messages.text("items.unfinished.more", more);
    }
    return why == null ? said : said + " " + why;
  }

  private static Button small(String key, String id) {
    Button button = Controls.button(Messages.text(key), null, null);
    button.setId(id);
    button.getStyleClass().add("sk-small");
    return button;
  }
}
