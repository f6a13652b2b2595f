package dev.sortkey.store;

import dev.sortkey.core.bulk.BulkJson;
import dev.sortkey.core.bulk.RunHead;
import dev.sortkey.core.bulk.RunJournal;
import dev.sortkey.core.bulk.RunPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// One bulk run that this process has under way, and its file.
public final class HeldRun implements RunJournal, AutoCloseable {
  private final BulkRuns runs;
  private final Path file;
  private final RunLock lock;
  private final RunHead head;
  private final RunPoint found;

  /// Whether the file may end in the middle of a line; then it is written anew.
  private boolean torn = true;

  HeldRun(BulkRuns runs, Path file, RunLock lock, RunHead head, RunPoint found) {
    this.runs = runs;
    this.file = file;
    this.lock = lock;
    this.head = head;
    this.found = found;
  }

  /// How far the run was when it was taken.
  public RunPoint found() {
    return found;
  }

  static void write(Path file, RunHead head, RunPoint point) throws IOException {
    Disk.replace(
        file,
        out -> {
          out.write(bytes(BulkJson.write(head)));
          out.write(bytes(BulkJson.write(point)));
        });
  }

  @Override
  public void page(RunPoint point) {
    try {
      write(file, head, point);
      torn = false;
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
  }

  @Override
  public void note(RunPoint.Step step, RunPoint after) {
    if (torn) {
      page(after);
      return;
    }
    try {
      Disk.append(file, bytes(BulkJson.write(step)));
    } catch (IOException e) {
      torn = true;
      throw FileTrouble.writing(file, e);
    }
  }

  @Override
  public void ended() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileTrouble.writing(file, e);
    }
  }

  /// Lets go; what is left of the run can be gone on with.
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException _) {
      // The lock ends with its file's descriptor, which is closed whatever comes after.
    } finally {
      runs.released(file);
    }
  }

  /// All of it is ASCII.
  private static byte[] bytes(String line) {
    return (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
