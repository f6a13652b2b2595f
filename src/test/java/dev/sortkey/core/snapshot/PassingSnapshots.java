package dev.sortkey.core.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Passes everything on to real snapshots, for tests that stand in between.
abstract class PassingSnapshots implements Snapshots {
  private final Snapshots real;

  PassingSnapshots(Snapshots real) {
    this.real = real;
  }

  @Override
  public Aside begin() {
    return real.begin();
  }

  @Override
  public Path folder() {
    return real.folder();
  }

  @Override
  public Listing list() {
    return real.list();
  }

  @Override
  public InputStream open(Snapshot snapshot, String path) throws IOException {
    return real.open(snapshot, path);
  }

  @Override
  public Snapshot checked(Snapshot snapshot, Snapshot.Check check) {
    return real.checked(snapshot, check);
  }

  @Override
  public void delete(Snapshot snapshot) {
    real.delete(snapshot);
  }

  @Override
  public void discard(Leftover leftover) {
    real.discard(leftover);
  }

  @Override
  public Snapshot add(Path added) {
    return real.add(added);
  }
}
