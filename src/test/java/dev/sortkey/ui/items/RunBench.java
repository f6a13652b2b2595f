package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.kit.grid.DataGrid;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// From the press of Run to the first rows drawn, beside the bare SDK call for the same page.
@Tag("bench")
class RunBench {
  private static final int WARM_UP = 30;
  private static final int ROUNDS = 100;
  private static final int PAGE = 300;

  @Test
  void fromRunToTheFirstRows() throws Exception {
    try (var window = new Window(Window.sandbox(), "CustomerOrders", Theme.LIGHT);
        DynamoDbClient client = client()) {
      Ui.until("the first page", () -> Ui.showsText(PAGE + " items"));
      var run = (Button) Ui.find("#run");
      var grid = (DataGrid) Ui.find("#grid");
      var shown = new long[ROUNDS];
      var bare = new long[ROUNDS];
      for (int i = -WARM_UP; i < ROUNDS; i++) {
        long one = run(window.stage.getScene(), run, grid);
        long other = bare(client);
        if (i >= 0) {
          shown[i] = one;
          bare[i] = other;
        }
      }
      Arrays.sort(shown);
      Arrays.sort(bare);
      System.out.printf(
          Locale.ENGLISH,
          "From Run to the first %d rows drawn: median %.1f ms; bare SDK call %.1f ms; ratio"
              + " %.2f%n",
          PAGE,
          shown[ROUNDS / 2] / 1e6,
          bare[ROUNDS / 2] / 1e6,
          (double) shown[ROUNDS / 2] / bare[ROUNDS / 2]);
    }
  }

  private static long run(Scene scene, Button run, DataGrid grid) throws Exception {
    var drawn = new CompletableFuture<Long>();
    long[] start = new long[1];
    Runnable[] listener = new Runnable[1];
    listener[0] =
        () -> {
          if (!grid.loadingProperty().get()) {
            scene.removePostLayoutPulseListener(listener[0]);
            drawn.complete(System.nanoTime());
          }
        };
    Ui.run(() -> {
      start[0] = System.nanoTime();
      run.fire();
      assertThat(grid.loadingProperty().get()).isTrue();
      scene.addPostLayoutPulseListener(listener[0]);
      Platform.requestNextPulse();
    });
    return drawn.get(30, TimeUnit.SECONDS) - start[0];
  }

  private static long bare(DynamoDbClient client) {
    long start = System.nanoTime();
    var page = client.scan(scan -> scan.tableName("CustomerOrders").limit(PAGE));
    long time = System.nanoTime() - start;
    assertThat(page.items()).hasSize(PAGE);
    return time;
  }

  private static DynamoDbClient client() {
    var sandbox = TestSandbox.shared();
    return DynamoDbClient.builder()
        .endpointOverride(sandbox.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    sandbox.keys().accessKeyId(), sandbox.keys().secretAccessKey())))
        .build();
  }
}
