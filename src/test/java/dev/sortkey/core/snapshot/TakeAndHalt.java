package dev.sortkey.core.snapshot;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.store.SnapshotFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Takes a snapshot in a process of its own, and at a given moment says so, so that it can be
/// killed there. Moments are counted by what is done, not by the clock.
final class TakeAndHalt {
  static final String HERE = "HERE";
  static final String DONE = "DONE";

  private final AtomicInteger moments = new AtomicInteger();
  private final int halt;
  private final boolean goesOn;

  private TakeAndHalt(int halt, boolean goesOn) {
    this.halt = halt;
    this.goesOn = goesOn;
  }

  /// @param arguments endpoint, access key, folder, moment, and whether it goes on after it
  public static void main(String[] arguments) throws InterruptedException {
    var taking =
        new TakeAndHalt(Integer.parseInt(arguments[3]), Boolean.parseBoolean(arguments[4]));
    int all = taking.take(URI.create(arguments[0]), arguments[1], Path.of(arguments[2]));
    System.out.println(DONE + " " + all);
  }

  private int take(URI endpoint, String key, Path folder) throws InterruptedException {
    try (var shelf = new Shelf(new Watched(new SnapshotFolder(folder)), key, endpoint)) {
      shelf
          .taking()
          .take(
              "Orders",
              "taken",
              true,
              new Progress() {
                @Override
                public void report(long done, long total) {
                  moment();
                }

                @Override
                public boolean cancelled() {
                  return false;
                }
              });
    }
    return moments.get();
  }

  private void moment() {
    if (moments.getAndIncrement() == halt) {
      System.out.println(HERE);
      while (!goesOn) {
        LockSupport.park();
      }
    }
  }

  /// Every file that is begun, and the end, are moments too.
  private final class Watched extends PassingSnapshots {
    Watched(Snapshots real) {
      super(real);
    }

    @Override
    public Aside begin() {
      Aside aside = super.begin();
      moment();
      return new Aside() {
        @Override
        public OutputStream create(String path) throws IOException {
          OutputStream out = aside.create(path);
          moment();
          return out;
        }

        @Override
        public Snapshot finish(Manifest manifest) throws IOException {
          moment();
          Snapshot finished = aside.finish(manifest);
          moment();
          return finished;
        }

        @Override
        public void close() {
          aside.close();
        }
      };
    }
  }
}
