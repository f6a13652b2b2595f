package dev.sortkey.store;

import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One value of the person's, kept in a JSON file with a version. What cannot be read is never
/// overwritten: a damaged file is renamed, and one of a newer Sortkey is left alone.
public final class JsonFile<T> {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path file;
  private final int version;
  private final Class<T> type;
  private volatile T value;
  private boolean writable = true;

  private JsonFile(Path file, int version, Class<T> type, T fallback) {
    this.file = file;
    this.version = version;
    this.type = type;
    value = fallback;
  }

  /// Reads the file, if there is one.
  ///
  /// @param version of the format; files of a higher one are not touched
  /// @param fallback the value when there is no file, or none that can be read
  /// @param notices gets a sentence for the person when the file could not be read
  static <T> JsonFile<T> open(
      Path file, int version, Class<T> type, T fallback, Consumer<String> notices) {
    JsonFile<T> opened = new JsonFile<>(file, version, type, fallback);
    opened.load(notices);
    return opened;
  }

  /// Does not block.
  public T get() {
    return value;
  }

  /// Changes the value and writes it; blocks, so it is not for the FX thread. When it cannot be
  /// written, the change holds for this run.
  ///
  /// @throws ProblemException when it cannot be written
  public synchronized void update(UnaryOperator<T> change) {
    T next = change.apply(value);
    if (next.equals(value)) {
      return;
    }
    value = next;
    if (writable) {
      try {
        byte[] bytes = JSON.writeValueAsBytes(new Envelope<>(version, next));
        Disk.replace(file, out -> out.write(bytes));
      } catch (IOException e) {
        throw FileTrouble.writing(file, e);
      }
    }
  }

  private record Envelope<T>(int version, T content) {}

  private void load(Consumer<String> notices) {
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      int found = root.path("version").asInt(0);
      if (found > version) {
        writable = false;
        notices.accept(Messages.text("store.newer", file));
      } else if (found < 1 || !root.path("content").isObject()) {
        setAside(notices);
      } else {
        value = JSON.treeToValue(root.get("content"), type);
      }
    } catch (NoSuchFileException _) {
      // The first run.
    } catch (JacksonException _) {
      setAside(notices);
    } catch (IOException e) {
      writable = false;
      notices.accept(Messages.text("store.unreadable", file, e));
    }
  }

  private void setAside(Consumer<String> notices) {
    try {
      Path aside = Disk.setAside(file);
      notices.accept(Messages.text("store.damaged", file.getFileName(), aside));
    } catch (IOException e) {
      writable = false;
      notices.accept(Messages.text("store.unreadable", file, e));
    }
  }
}
