package dev.sortkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.rows.EntityRule;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.store.Layouts.Layout;
import dev.sortkey.store.Settings.Appearance;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
  @TempDir Path folder;

  @Test
  void allThatIsSavedIsThereAgain() {
    Store store = Store.open(folder.resolve("not/there/yet"));
    Settings settings =
        Settings.INITIAL
            .withAppearance(Appearance.DARK)
            .withWindow(new Settings.Window(1, 2, 1280.5, 800, true))
            .withSidebarWidth(260)
            .withInspectorWidth(380)
            .withSandboxLicence("3.3.1");
    Connection orders = endpoint("orders", "http://127.0.0.1:8000");
    Layout layout =
        new Layout(
            List.of("b", "a"), Map.of("a", 120.5), Set.of("c"), Set.of("b"), List.of("d[0].e"));
    Layout ofOne = new Layout(List.of(), Map.of(), Set.of("x"), Set.of(), List.of());

    store.settings().update(_ -> settings);
    store
        .connections()
        .update(now ->
            now.used(orders, Instant.parse("2026-11-23T01:02:03.004Z"))
                .withEndpoint(orders)
                .withEnvironment("orders", Environment.PRODUCTION));
    store.favourites().update(now -> now.with("orders", "Zebra", true).with("orders", "A", true));
    store
        .layouts()
        .update(now ->
            now.with("orders", "Zebra", null, layout).with("orders", "Zebra", "Stripe", ofOne));

    Store again = Store.open(folder.resolve("not/there/yet"));
    assertThat(again.notices()).isEmpty();
    assertThat(again.settings().get()).isEqualTo(settings);
    assertThat(again.connections().get()).isEqualTo(store.connections().get());
    assertThat(again.connections().get().recent().getFirst().connection()).isEqualTo(orders);
    assertThat(again.favourites().get().of("orders")).containsExactlyInAnyOrder("Zebra", "A");
    assertThat(again.layouts().get().of("orders", "Zebra", null)).isEqualTo(layout);
    assertThat(again.layouts().get().of("orders", "Zebra", "Stripe")).isEqualTo(ofOne);
    assertThat(again.layouts().get().of("orders", "other", null)).isEqualTo(Layout.NATURAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"version\":1,\"content\":{\"appearance\":\"DA",
        "[]",
        "{}",
        "\u0000\u0000\u0000",
        "{\"version\":1}",
        "{\"version\":1,\"content\":{\"appearance\":\"PURPLE\"}}"
      })
  void aDamagedFileIsSetAsideAndSaid(String content) throws Exception {
    Files.writeString(settingsFile(), content);

    Store store = Store.open(folder);

    assertThat(store.settings().get()).isEqualTo(Settings.INITIAL);
    assertThat(store.notices()).singleElement().asString().contains("settings.json", "set aside");
    store.settings().update(now -> now.withSidebarWidth(300));
    Path aside =
        filesHere().stream()
            .filter(f -> f.toString().contains(".damaged-"))
            .findAny()
            .orElseThrow();
    assertThat(aside).content().isEqualTo(content);
    assertThat(store.notices().getFirst()).contains(aside.toString());
    assertThat(Store.open(folder).settings().get().sidebarWidth()).isEqualTo(300);
  }

  @Test
  void aFileOfANewerSortkeyIsLeftAsItIs() throws Exception {
    String newer = "{\"version\":2,\"content\":{\"appearance\":\"DARK\",\"hologram\":true}}";
    Files.writeString(settingsFile(), newer);

    Store store = Store.open(folder);
    store.settings().update(now -> now.withAppearance(Appearance.LIGHT));

    assertThat(store.notices()).singleElement().asString().contains("newer Sortkey");
    assertThat(store.settings().get().appearance()).isEqualTo(Appearance.LIGHT);
    assertThat(settingsFile()).content().isEqualTo(newer);
    assertThat(filesHere()).containsExactly(settingsFile());
  }

  @Test
  void partsThatAFileLacksHaveTheirUsualValue() throws Exception {
    Files.writeString(settingsFile(), "{\"version\":1,\"content\":{}}");

    assertThat(Store.open(folder).settings().get()).isEqualTo(Settings.INITIAL);
  }

  @Test
  void aFileThatCannotBeOpenedIsLeftAsItIs() throws Exception {
    Files.createDirectory(settingsFile());

    Store store = Store.open(folder);
    store.settings().update(now -> now.withAppearance(Appearance.LIGHT));

    assertThat(store.notices()).singleElement().asString().contains("cannot be read");
    assertThat(settingsFile()).isDirectory();
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidAndTheChangeHoldsForThisRun() throws Exception {
    Path file = Files.writeString(folder.resolve("a-file"), "in the way");
    Store store = Store.open(folder.resolve("elsewhere"));
    Files.move(file, folder.resolve("elsewhere"));

    Problem problem =
        catchThrowableOfType(
                ProblemException.class,
                () -> store.settings().update(now -> now.withAppearance(Appearance.DARK)))
            .problem();

    assertThat(problem.kind()).isEqualTo(Problem.Kind.LOCAL_IO);
    assertThat(problem.detail()).contains("elsewhere");
    assertThat(store.settings().get().appearance()).isEqualTo(Appearance.DARK);
    assertThat(folder.resolve("elsewhere")).content().isEqualTo("in the way");
  }

  @Test
  void rulesOfEntitiesAreKeptByTable() {
    var order = new EntityRule("Order", "USER#{text}", "ORDER#{date}#*", "", "");
    var post = new EntityRule("Post", "*", "*", "__typename", "Post");
    Store store = Store.open(folder);
    store.entityRules().update(now -> now.put("shop", "Shop", "USER / ORDER", order));
    store.entityRules().update(now -> now.put("shop", "Shop", "Post", post));
    store.entityRules().update(now -> now.put("shop", "Shop", "Order", order.named("Purchase")));

    EntityRules again = Store.open(folder).entityRules().get();
    assertThat(again.of("shop", "Shop")).containsExactly(order.named("Purchase"), post);
    assertThat(again.of("shop", "Other")).isEmpty();
    assertThat(again.of("other", "Shop")).isEmpty();
    assertThat(again.without("shop", "Shop", "Purchase").of("shop", "Shop")).containsExactly(post);
  }

  @Test
  void rulesThatCannotBeReadAreSetAside() throws Exception {
    Path file = folder.resolve("entities.json");
    Files.writeString(
        file,
        "{\"version\":1,\"content\":{\"tables\":{\"c\":{\"T\":[{\"name\":\"A\",\"partition\":\"{no\","
            + "\"sort\":\"*\",\"attribute\":\"\",\"value\":\"\"}]}}}}");
    Store store = Store.open(folder);
    assertThat(store.entityRules().get().of("c", "T")).isEmpty();
    assertThat(store.notices()).singleElement().asString().contains("entities.json", "set aside");
  }

  @Test
  void noChangeIsLostWhenManySaveAtOnce() {
    Store store = Store.open(folder);

    CompletableFuture.allOf(
            IntStream.range(0, 100)
                .mapToObj(i ->
                    CompletableFuture.runAsync(
                        () -> store.favourites().update(f -> f.with("c", "t" + i, true))))
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(Store.open(folder).favourites().get().of("c")).hasSize(100);
    assertThat(folder.resolve("favourites.json")).exists();
  }

  @Test
  void anEndpointKeepsNoPassword() throws Exception {
    Store store = Store.open(folder);
    Connection connection = endpoint("e", "https://me:hunter2@example.org:8443/x");

    store.connections().update(c -> c.withEndpoint(connection).used(connection, Instant.EPOCH));

    assertThat(folder.resolve("connections.json"))
        .content()
        .doesNotContain("hunter2", "me:")
        .contains("https://example.org:8443/x");
    store.connections().update(now -> now.withoutEndpoint("e"));
    assertThat(store.connections().get()).isEqualTo(Connections.NONE);
  }

  /// Writes without end, and says so after each.
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      Store store = Store.open(Path.of(args[0]));
      for (int i = 1; ; i++) {
        int width = i;
        store.settings().update(now -> now.withSidebarWidth(width));
        System.out.println(i);
      }
    }
  }

  @Test
  void aKillInTheMiddleLeavesAWholeFile() throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int said = 0;
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      while (said < 50) {
        said = Integer.parseInt(lines.readLine());
      }
    } finally {
      writer.destroyForcibly().waitFor();
    }

    Store store = Store.open(folder);
    assertThat(store.notices()).isEmpty();
    assertThat(store.settings().get().sidebarWidth()).isGreaterThanOrEqualTo(said);
  }

  @Test
  void eachSystemHasItsFolders() {
    assumeTrue(Path.of("/").isAbsolute(), "written with paths as Linux and macOS have them");
    Path home = Path.of("/home/ada");

    assertThat(Folders.of("Linux", home, Map.of()))
        .isEqualTo(
            folders("/home/ada/.config", "/home/ada/.local/share", "/home/ada/.cache", "sortkey"));
    assertThat(
            Folders.of(
                "Linux",
                home,
                Map.of("XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "rel")))
        .isEqualTo(folders("/c", "/d", "/home/ada/.cache", "sortkey"));
    assertThat(Folders.of("Mac OS X", home, Map.of()).cache())
        .isEqualTo(Path.of("/home/ada/Library/Caches/Sortkey"));
    assertThat(Folders.of("Windows 11", home, Map.of("LOCALAPPDATA", "/local")).cache())
        .isEqualTo(Path.of("/local/Sortkey/Cache"));
  }

  private static Folders folders(String config, String data, String cache, String name) {
    return new Folders(Path.of(config, name), Path.of(data, name), Path.of(cache, name));
  }

  private Path settingsFile() {
    return folder.resolve("settings.json");
  }

  private List<Path> filesHere() throws IOException {
    try (Stream<Path> here = Files.list(folder)) {
      return here.toList();
    }
  }

  private static Connection endpoint(String id, String address) {
    return new Connection(
        id,
        "Orders",
        Connection.Kind.ENDPOINT,
        null,
        URI.create(address),
        "eu-west-1",
        Environment.DEVELOPMENT);
  }
}
