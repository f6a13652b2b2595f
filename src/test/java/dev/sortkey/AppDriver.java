package dev.sortkey;

import dev.sortkey.app.Wiring;
import dev.sortkey.aws.SdkConnector;
import dev.sortkey.aws.SdkProfileSource;
import dev.sortkey.core.session.ProfileSource;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.sandbox.LocalSandbox;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.store.Settings;
import dev.sortkey.store.Store;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.shell.Browser;
import dev.sortkey.ui.shell.Ports;
import dev.sortkey.ui.work.Work;
import java.net.URI;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// The whole of Sortkey in its real window with its real adapters, in folders of the test's own.
public final class AppDriver implements AutoCloseable {
  private final Wiring wiring;
  private final LocalSandbox sandbox;
  private final Work work;
  private final Stage stage;
  private DynamoDbClient client;

  public AppDriver(Path home) {
    this(home, Theme.LIGHT, new SdkProfileSource());
  }

  public AppDriver(Path home, Theme theme, ProfileSource profiles) {
    this(home, theme, profiles, new SdkConnector(), _ -> {});
  }

  /// With sign-in.
  ///
  /// @param browser told the pages that are opened
  public AppDriver(
      Path home, Theme theme, ProfileSource profiles, SdkConnector connector, Browser browser) {
    TestSandbox.fresh();
    Ui.start();
    sandbox =
        LocalSandbox.onDisk(
            TestSandbox.caches(), home.resolve("sandbox"), LocalSandbox.MAVEN_CENTRAL);
    Store store = Store.open(home.resolve("config"));
    store
        .settings()
        .update(settings -> settings.withAppearance(Settings.Appearance.valueOf(theme.name())));
    work = Work.inBackground();
    wiring =
        Ui.onFx(() ->
            new Wiring(
                new Ports(connector, profiles, sandbox, store, work, connector.signIn(), browser)));
    stage =
        Ui.onFx(() -> {
          var window = new Stage(StageStyle.UNDECORATED);
          window.setX(0);
          window.setY(0);
          wiring.window(window);
          window.show();
          return window;
        });
  }

  public Scene scene() {
    return stage.getScene();
  }

  public Sandbox.State sandbox() {
    return sandbox.state();
  }

  /// A client on the sandbox that Sortkey has no part in.
  public synchronized DynamoDbClient client() {
    if (client == null) {
      client = client((Sandbox.State.Running) sandbox.state(), "us-east-1");
    }
    return client;
  }

  private static DynamoDbClient client(Sandbox.State.Running running, String region) {
    return DynamoDbClient.builder()
        .endpointOverride(running.endpoint())
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    running.keys().accessKeyId(), running.keys().secretAccessKey())))
        .build();
  }

  /// A table with the key Id, made by another client.
  public static void createTable(Sandbox.State.Running running, String region, String name) {
    try (DynamoDbClient other = client(running, region)) {
      createTable(other, name);
    }
  }

  /// Likewise, by a client that is there.
  public static void createTable(DynamoDbClient other, String name) {
    other.createTable(request ->
        request
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(KeySchemaElement.builder().attributeName("Id").keyType(KeyType.HASH).build())
            .attributeDefinitions(
                AttributeDefinition.builder()
                    .attributeName("Id")
                    .attributeType(ScalarAttributeType.S)
                    .build()));
  }

  /// Starts the sandbox from the start page, as a person's first click does.
  public void openSandbox() {
    Ui.click(Ui.find("#sandbox-open"));
    Ui.until("the tables are read", () -> Ui.showsText("No tables yet") && idle());
  }

  /// Fills in the form for an endpoint of one's own and opens it.
  public static void openEndpoint(URI endpoint, String region, String accessKey, String secret) {
    Ui.fill(Ui.find("#endpoint-url"), endpoint.toString());
    Ui.fill(Ui.find("#endpoint-region"), region);
    Ui.fill(Ui.find("#endpoint-access-key"), accessKey);
    Ui.fill(Ui.find("#endpoint-secret-key"), secret);
    Ui.click(Ui.find("#endpoint-open"));
  }

  /// Ends the sandbox's process as another program would.
  public synchronized void killSandbox() {
    TestSandbox.kill(sandbox);
    if (client != null) {
      client.close();
      client = null;
    }
  }

  /// Where the sandbox answers.
  public URI sandboxEndpoint() {
    return ((Sandbox.State.Running) sandbox.state()).endpoint();
  }

  /// Goes to a table by the palette.
  public void openTable(String name) {
    Ui.press(KeyCode.CONTROL, KeyCode.K);
    Ui.click(Ui.find("#palette-field"));
    Ui.type(name);
    Ui.press(KeyCode.ENTER);
    Ui.until(name + " is in front", () -> stage.getTitle().startsWith(name));
  }

  /// Whether nothing runs in the background; on the FX thread.
  public boolean idle() {
    return work.jobs().isEmpty();
  }

  /// A text field by the name that a screen reader says.
  public static TextField field(String name) {
    return (TextField)
        Ui.find(
            "field " + name,
            node -> node instanceof TextField && name.equals(node.getAccessibleText()));
  }

  /// Ctrl+I in the item editor, the type by its name, the attribute's name, and on to the value.
  public static void addAttribute(String type, String name) {
    Ui.press(KeyCode.CONTROL, KeyCode.I);
    Ui.click(Ui.text(type));
    Ui.type(name);
    Ui.press(KeyCode.TAB);
  }

  /// A field beside the one in focus, by keyboard alone.
  public static void addBeside(KeyCode type, String name, String value) {
    Ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
    Ui.press(type);
    Ui.type(name);
    Ui.press(KeyCode.ENTER);
    Ui.type(value);
  }

  /// Something inside a list or map of the form, by mouse.
  public static void addInside(String name, String type) {
    Ui.move(Ui.onFx(() -> Ui.anywhere("#type-of-" + name)).getParent());
    Ui.click(Ui.find("#add-in-" + name));
    Ui.click(Ui.text(type));
  }

  public void picture(String name) {
    Ui.picture(scene(), Path.of("target/pictures/" + name + ".png"));
  }

  /// Ends Sortkey; where it stood last is left as a picture.
  @Override
  public void close() {
    picture("journey-last");
    Ui.hide(stage);
    wiring.close();
    // The folders are the test's: nothing may write to them any more.
    Ui.until(
        "the sandbox has ended",
        () -> !(sandbox.state() instanceof Sandbox.State.Running) && idle());
    if (client != null) {
      client.close();
    }
  }
}
