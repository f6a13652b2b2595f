package dev.sortkey.ui.connections;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.text.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The form for an endpoint of one's own. Its keys stay in memory.
final class EndpointViewModel {
  /// One typed value and what is wrong with it; empty when nothing is.
  static final class Field {
    private final StringProperty text;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    private Field(String initial) {
      text = new SimpleStringProperty(initial);
      text.subscribe((_, _) -> problem.set(""));
    }

    StringProperty textProperty() {
      return text;
    }

    ReadOnlyStringProperty problemProperty() {
      return problem.getReadOnlyProperty();
    }

    private String value() {
      return Objects.requireNonNullElse(text.get(), "").strip();
    }

    private boolean filled(String missing) {
      problem.set(value().isEmpty() ? Messages.text(missing) : "");
      return !value().isEmpty();
    }
  }

  private final Remembered remembered;
  private final Field url = new Field("");
  private final Field region = new Field("us-east-1");
  private final Field accessKey = new Field("");
  private final Field secretKey = new Field("");
  private final ObjectProperty<Environment> environment =
      new SimpleObjectProperty<>(Environment.NONE);
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final Map<String, Keys> keys = new HashMap<>();

  EndpointViewModel(Remembered remembered) {
    this.remembered = remembered;
    List<Connection> saved = remembered.connectionsProperty().get().endpoints();
    if (!saved.isEmpty()) {
      prefill(saved.getLast());
    }
    url.text.subscribe((_, _) -> hint());
    accessKey.text.subscribe((_, _) -> hint());
  }

  Field url() {
    return url;
  }

  Field region() {
    return region;
  }

  Field accessKey() {
    return accessKey;
  }

  Field secretKey() {
    return secretKey;
  }

  ObjectProperty<Environment> environmentProperty() {
    return environment;
  }

  /// What may go wrong with what is typed, without being wrong for sure; or empty.
  ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  /// Why the form was filled in; or empty.
  ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// Opens what is typed, or says at each field what is wrong with it.
  void open() {
    String flaw = urlFlaw(url.value());
    url.problem.set(flaw);
    boolean sound =
        flaw.isEmpty()
            & region.filled("connections.endpoint.region.missing")
            & accessKey.filled("connections.endpoint.access-key.missing")
            & secretKey.filled("connections.endpoint.secret-key.missing");
    if (sound) {
      String address = url.value().replaceFirst("/+$", "");
      URI endpoint = URI.create(address);
      var connection =
          new Connection(
              "endpoint:" + address + "|" + region.value(),
              endpoint.getAuthority(),
              Connection.Kind.ENDPOINT,
              null,
              endpoint,
              region.value(),
              environment.get());
      var typed = new Keys(accessKey.value(), secretKey.value(), null);
      keys.put(connection.id(), typed);
      notice.set("");
      remembered.open(connection, typed);
    }
  }

  /// Opens a saved endpoint with the keys typed since Sortkey started, or else asks for them.
  void openAgain(Connection connection) {
    Keys typed = keys.get(connection.id());
    if (typed != null) {
      remembered.open(connection, typed);
      return;
    }
    prefill(connection);
    accessKey.text.set("");
    secretKey.text.set("");
    notice.set("");
    notice.set(Messages.text("connections.endpoint.again", connection.name()));
  }

  private void prefill(Connection connection) {
    url.text.set(String.valueOf(connection.endpoint()));
    region.text.set(connection.region());
    environment.set(remembered.environment(connection.id()));
  }

  private static String urlFlaw(String address) {
    if (address.isEmpty()) {
      return Messages.text("connections.endpoint.url.missing");
    }
    URI parsed;
    try {
      parsed = new URI(address);
    } catch (URISyntaxException e) {
      return Messages.text("connections.endpoint.url.malformed");
    }
    if (!"http".equalsIgnoreCase(parsed.getScheme())
        && !"https".equalsIgnoreCase(parsed.getScheme())) {
      return Messages.text("connections.endpoint.url.scheme");
    }
    if (parsed.getRawUserInfo() != null) {
      return Messages.text("connections.endpoint.url.user");
    }
    return parsed.getHost() == null ? Messages.text("connections.endpoint.url.host") : "";
  }

  /// DynamoDB Local refuses access keys with anything but letters and digits since 2.0 (its release
  /// notes).
  private void hint() {
    boolean odd = !accessKey.value().matches("[A-Za-z0-9]*");
    hint.set(odd && loopback() ? Messages.text("connections.endpoint.hint.key") : "");
  }

  private boolean loopback() {
    try {
      String host = new URI(url.value()).getHost();
      return host != null
          && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
