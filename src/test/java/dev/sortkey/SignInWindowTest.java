package dev.sortkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.CorpAws;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.store.Store;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signing in, working, and being signed out in the middle of it, in the whole window.
class SignInWindowTest {
  private static final String[] SECRETS = {
    "SECRETKEY",
    "SESSIONTOKEN",
    "ACCESSTOKEN",
    "REFRESHTOKEN",
    "CLIENTSECRET",
    CorpAws.USER_SECRET,
    "123456"
  };

  @TempDir Path home;
  private final List<URI> pages = new CopyOnWriteArrayList<>();
  private final Semaphore polls = new Semaphore(0);
  private CorpAws aws;
  private AppDriver app;

  @BeforeEach
  void start() {
    aws = new CorpAws(home, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    aws.meanwhile = polls::acquire;
  }

  @AfterEach
  void stop() throws IOException {
    polls.release(1_000);
    if (app != null) {
      app.close();
    }
    aws.close();
    noSecretIsWritten();
  }

  /// In no file but the AWS CLI's own.
  private void noSecretIsWritten() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      List<Path> written =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.startsWith(home.resolve(".aws")))
              .toList();
      assertThat(written).isNotEmpty();
      for (Path file : written) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(SECRETS);
      }
    }
  }

  @Test
  void anSsoProfileIsSignedInFromTheStartPageAndAnExpiryInMidWorkLosesNothing() {
    open(Theme.LIGHT);
    Ui.until("profiles are listed", () -> Ui.showsText("shop-dev"));
    assertThat(Ui.onFx(() -> Ui.showsText("Signed out"))).isTrue();
    app.picture("sign-in-start-light");
    Ui.click(button("Sign in to shop-dev"));
    Ui.find("#device-code");
    app.picture("sign-in-code-light");
    Ui.click(Ui.find("#sign-in-browser"));
    Ui.until("the browser was opened", () -> pages.size() == 1);
    approve();
    Ui.until("the connection is open", () -> Ui.showsText("No tables yet"));
    // the stand-in's clock runs ahead by the one wait between two questions for the token
    Ui.until("the time left is told", () -> text("#signed-in").matches("SSO (8 h 0|7 h 59) .*"));
    Ui.until("who we are is told", () -> Ui.showsText("SupportEngineer @ 4821 0937 5516"));

    fillOrders("shop-dev");
    Ui.click(Ui.find("#tables-refresh"));
    Ui.until("the table is listed", () -> Ui.showsText("Orders"));
    app.openTable("Orders");
    Ui.until("the rows are read", () -> Ui.showsText("3 items"));
    Ui.click(Ui.find("#create-item"));
    Ui.find("#value-OrderID");
    Ui.type("9001");
    Ui.click(Ui.text("Query"));
    Ui.find("#key-OrderID");
    Ui.type("1001");

    aws.oidc.endAll();
    aws.keys.endAll();
    Ui.press(KeyCode.CONTROL, KeyCode.ENTER);
    Ui.until("the banner says so", () -> Ui.showsText("sign-in to shop-dev ended at"));
    Ui.until("the status bar says so", () -> text("#signed-in").equals("Signed out"));
    app.picture("sign-in-expired-light");
    assertThat(typed("#key-OrderID")).isEqualTo("1001");
    assertThat(typed("#value-OrderID")).isEqualTo("9001");

    Ui.click(Ui.text("Sign in again"));
    Ui.find("#device-code");
    approve();
    Ui.until("the read was done again", () -> Ui.showsText("1 item"));
    Ui.until("signed in", () -> text("#signed-in").startsWith("SSO"));
    assertThat(Ui.onFx(() -> Ui.showsText("ended at"))).isFalse();
    assertThat(typed("#key-OrderID")).isEqualTo("1001");
    assertThat(typed("#value-OrderID")).isEqualTo("9001");
    app.picture("sign-in-again-light");
  }

  @Test
  void aRoleAsksForItsCodeAndProductionOpensReadOnly() {
    Store.open(home.resolve("config"))
        .connections()
        .update(all -> all.withEnvironment("profile:shop-prod", Environment.PRODUCTION));
    open(Theme.DARK);
    Ui.until("profiles are listed", () -> Ui.showsText("shop-prod"));
    app.picture("sign-in-start-dark");
    Ui.click(button("Open shop-prod"));
    Ui.find("#mfa-code");
    Ui.type("000000");
    Ui.press(KeyCode.ENTER);
    Ui.until("it is refused", () -> Ui.showsText("invalid MFA one time pass code"));
    app.picture("sign-in-mfa-dark");
    Ui.type("123456");
    Ui.press(KeyCode.ENTER);
    Ui.until("the connection is open", () -> Ui.showsText("No tables yet"));
    Ui.until("who we are is told", () -> Ui.showsText("support-readonly @ 9903 4471 2086"));
    assertThat(text("#writes")).isEqualTo("Read-only");
    assertThat(Ui.onFx(() -> Ui.anywhere("#create-first-table").isDisabled())).isTrue();

    fillOrders("shop-prod");
    Ui.click(Ui.find("#tables-refresh"));
    Ui.until("the table is listed", () -> Ui.showsText("Orders"));
    app.openTable("Orders");
    Ui.find("#read-only");
    Ui.find("#run");
    assertThat(Ui.onFx(() -> Ui.anywhere("#create-item").isDisabled())).isTrue();
    app.picture("read-only-dark");
    long sent = writes();
    Ui.click(Ui.text("Query"));
    Ui.press(KeyCode.CONTROL, KeyCode.N);
    Ui.until("the key says why it does nothing", () -> Ui.showsText("Allow writes first"));
    assertThat(writes()).isEqualTo(sent);

    Ui.click(Ui.find("#writes"));
    Ui.find("#writes-name");
    assertThat(Ui.onFx(() -> Ui.anywhere("#writes-allow").isDisabled())).isTrue();
    app.picture("allow-writes-dark");
    Ui.type("shop-prod");
    Ui.press(KeyCode.ENTER);
    Ui.until("writes are allowed", () -> text("#writes").equals("Writes allowed"));
    assertThat(Ui.onFx(() -> Ui.anywhere("#create-item").isDisabled())).isFalse();
    Ui.click(Ui.find("#writes"));
    Ui.until("read-only again", () -> text("#writes").equals("Read-only"));
  }

  private void open(Theme theme) {
    app = new AppDriver(home, theme, aws.profiles(), aws.connector(), pages::add);
  }

  private void approve() {
    aws.oidc.approve(text("#device-code"));
    polls.release();
  }

  private long writes() {
    return aws.wire.requests().stream()
        .filter(request -> request.operation().matches("(Put|Update|Delete|Create).*"))
        .count();
  }

  /// Three orders, written by another session of the same profile.
  private void fillOrders(String profile) {
    try (Session session = aws.connector().open(CorpAws.profile(profile), null)) {
      TableSchema table =
          session
              .tables()
              .create(
                  new TableDraft(
                      "Orders",
                      new KeySchema(List.of(new KeyAttribute("OrderID", KeyType.S)), List.of()),
                      Capacity.onDemand(),
                      List.of(),
                      false));
      List<Change> orders =
          List.of("1001", "1002", "1003").stream()
              .<Change>map(id -> {
                var attributes = new LinkedHashMap<String, Attr>();
                attributes.put("OrderID", new Attr.S(id));
                attributes.put("TotalAmount", new Attr.N("199.99"));
                return new Change.Insert(Item.of(attributes));
              })
              .toList();
      assertThat(session.writer().write(table, orders, Progress.none()).applied()).isEqualTo(3);
    }
  }

  private static Node button(String accessible) {
    return Ui.find(accessible, node -> accessible.equals(node.getAccessibleText()));
  }

  private static String text(String selector) {
    return Ui.onFx(() -> Ui.anywhere(selector) instanceof Labeled label ? label.getText() : "");
  }

  private static String typed(String selector) {
    return Ui.onFx(() -> ((TextInputControl) Ui.anywhere(selector)).getText());
  }
}
