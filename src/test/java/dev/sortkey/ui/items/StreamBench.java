package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Environment;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long the FX thread is held up while a million rows stream into the items panel, beside what
/// threads that do nothing saw meanwhile: one in the same JVM, which stops for its garbage
/// collector too, and one in this idle JVM, which only sees the machine stand still.
@Tag("bench")
class StreamBench {
  private static final int ROWS = 1_000_000;
  private static final int ROUNDS = 5;
  private static final long LONG = 50_000_000;
  private static final String RESULT = "stream ";

  /// Each round in a JVM of its own: cold, since it still compiles what it draws with, then warm.
  @Test
  void aMillionRowsStreamIn() throws Exception {
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.addAll(inAJvmOfItsOwn());
    }
    System.out.println(
        "A million rows into the items panel, and a text found in none of them, ms; the FX thread"
            + " held up:");
    System.out.println(
        "| state | seconds | p50 | p99 | longest | over 50 | idle thread beside it, longest"
            + " | idle thread of another JVM, longest |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (String state : List.of("cold", "warm", "find")) {
      List<Round> of = rounds.stream().filter(round -> round.state.equals(state)).toList();
      assertThat(of).hasSize(ROUNDS);
      of.forEach(StreamBench::print);
      System.out.printf(
          Locale.ENGLISH,
          "%s: longest %.1f, pauses over 50 ms %d, of these longer than 50 ms even without what the"
              + " other JVM's idle thread saw %d%n",
          state,
          of.stream().mapToLong(Round::longest).max().orElseThrow() / 1e6,
          of.stream().mapToInt(round -> round.pauses.size()).sum(),
          of.stream().mapToLong(Round::ours).sum());
    }
  }

  private static void print(Round round) {
    System.out.printf(
        Locale.ENGLISH,
        "| %s | %.1f | %.1f | %.1f | %.1f | %d | %.1f | %.1f |%n",
        round.state,
        round.nanos / 1e9,
        round.p50 / 1e6,
        round.p99 / 1e6,
        round.longest / 1e6,
        round.pauses.size(),
        round.beside / 1e6,
        round.outside() / 1e6);
  }

  /// @param pauses those of the FX thread over 50 ms
  /// @param beside the longest that the idle thread of the same JVM was late
  /// @param machine when the idle thread of the other JVM was late
  private record Round(
      String state,
      long nanos,
      long p50,
      long p99,
      long longest,
      List<Span> pauses,
      long beside,
      List<Span> machine) {
    long outside() {
      return machine.stream().mapToLong(Span::nanos).max().orElse(0);
    }

    long ours() {
      return pauses.stream()
          .filter(pause -> pause.nanos - machine.stream().mapToLong(pause::shared).sum() > LONG)
          .count();
    }
  }

  /// From one [System#nanoTime] on, whose zero all JVMs of a machine share on Linux.
  private record Span(long from, long nanos) {
    long shared(Span other) {
      long until = Math.min(from + nanos, other.from + other.nanos);
      return Math.max(0, until - Math.max(from, other.from));
    }
  }

  /// A thread that does nothing but note when it wakes late.
  private static final class Idle {
    private static final long NAP = 1_000_000;
    private final List<Span> late = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = Thread.ofPlatform().daemon().priority(10).start(this::nap);

    private void nap() {
      while (!Thread.currentThread().isInterrupted()) {
        long due = System.nanoTime() + NAP;
        LockSupport.parkNanos(NAP);
        long nanos = System.nanoTime() - due;
        if (nanos > NAP) {
          late.add(new Span(due, nanos));
        }
      }
    }

    void end() throws InterruptedException {
      thread.interrupt();
      thread.join();
    }
  }

  private static List<Round> inAJvmOfItsOwn() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-javaagent") && !argument.startsWith("-agent"))
        .forEach(command::add);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), StreamBench.class.getName()));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<Round> rounds = new ArrayList<>();
    List<String> said = new ArrayList<>();
    var idle = new Idle();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.startsWith(RESULT)) {
          rounds.add(round(line.substring(RESULT.length()).split(" "), idle));
        }
      }
    } finally {
      idle.end();
      child.destroyForcibly().waitFor();
    }
    assertThat(rounds).as(String.join("\n", said)).hasSize(3);
    return rounds;
  }

  private static Round round(String[] words, Idle idle) {
    List<Span> pauses = new ArrayList<>();
    for (int i = 7; i < words.length; i += 2) {
      pauses.add(new Span(Long.parseLong(words[i]), Long.parseLong(words[i + 1])));
    }
    var whole = new Span(Long.parseLong(words[1]), Long.parseLong(words[2]));
    return new Round(
        words[0],
        whole.nanos,
        Long.parseLong(words[3]),
        Long.parseLong(words[4]),
        Long.parseLong(words[5]),
        pauses,
        Long.parseLong(words[6]),
        List.copyOf(idle.late).stream().filter(span -> whole.shared(span) > 0).toList());
  }

  /// What runs in the JVM of a round.
  public static void main(String[] args) throws Exception {
    Ui.start();
    screen();
    stream("cold");
    stream("warm");
    System.exit(0);
  }

  /// The headless platform copies each frame pixel by pixel in Java, which takes the FX thread 50
  /// ms a frame until it is compiled. No screen does that; an empty window has it compiled.
  private static void screen() {
    var dot = new Rectangle(1, 1);
    var stage = Ui.show(new Pane(dot), Theme.LIGHT);
    for (int i = 0; i < 100; i++) {
      int at = i % 2;
      Ui.run(() -> dot.setTranslateX(at));
      Ui.pulse();
    }
    Ui.hide(stage);
  }

  private static void stream(String state) throws Exception {
    var fakes = new Fakes(Environment.DEVELOPMENT);
    fakes.items = new Made();
    try (var _ = new Window(fakes, "Orders", Theme.LIGHT)) {
      Ui.until("the first page", () -> Ui.showsText("300 items"));
      rest();
      var idle = new Idle();
      var heart = new Heart();
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
      long nanos = System.nanoTime() - start;
      heart.end();
      idle.end();
      heart.say(
          state, new Span(start, nanos), idle.late.stream().mapToLong(Span::nanos).max().orElse(0));
      if (state.equals("warm")) {
        find();
      }
    }
  }

  /// A text that no row holds is looked for in all of them.
  private static void find() throws Exception {
    Ui.run(() -> ((Button) Ui.anywhere("#find-open")).fire());
    rest();
    var idle = new Idle();
    var heart = new Heart();
    var there = new CountDownLatch(1);
    long start = System.nanoTime();
    Ui.run(() -> {
      ((Labeled) Ui.anywhere("#find-words"))
          .textProperty()
          .subscribe(text -> {
            if (text.startsWith("No row")) {
              there.countDown();
            }
          });
      ((TextField) Ui.anywhere("#find-text")).setText("nowhere to be found");
    });
    assertThat(there.await(1, TimeUnit.MINUTES)).isTrue();
    long nanos = System.nanoTime() - start;
    heart.end();
    idle.end();
    heart.say(
        "find", new Span(start, nanos), idle.late.stream().mapToLong(Span::nanos).max().orElse(0));
  }

  /// Waits until the first page is drawn.
  private static void rest() {
    for (int calm = 0; calm < 50; ) {
      long asked = System.nanoTime();
      Ui.run(() -> {});
      calm = System.nanoTime() - asked < 3_000_000 ? calm + 1 : 0;
      LockSupport.parkNanos(1_000_000);
    }
  }

  /// Asks the FX thread for an answer, again and again, and notes how long each took.
  private static final class Heart {
    private final List<Span> beats = new ArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().start(this::beat);

    private void beat() {
      while (!Thread.currentThread().isInterrupted()) {
        var answered = new CompletableFuture<Long>();
        long asked = System.nanoTime();
        Platform.runLater(() -> answered.complete(System.nanoTime()));
        beats.add(new Span(asked, answered.join() - asked));
        LockSupport.parkNanos(1_000_000);
      }
    }

    void end() throws InterruptedException {
      thread.interrupt();
      thread.join();
    }

    void say(String state, Span whole, long beside) {
      assertThat(beats).hasSizeGreaterThan(100);
      long[] sorted = beats.stream().mapToLong(Span::nanos).sorted().toArray();
      var line = new StringBuilder(RESULT).append(state);
      for (long figure :
          new long[] {
            whole.from,
            whole.nanos,
            sorted[sorted.length / 2],
            sorted[(int) (0.99 * (sorted.length - 1))],
            sorted[sorted.length - 1],
            beside
          }) {
        line.append(' ').append(figure);
      }
      beats.stream()
          .filter(beat -> beat.nanos > LONG)
          .forEach(beat -> line.append(' ').append(beat.from).append(' ').append(beat.nanos));
      System.out.println(line);
    }
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
