package dev.sortkey.aws;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.sandbox.TestSandbox;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Sessions for tests.
final class Sessions {
  private Sessions() {}

  static URI local() {
    return TestSandbox.shared().endpoint();
  }

  /// On the shared DynamoDB Local, under a key of its own, so that no other test's tables are seen.
  static Session fresh() {
    return open(local(), freshKeys());
  }

  static Keys freshKeys() {
    return new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "secret", null);
  }

  static Session open(URI endpoint, Keys keys) {
    return noFiles().open(endpoint(endpoint), keys);
  }

  static SdkConnector noFiles() {
    return new SdkConnector(AwsFiles.of(Path.of("/nonexistent"), Map.of()));
  }

  static Connection endpoint(URI endpoint) {
    return new Connection(
        "id",
        "test",
        Connection.Kind.ENDPOINT,
        null,
        endpoint,
        "eu-west-1",
        Environment.DEVELOPMENT);
  }

  static Connection profile(String name) {
    return new Connection(
        "id", name, Connection.Kind.PROFILE, name, null, "eu-west-1", Environment.DEVELOPMENT);
  }

  static TableDraft draft(String name) {
    return new TableDraft(
        name,
        new KeySchema(
            List.of(new KeyAttribute("pk", KeyType.S)), List.of(new KeyAttribute("sk", KeyType.N))),
        Capacity.onDemand(),
        List.of(),
        false);
  }
}
