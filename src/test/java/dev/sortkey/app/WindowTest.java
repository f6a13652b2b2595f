package dev.sortkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.store.Folders;
import dev.sortkey.ui.Ui;
import java.nio.file.Path;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowTest {
  @TempDir private Path home;

  @Test
  void theRealWindowOpensWithTheStartPage() {
    Ui.start();
    var folders = new Folders(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
    Wiring wiring = Ui.onFx(() -> new Wiring(folders, _ -> {}));
    Stage stage =
        Ui.onFx(() -> {
          var shown = new Stage(StageStyle.UNDECORATED);
          shown.setX(0);
          shown.setY(0);
          wiring.window(shown);
          shown.show();
          return shown;
        });
    Ui.picture(stage.getScene(), Path.of("target/pictures/shell-start.png"));
    Ui.text("No connection open");
    assertThat(Ui.onFx(stage::getTitle)).isEqualTo("Sortkey");
    assertThat(Ui.onFx(() -> stage.getIcons().size())).isGreaterThan(3);
    Ui.picture(stage.getScene(), Path.of("target/pictures/shell-start.png"));
    Ui.hide(stage);
    wiring.close();
  }
}
