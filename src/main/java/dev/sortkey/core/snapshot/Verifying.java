package dev.sortkey.core.snapshot;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.snapshot.Manifest.StoredFile;
import dev.sortkey.core.text.Messages;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads a snapshot's files and holds them against its manifest: checksums, and the number of
/// items.
public final class Verifying {
  private final Snapshots snapshots;
  private final InstantSource clock;

  public Verifying(Snapshots snapshots, InstantSource clock) {
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /// Blocks, and ends at an interrupt or a cancel without a result. What it finds is kept.
  ///
  /// @param progress told bytes
  public Snapshot verify(Snapshot snapshot, Progress progress) {
    var counted = new Counted(snapshot.bytes(), progress);
    List<String> faults = new ArrayList<>();
    long items = 0;
    for (StoredFile file : snapshot.manifest().files()) {
      String fault = fault(snapshot, file, counted);
      if (fault != null) {
        faults.add(fault);
      }
      items += file.items() == null ? 0 : file.items();
    }
    if (items != snapshot.manifest().items()) {
      faults.add(Messages.text("snapshots.fault.total", items, snapshot.manifest().items()));
    }
    return snapshots.checked(
        snapshot,
        faults.isEmpty()
            ? new Snapshot.Check.Verified(clock.instant())
            : new Snapshot.Check.Differs(clock.instant(), faults));
  }

  private @Nullable String fault(Snapshot snapshot, StoredFile file, Counted counted) {
    MessageDigest digest = Digesting.digest(snapshot.manifest().checksum().algorithm());
    try (InputStream in = counted.of(snapshots.open(snapshot, file.path()));
        var digesting = new DigestInputStream(in, digest)) {
      Long lines = file.items() == null ? null : lines(digesting);
      digesting.transferTo(OutputStream.nullOutputStream());
      if (!HexFormat.of().formatHex(digest.digest()).equals(file.checksum())) {
        return Messages.text("snapshots.fault.checksum", file.path());
      }
      return lines == null || lines.equals(file.items())
          ? null
          : Messages.text("snapshots.fault.items", file.path(), lines, file.items());
    } catch (NoSuchFileException e) {
      return Messages.text("snapshots.fault.missing", file.path());
    } catch (IOException e) {
      return Messages.text("snapshots.fault.unreadable", file.path(), FileProblems.said(e));
    }
  }

  private static long lines(InputStream packed) throws IOException {
    // not closed: the rest of the packed file is digested after it
    var lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(packed, 1 << 16), StandardCharsets.UTF_8),
            1 << 16);
    long count = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      count += line.isBlank() ? 0 : 1;
    }
    return count;
  }

  /// Counts the bytes of all files, and asks whether to stop.
  private static final class Counted {
    private final long total;
    private final Progress progress;
    private long done;

    Counted(long total, Progress progress) {
      this.total = total;
      this.progress = progress;
    }

    InputStream of(InputStream in) {
      return new FilterInputStream(in) {
        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
          if (progress.cancelled() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
          }
          int count = super.read(into, from, length);
          done += Math.max(0, count);
          progress.report(done, Math.max(done, total));
          return count;
        }
      };
    }
  }
}
