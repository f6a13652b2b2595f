package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Environment;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long the FX thread is held up while a million rows stream into the items panel.
@Tag("bench")
class StreamBench {
  private static final int ROWS = 1_000_000;
  private static final int BEATS = 2_000_000;

  /// Twice, since the first time a JVM draws it still compiles what it draws with.
  @Test
  void aMillionRowsStreamIn() throws Exception {
    stream("cold");
    stream("warm");
  }

  private static void stream(String state) throws Exception {
    var fakes = new Fakes(Environment.DEVELOPMENT);
    fakes.items = new Made();
    try (var _ = new Window(fakes, "Orders", Theme.LIGHT)) {
      Ui.until("the first page", () -> Ui.showsText("300 items"));
      var beats = new long[BEATS];
      var running = new AtomicBoolean(true);
      Thread heart = Thread.ofPlatform().daemon().start(() -> beat(beats, running));
      var there = new CountDownLatch(1);
      long start = System.nanoTime();
      Ui.run(() -> {
        ((Labeled) Ui.anywhere("#count"))
            .textProperty()
            .subscribe(text -> {
              if (text.startsWith("1,000,000")) {
                there.countDown();
              }
            });
        ((Button) Ui.anywhere("#load-all")).fire();
      });
      assertThat(there.await(5, TimeUnit.MINUTES)).isTrue();
      double seconds = (System.nanoTime() - start) / 1e9;
      running.set(false);
      heart.join();
      long[] waits = Arrays.stream(beats).filter(wait -> wait > 0).sorted().toArray();
      assertThat(waits).hasSizeGreaterThan(100);
      System.out.printf(
          Locale.ENGLISH,
          "A million rows into the items panel, %s: %.1f s, %,d rows/s%n",
          state,
          seconds,
          (long) (ROWS / seconds));
      System.out.printf(
          Locale.ENGLISH,
          "FX thread held up, of %,d heartbeats: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, longest"
              + " %.1f ms%n",
          waits.length,
          millis(waits, 0.5),
          millis(waits, 0.99),
          millis(waits, 0.999),
          waits[waits.length - 1] / 1e6);
    }
  }

  /// Asks the FX thread for an answer, again and again, and notes how long each took.
  private static void beat(long[] beats, AtomicBoolean running) {
    for (int i = 0; i < beats.length && running.get(); i++) {
      var answered = new CompletableFuture<Long>();
      long asked = System.nanoTime();
      Platform.runLater(() -> answered.complete(System.nanoTime()));
      beats[i] = answered.join() - asked;
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static double millis(long[] sorted, double part) {
    return sorted[(int) (part * (sorted.length - 1))] / 1e6;
  }

  /// Items of eight attributes, made when asked for.
  private static final class Made extends AbstractList<Item> {
    @Override
    public Item get(int index) {
      var item = new LinkedHashMap<String, Attr>();
      item.put("OrderID", new Attr.S("A"));
      item.put("Number", new Attr.N(Integer.toString(index)));
      item.put("CustomerID", new Attr.S("C" + index % 997));
      item.put("OrderDate", new Attr.S("2024-12-" + (10 + index % 20)));
      item.put("Status", new Attr.S(index % 3 == 0 ? "SHIPPED" : "PENDING"));
      item.put("Total", new Attr.N(index % 1000 + "." + (10 + index % 90)));
      item.put("Gift", new Attr.Bool(index % 2 == 0));
      item.put("Email", new Attr.S("person" + index + "@example.com"));
      return new Item(item);
    }

    @Override
    public int size() {
      return ROWS;
    }
  }
}
