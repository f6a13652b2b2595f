package dev.sortkey.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.kit.Theme;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// The driver itself: a click must meet what a person sees.
class UiTest {
  @Test
  void aNodeShownThisMomentIsClickedWhereItWillBe() {
    Ui.start();
    var spring = new Region();
    spring.setPrefWidth(700);
    var bar = new HBox(spring, new Button("Go on"));
    bar.setManaged(false);
    bar.setVisible(false);
    var above = new Region();
    above.setMinHeight(300);
    Stage stage = Ui.show(new VBox(above, bar), Theme.LIGHT);
    try {
      double y =
          Ui.onFx(() -> {
            bar.setManaged(true);
            bar.setVisible(true);
            return Ui.centre(bar.getChildren().getLast()).getY();
          });
      assertThat(y).isGreaterThan(300);
    } finally {
      Ui.hide(stage);
    }
  }
}
