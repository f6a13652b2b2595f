package dev.sortkey.ui.connections;

import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.ProblemBanner;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The profiles of this computer with a filter over them.
final class ProfilesView extends VBox {
  private final ProfilesViewModel model;
  private final Remembered remembered;
  private final RowList rows = new RowList(Messages.text("connections.profiles.title"));
  private final StackPane none = new StackPane();
  private final Label count = Controls.label("", "sk-pill");
  private final TextField filter = new TextField();
  private @Nullable ProfileRow expandedRow;

  ProfilesView(ProfilesViewModel model, Remembered remembered) {
    super(10);
    this.model = model;
    this.remembered = remembered;
    rows.setId("profiles");
    rows.getStyleClass().addAll("sk-card", "sk-start-rows");
    none.getStyleClass().addAll("sk-card", "sk-start-no-rows");
    var banner = new ProblemBanner(_ -> model.refresh());
    model.problemProperty().subscribe(banner::show);
    getChildren().addAll(head(), banner, rows, none);
    model.shownProperty().subscribe((_, _) -> fill());
    model
        .expandedProperty()
        .subscribe((_, _) -> {
          fill();
          if (expandedRow != null) {
            expandedRow.focusField();
          }
        });
    fill();
  }

  private HBox head() {
    Label title = Controls.label(Messages.text("connections.profiles.title"), "sk-start-section");
    Label from = Controls.label(Messages.text("connections.profiles.from"), "sk-secondary");
    title.setMinWidth(USE_PREF_SIZE);
    count.setMinWidth(USE_PREF_SIZE);
    filter.setId("profile-filter");
    filter.setPromptText(Messages.text("connections.profiles.filter"));
    filter.setAccessibleText(Messages.text("connections.profiles.filter"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
    HBox field = Controls.searchField(filter, null);
    field.setPrefWidth(200);
    field.setMinWidth(140);
    Button refresh =
        Controls.icon(Feather.REFRESH_CW, Messages.text("connections.profiles.refresh"), null);
    refresh.setId("profile-refresh");
    refresh.setOnAction(_ -> model.refresh());
    var head = new HBox(8, title, count, from, Controls.spring(), field, refresh);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void filterKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN && !rows.getChildren().isEmpty()) {
      rows.getChildren().getFirst().requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
      filter.clear();
      event.consume();
    }
  }

  private void fill() {
    ProfilesViewModel.Shown shown = model.shownProperty().get();
    expandedRow = null;
    if (shown == null) {
      rows.setRows(List.of());
    } else {
      rows.setRows(shown.rows().stream().map(this::row).toList());
    }
    boolean empty = shown == null || shown.rows().isEmpty();
    count.setText(shown == null ? "" : String.valueOf(shown.count()));
    Controls.show(count, shown != null && shown.count() > 0);
    Controls.show(rows, !empty);
    none.getChildren().clear();
    if (shown != null && empty) {
      none.getChildren().add(shown.count() == 0 ? noProfiles() : noMatch());
    }
    Controls.show(none, !none.getChildren().isEmpty());
  }

  private ProfileRow row(ProfilesViewModel.Row row) {
    boolean expanded = row.id().equals(model.expandedProperty().get());
    ProfileRow view =
        rows.getChildren().stream()
            .map(ProfileRow.class::cast)
            .filter(shown -> shown.shows(row, expanded))
            .findFirst()
            .orElseGet(() -> new ProfileRow(model, row, expanded, remembered));
    if (expanded) {
      expandedRow = view;
    }
    return view;
  }

  private EmptyState noProfiles() {
    Button refresh =
        Controls.button(Messages.text("connections.profiles.refresh"), Feather.REFRESH_CW, null);
    refresh.setOnAction(_ -> model.refresh());
    return new EmptyState(
        Feather.USER,
        Messages.text("connections.profiles.none"),
        Messages.text("connections.profiles.none.detail"),
        refresh);
  }

  private EmptyState noMatch() {
    Button clear = Controls.button(Messages.text("connections.profiles.clear"), null, null);
    clear.setOnAction(_ -> {
      filter.clear();
      filter.requestFocus();
    });
    return new EmptyState(
        Feather.SEARCH,
        Messages.text("connections.profiles.no-match"),
        Messages.text("connections.profiles.no-match.detail"),
        clear);
  }
}
