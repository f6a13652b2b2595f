package dev.sortkey.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.store.Store;
import dev.sortkey.ui.work.Work;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointViewModelTest {
  @TempDir Path folder;
  private final List<Connection> opened = new ArrayList<>();
  private final List<Keys> keys = new ArrayList<>();
  private EndpointViewModel model;

  @BeforeEach
  void begin() {
    model = form();
  }

  private EndpointViewModel form() {
    return new EndpointViewModel(
        new Remembered(
            Store.open(folder),
            Work.direct(),
            (connection, typed) -> {
              opened.add(connection);
              keys.add(typed);
            },
            Clock.systemUTC()));
  }

  private void type(String url, String region, String access, String secret) {
    model.url().textProperty().set(url);
    model.region().textProperty().set(region);
    model.accessKey().textProperty().set(access);
    model.secretKey().textProperty().set(secret);
  }

  @Test
  void whatIsTypedOpens() {
    type(" http://localhost:8000/ ", "eu-west-1", "local", "secret");
    model.environmentProperty().set(Environment.DEVELOPMENT);
    model.open();

    assertThat(opened)
        .containsExactly(
            new Connection(
                "endpoint:http://localhost:8000|eu-west-1",
                "localhost:8000",
                Connection.Kind.ENDPOINT,
                null,
                URI.create("http://localhost:8000"),
                "eu-west-1",
                Environment.DEVELOPMENT));
    assertThat(keys).containsExactly(new Keys("local", "secret", null));
    assertThat(model.secretKey().textProperty().get()).isEqualTo("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "'', address is missing",
    "localhost:8000, must begin with http",
    "ftp://localhost, must begin with http",
    "http://, not an address",
    "http:///path, names no host",
    "http://me:secret@localhost:8000, user or password",
    "http://local host, not an address",
  })
  void aWrongAddressIsExplained(String url, String words) {
    type(url, "us-east-1", "local", "secret");
    model.open();

    assertThat(model.url().problemProperty().get()).contains(words);
    assertThat(opened).isEmpty();
    model.url().textProperty().set(url + "x");
    assertThat(model.url().problemProperty().get()).isEmpty();
  }

  @Test
  void everyMissingFieldIsNamedAtOnce() {
    type("", " ", "", "");
    model.open();

    assertThat(model.url().problemProperty().get()).isNotEmpty();
    assertThat(model.region().problemProperty().get()).isNotEmpty();
    assertThat(model.accessKey().problemProperty().get()).isNotEmpty();
    assertThat(model.secretKey().problemProperty().get()).isNotEmpty();
    assertThat(opened).isEmpty();
  }

  @Test
  void anAccessKeyThatDynamoDbLocalRefusesIsHintedAtOnThisComputerOnly() {
    type("http://localhost:8000", "us-east-1", "my-key", "secret");
    assertThat(model.hintProperty().get()).contains("letters and digits");
    model.url().textProperty().set("http://[::1]:8000");
    assertThat(model.hintProperty().get()).isNotEmpty();
    model.url().textProperty().set("https://alternator.example.org");
    assertThat(model.hintProperty().get()).isEmpty();
    model.url().textProperty().set("http://127.0.0.1:8000");
    model.accessKey().textProperty().set("mykey1");
    assertThat(model.hintProperty().get()).isEmpty();
  }

  @Test
  void aHintDoesNotKeepFromOpening() {
    type("http://localhost:8000", "us-east-1", "my-key", "secret");
    model.open();
    assertThat(opened).hasSize(1);
  }

  @Test
  void anEndpointIsSavedWithoutItsKeys() throws IOException {
    type("http://localhost:8000", "eu-west-1", "AccessOne", "SecretOne");
    model.environmentProperty().set(Environment.STAGING);
    model.open();

    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("AccessOne", "SecretOne");
      }
    }
    EndpointViewModel next = form();
    assertThat(next.url().textProperty().get()).isEqualTo("http://localhost:8000");
    assertThat(next.region().textProperty().get()).isEqualTo("eu-west-1");
    assertThat(next.environmentProperty().get()).isEqualTo(Environment.STAGING);
    assertThat(next.accessKey().textProperty().get()).isEmpty();
  }

  @Test
  void aSavedEndpointOpensAgainWhileItsKeysAreInMemoryAndAsksForThemAfterwards() {
    type("http://localhost:8000", "eu-west-1", "local", "secret");
    model.open();
    model.openAgain(opened.getFirst());
    assertThat(keys).hasSize(2).allMatch(typed -> typed.secretAccessKey().equals("secret"));

    EndpointViewModel next = form();
    next.openAgain(opened.getFirst());
    assertThat(opened).hasSize(2);
    assertThat(next.noticeProperty().get()).contains("localhost:8000");
  }
}
