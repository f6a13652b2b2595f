package dev.sortkey.ui;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.session.Session;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.store.Store;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;

/// Desks on the shared DynamoDB Local, for tests of single panels.
public final class Desks {
  private Desks() {}

  public static Session session() {
    Sandbox.State.Running sandbox = TestSandbox.shared();
    var connection =
        new Connection(
            "sandbox",
            "Sandbox",
            Connection.Kind.SANDBOX,
            null,
            sandbox.endpoint(),
            "us-east-1",
            Environment.SANDBOX);
    return new SdkConnector().open(connection, sandbox.keys());
  }

  /// A session on a stand-in before the shared DynamoDB Local, with the same keys.
  public static Session session(URI endpoint) {
    var connection =
        new Connection(
            "aws",
            "AWS",
            Connection.Kind.ENDPOINT,
            null,
            endpoint,
            "us-east-1",
            Environment.DEVELOPMENT);
    return new SdkConnector().open(connection, TestSandbox.shared().keys());
  }

  public static Desk open(Work work, RecordingWorkbench workbench, Theme theme) {
    return on(session(), work, workbench, theme);
  }

  public static Desk on(Session session, Work work, RecordingWorkbench workbench, Theme theme) {
    return new Desk(
        session,
        new Tables(session.tables(), work),
        Store.open(folder()),
        work,
        workbench,
        new SimpleObjectProperty<>(theme));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("sortkey-desk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
