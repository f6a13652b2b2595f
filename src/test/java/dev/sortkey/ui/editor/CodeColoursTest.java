package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import javafx.application.Application;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// JSON has the theme's colours, and those of another theme when the person changes to it.
class CodeColoursTest {
  private static Paint ink(String word) {
    return ((Text)
            Ui.find(word, node -> node instanceof Text text && text.getText().contains(word)))
        .getFill();
  }

  @Test
  void wordsAreColouredByWhatTheyAreInEitherTheme() {
    try (var window = new EditorWindow(Theme.LIGHT)) {
      window.show(Orders.order());
      Ui.run(() -> window.model.setMode(DraftViewModel.Mode.JSON));
      Paint key = ink("\"TotalAmount\"");
      Paint number = ink("199.99");
      assertThat(key).isNotEqualTo(number).isNotEqualTo(Color.BLACK);
      Ui.run(() -> {
        Application.setUserAgentStylesheet(Theme.DARK.userAgentStylesheet());
        window.stage.getScene().getStylesheets().setAll(Theme.DARK.stylesheets());
      });
      Ui.until("other colours", () -> !ink("\"TotalAmount\"").equals(key));
      Ui.until("for all", () -> !ink("199.99").equals(number));
    }
  }
}
