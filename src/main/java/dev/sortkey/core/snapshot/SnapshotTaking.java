package dev.sortkey.core.snapshot;

import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/// Takes a snapshot of a table: all items in parallel parts, then the manifests, then the name.
public final class SnapshotTaking {
  /// As AWS names its data files.
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  private final Session session;
  private final Snapshots snapshots;
  private final Lanes lanes;
  private final InstantSource clock;
  private final Random random = new Random();

  public SnapshotTaking(Session session, Snapshots snapshots, Lanes lanes, InstantSource clock) {
    this.session = session;
    this.snapshots = snapshots;
    this.lanes = lanes;
    this.clock = clock;
  }

  /// Blocks; ends at an interrupt and leaves nothing behind then.
  ///
  /// @param progress told items, of about the table's count
  /// @throws CancellationException when the person cancelled
  public Snapshot take(String table, String name, boolean consistent, Progress progress)
      throws InterruptedException {
    TableSchema schema = session.tables().describe(table);
    var settings = new SettingsReading(session, schema);
    TableDraft draft = settings.read();
    try (Snapshots.Aside aside = snapshots.begin()) {
      var started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      String id = String.format("%014d-%08x", started.toEpochMilli(), random.nextInt());
      String base = S3Export.FOLDER + "/" + id + "/";
      List<ItemFile.Written> data = items(schema, consistent, aside, base, progress);
      long items = data.stream().mapToLong(each -> each.file().items()).sum();
      var ended = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      List<Manifest.StoredFile> files = new ArrayList<>();
      data.forEach(each -> files.add(each.file()));
      write(aside, base, S3Export.FILES, S3Export.files(data), files);
      long bytes = data.stream().mapToLong(each -> each.file().bytes()).sum();
      write(
          aside,
          base,
          S3Export.SUMMARY,
          S3Export.summary(id, schema.arn(), started, ended, items, bytes),
          files);
      stop(progress);
      return aside.finish(
          new Manifest(
              name,
              origin(session.connection()),
              table,
              schema.arn(),
              started,
              ended,
              consistent,
              items,
              draft,
              settings.unknown(),
              Manifest.Checksum.SHA_256,
              files));
    } catch (IOException e) {
      throw FileProblems.writing(snapshots.folder(), e);
    } catch (UncheckedIOException e) {
      throw FileProblems.writing(snapshots.folder(), e.getCause());
    }
  }

  private List<ItemFile.Written> items(
      TableSchema schema, boolean consistent, Snapshots.Aside aside, String base, Progress progress)
      throws InterruptedException {
    var source = new TableItems(session.bulk(), schema, consistent);
    var read = new AtomicLong();
    List<ItemFile.Written> files = Collections.synchronizedList(new ArrayList<>());
    progress.report(0, source.about());
    lanes.each(
        source.parts(),
        part -> {
          String path = base + "data/" + word() + ".json.gz";
          try {
            var file = new ItemFile(path, aside.create(path));
            try (file) {
              source.read(
                  part,
                  items -> {
                    append(file, items);
                    progress.report(read.addAndGet(items.size()), source.about());
                    return !progress.cancelled();
                  });
            }
            files.add(file.written());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    stop(progress);
    return List.copyOf(files);
  }

  private static void append(ItemFile file, List<Item> items) {
    try {
      file.write(items);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a manifest and, as AWS does, its MD5 beside it.
  private static void write(
      Snapshots.Aside aside,
      String base,
      String name,
      byte[] content,
      List<Manifest.StoredFile> files)
      throws IOException {
    byte[] md5 = put(aside, base + name, content, files);
    put(
        aside,
        base + name.replace(".json", ".md5"),
        Base64.getEncoder().encodeToString(md5).getBytes(StandardCharsets.UTF_8),
        files);
  }

  private static byte[] put(
      Snapshots.Aside aside, String path, byte[] content, List<Manifest.StoredFile> files)
      throws IOException {
    OutputStream out = aside.create(path);
    var digesting = new Digesting(out);
    try (digesting) {
      digesting.write(content);
    }
    files.add(new Manifest.StoredFile(path, digesting.bytes(), digesting.sha256(), null));
    return digesting.md5();
  }

  private static Manifest.Origin origin(Connection connection) {
    return new Manifest.Origin(
        connection.name(),
        connection.region(),
        connection.endpoint() == null ? "" : connection.endpoint().toString());
  }

  private static void stop(Progress progress) {
    if (progress.cancelled()) {
      throw new CancellationException();
    }
  }

  private String word() {
    var word = new StringBuilder();
    for (int i = 0; i < 26; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }
}
