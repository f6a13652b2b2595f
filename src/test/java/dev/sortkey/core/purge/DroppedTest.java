package dev.sortkey.core.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.table.Drafts;
import dev.sortkey.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedTest {
  private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

  @TempDir private Path folder;

  private static Dropped dropped(String connection, String table) {
    return new Dropped(
        connection, new Rebuild.Original("5f2c", CREATED), Drafts.everything(table), NOW);
  }

  @Test
  void everySettingComesBackFromTheFile() {
    Dropped table = dropped("shop", "Orders");
    assertThat(Dropped.read(table.write())).isEqualTo(table);
    var nameless =
        new Dropped("shop", new Rebuild.Original(null, null), Drafts.orders("Orders"), NOW);
    assertThat(Dropped.read(nameless.write())).isEqualTo(nameless);
  }

  @Test
  void whatANewerSortkeyWroteIsNotGuessedAt() {
    String newer =
        new String(dropped("shop", "Orders").write(), StandardCharsets.UTF_8)
            .replaceFirst("\"version\" : 1", "\"version\" : 2");
    assertThatThrownBy(() -> Dropped.read(newer.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void aNewStoreFindsWhatAnEarlierOneKept() throws IOException {
    DroppedTables before = Store.open(folder).dropped();
    before.keep(dropped("shop", "orders"));
    before.keep(dropped("shop", "Orders"));
    before.keep(dropped("other", "Orders"));
    DroppedTables after = Store.open(folder).dropped();
    assertThat(after.of("shop"))
        .containsExactly(dropped("shop", "Orders"), dropped("shop", "orders"));
    after.forget("shop", "Orders");
    after.forget("shop", "Orders");
    assertThat(Store.open(folder).dropped().of("shop")).containsExactly(dropped("shop", "orders"));
    assertThat(Store.open(folder).dropped().of("other")).hasSize(1);
    for (Path file : files()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aFileThatCannotBeReadHidesNoOtherAndStays() throws IOException {
    DroppedTables kept = Store.open(folder).dropped();
    kept.keep(dropped("shop", "Broken"));
    Files.writeString(files().getFirst(), "{\"version\": 1, \"connection\": \"sh");
    kept.keep(dropped("shop", "Orders"));
    assertThat(kept.of("shop")).containsExactly(dropped("shop", "Orders"));
    assertThat(files()).hasSize(2);
    assertThat(kept.unreadable("shop")).singleElement().asString().contains("broken");
    assertThat(kept.unreadable("other")).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("dropped"))) {
      return files.toList();
    }
  }
}
