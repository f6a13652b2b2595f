package dev.sortkey.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.store.SnapshotFolder;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  @TempDir private Path folder;

  @Test
  void aFullDiskIsSaidPlainlyAndNothingIsLeft() throws IOException {
    try (var shelf = new Shelf(new Full(new SnapshotFolder(folder)))) {
      shelf.fill("Orders", 2_000);

      assertThatThrownBy(() -> shelf.take("Orders", "never"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              thrown -> {
                assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.LOCAL_IO);
                assertThat(thrown.problem().title()).isEqualTo("The disk is full");
                assertThat(thrown.problem().detail()).contains("" + folder);
              });
      assertThat(shelf.snapshots.list().snapshots()).isEmpty();
      assertThat(shelf.snapshots.list().leftovers()).isEmpty();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  /// Room for 10,000 bytes a file.
  private static final class Full extends PassingSnapshots {
    Full(Snapshots real) {
      super(real);
    }

    @Override
    public Aside begin() {
      Aside aside = super.begin();
      return new Aside() {
        @Override
        public OutputStream create(String path) throws IOException {
          return new FilterOutputStream(aside.create(path)) {
            private long written;

            @Override
            public void write(byte[] content, int from, int length) throws IOException {
              written += length;
              if (written > 10_000) {
                throw new IOException("No space left on device");
              }
              out.write(content, from, length);
            }
          };
        }

        @Override
        public Snapshot finish(Manifest manifest) throws IOException {
          return aside.finish(manifest);
        }

        @Override
        public void close() {
          aside.close();
        }
      };
    }
  }
}
