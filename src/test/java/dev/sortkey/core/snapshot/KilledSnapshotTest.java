package dev.sortkey.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.store.SnapshotFolder;
import dev.sortkey.ui.work.Parallel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whenever a process that takes a snapshot is killed, there is either no snapshot or a whole one.
class KilledSnapshotTest {
  private static final int ITEMS = 6_000;
  private static final int KILLS = 10;

  @TempDir private Path folder;

  @Test
  void thereIsNeverAHalfSnapshot() throws Exception {
    String key = Shelf.freshKey();
    try (var shelf =
        new Shelf(
            new SnapshotFolder(folder.resolve("none")), key, TestSandbox.shared().endpoint())) {
      shelf.fill("Orders", ITEMS);
      int moments = undisturbed(key);
      var random = new Random();
      List<Integer> kills =
          IntStream.range(0, KILLS).mapToObj(_ -> random.nextInt(moments)).toList();
      Queue<String> outcomes = new ConcurrentLinkedQueue<>();

      Parallel.forEach(
          IntStream.range(0, KILLS).boxed().toList(),
          2,
          number -> {
            Path place = folder.resolve("kill-" + number);
            run(key, place, kills.get(number), number % 2 == 0, true);
            outcomes.add(after(place, kills.get(number)));
          });

      assertThat(outcomes).as("killed at %s of %s", kills, moments).hasSize(KILLS);
      assertThat(outcomes).contains("none");
    }
  }

  /// How many moments a whole run has.
  private int undisturbed(String key) {
    String last = run(key, folder.resolve("whole"), -1, true, false);
    assertThat(new SnapshotFolder(folder.resolve("whole")).list().snapshots()).hasSize(1);
    return Integer.parseInt(last.substring(TakeAndHalt.DONE.length() + 1));
  }

  /// What is found after a kill: `none`, or `whole`.
  private static String after(Path place, int moment) {
    var snapshots = new SnapshotFolder(place);
    Snapshots.Listing listing = snapshots.list();
    assertThat(listing.faults()).as("at %s", moment).isEmpty();
    listing
        .snapshots()
        .forEach(snapshot -> {
          assertThat(snapshot.manifest().items()).isEqualTo(ITEMS);
          assertThat(
                  new Verifying(snapshots, InstantSource.system())
                      .verify(snapshot, Progress.none())
                      .check())
              .as("at %s", moment)
              .isInstanceOf(Snapshot.Check.Verified.class);
        });
    assertThat(listing.snapshots().size() + listing.leftovers().size())
        .as("at %s: what was begun is found", moment)
        .isOne();
    listing.leftovers().forEach(snapshots::discard);
    if (listing.snapshots().isEmpty()) {
      assertThat(files(place)).isEmpty();
    }
    return listing.snapshots().isEmpty() ? "none" : "whole";
  }

  private static List<Path> files(Path place) {
    try (Stream<Path> files = Files.list(place)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs a child, kills it where it says that it is there, and returns its last word.
  private static String run(String key, Path place, int moment, boolean goesOn, boolean kill) {
    try {
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  TakeAndHalt.class.getName(),
                  TestSandbox.shared().endpoint().toString(),
                  key,
                  place.toString(),
                  Integer.toString(moment),
                  Boolean.toString(goesOn))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var out =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        String said = "";
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          said = line;
          if (kill && line.equals(TakeAndHalt.HERE)) {
            child.destroyForcibly();
            break;
          }
        }
        child.waitFor();
        assertThat(said).startsWith(kill ? TakeAndHalt.HERE : TakeAndHalt.DONE);
        return said;
      } finally {
        child.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
