package dev.sortkey.ui;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.Controls;
import dev.sortkey.ui.kit.EmptyState;
import dev.sortkey.ui.kit.ProblemBanner;
import dev.sortkey.ui.kit.Segmented;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.TypeBadge;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;

class KitGalleryTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void allSharedControlsAreDrawn(Theme theme) {
    Ui.start();
    VBox root = Ui.onFx(KitGalleryTest::gallery);
    Stage stage = Ui.show(root, theme);
    Ui.picture(stage.getScene(), Path.of("target/pictures/kit-" + theme + ".png"));
    Ui.sees("Run");
    Ui.hide(stage);
  }

  private static VBox gallery() {
    var run = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    var buttons =
        new HBox(
            8,
            Controls.primary("Run", Feather.PLAY, run),
            Controls.button("Create item", Feather.PLUS, run),
            Controls.button("Plain", null, null),
            Controls.flat("Reset", null, null),
            Controls.icon(Feather.REFRESH_CW, "Refresh", null),
            new Segmented<>(List.of("Query", "Scan"), s -> s, "Query"));
    var badges = new HBox(8);
    for (AttrType type : AttrType.values()) {
      badges.getChildren().add(new TypeBadge(type));
    }
    var combo = new ComboBox<String>();
    combo.getItems().addAll("Table", "Index");
    combo.setValue("Table");
    var field = new TextField("text");
    field.getStyleClass().add("sk-mono");
    var fields = new HBox(8, field, combo, Controls.searchField(new TextField(), run));
    var banner = new ProblemBanner(_ -> {});
    banner.show(
        new Problem(
            Problem.Kind.CREDENTIALS_EXPIRED,
            "Your sign-in ended.",
            "Nothing you typed is lost.",
            List.of(Problem.Remedy.SIGN_IN),
            "ExpiredTokenException",
            "7F3K"));
    var narrow = new ProblemBanner(_ -> {});
    narrow.show(
        new Problem(
            Problem.Kind.NETWORK,
            "The table or index was not found",
            "It may have been deleted. Local endpoints keep their data apart by region and by access"
                + " key, so another one of these shows other tables.",
            List.of(
                Problem.Remedy.RETRY,
                Problem.Remedy.REFRESH_TABLES,
                Problem.Remedy.EDIT_CONNECTION),
            "ResourceNotFoundException",
            "7F3K"));
    narrow.setMaxWidth(356);
    var empty =
        new EmptyState(
            Feather.STAR, "Nothing saved yet", "Star a query.", Controls.button("Go", null, null));
    var root = new VBox(16, buttons, badges, fields, banner, narrow, empty);
    root.setPadding(new Insets(24));
    return root;
  }
}
