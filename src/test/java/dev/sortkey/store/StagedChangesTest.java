package dev.sortkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ChangeSet;
import dev.sortkey.core.edit.CommitRecord;
import dev.sortkey.core.edit.CommitRecord.Fate;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is staged outlives the process, however it ends.
class StagedChangesTest {
  private static final int KILLS = 12;
  private static final Instant NOW = Instant.parse("2024-12-22T14:31:00.123456789Z");
  private static final TableSchema TABLE =
      new TableSchema(
          "Orders",
          "arn",
          TableSchema.ACTIVE,
          new KeySchema(List.of(new KeyAttribute("id", KeyType.S)), List.of()),
          List.of(),
          Capacity.onDemand(),
          "STANDARD",
          false,
          0,
          0,
          null);

  @TempDir Path folder;

  /// Whatever a person does at step after step; the same for the same seed.
  private static final class Acting {
    private final Random random;
    private ChangeSet now = ChangeSet.empty();

    Acting(long seed) {
      this.random = new Random(seed);
    }

    ChangeSet next() {
      Item item = item(random.nextInt(12), random);
      ChangeSet before = now;
      while (before == now) {
        try {
          now =
              switch (random.nextInt(4)) {
                case 0 -> now.create(TABLE, item, NOW);
                case 1 -> now.delete(TABLE, item, NOW, NOW);
                case 2 -> now.discard(List.of(TABLE.keyOf(item)));
                default ->
                    now.edit(
                        TABLE, item, item.with("x", new Attr.S("" + random.nextInt())), NOW, NOW);
              };
        } catch (IllegalArgumentException _) {
          item = item(random.nextInt(12), random);
        }
      }
      return now;
    }

    private static Item item(int number, Random random) {
      var fields = new LinkedHashMap<String, Attr>();
      fields.put("id", new Attr.S("n" + number));
      fields.put("digits", new Attr.N("12345678901234567890123456789012345678"));
      fields.put("set", Attr.NS.of(List.of("1.50", "-0.1e-7")));
      fields.put(
          "text", new Attr.S("naïve \uD83D\uDE00 \u2028 " + "x".repeat(random.nextInt(900))));
      fields.put("list", new Attr.L(List.of(new Attr.Null(), new Attr.Bool(true))));
      return new Item(fields);
    }
  }

  /// The Sortkey that is killed: stages on and on, and says when it has begun and kept each step.
  static final class StagingProcess {
    private StagingProcess() {}

    public static void main(String[] arguments) throws IOException {
      var staged = new StagedChanges(Path.of(arguments[0]), 100);
      staged.open("c", "Orders");
      var acting = new Acting(Long.parseLong(arguments[1]));
      try (var log = new FileOutputStream(arguments[0] + ".log")) {
        for (int step = 1; ; step++) {
          ChangeSet next = acting.next();
          log.write(("b" + step + "\n").getBytes(StandardCharsets.US_ASCII));
          staged.keep("c", "Orders", () -> next);
          log.write(("k" + step + "\n").getBytes(StandardCharsets.US_ASCII));
          System.out.println(step);
        }
      }
    }
  }

  @Test
  void whatWasKeptIsThereAfterAKillAtAnyMoment() throws Exception {
    var random = new Random();
    for (int kill = 0; kill < KILLS; kill++) {
      Path home = folder.resolve("kill" + kill);
      long seed = random.nextLong();
      int[] said = killed(home, seed, 1 + random.nextInt(400));
      StagedChanges.Found found = new StagedChanges(home).open("c", "Orders");

      assertThat(found.notice()).isNull();
      List<ChangeSet> possible = new ArrayList<>();
      var acting = new Acting(seed);
      ChangeSet now = ChangeSet.empty();
      for (int step = 1; step <= said[0]; step++) {
        now = acting.next();
        if (step >= said[1]) {
          possible.add(now);
        }
      }
      if (said[1] == 0) {
        possible.add(ChangeSet.empty());
      }
      assertThat(possible).as("seed " + seed).contains(found.changes());
    }
  }

  /// @return the last step that was begun, and the last that was kept for certain
  private static int[] killed(Path home, long seed, int after) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                StagingProcess.class.getName(),
                home.toString(),
                "" + seed)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
      for (int step = 0; step < after; step++) {
        assertThat(said.readLine()).as("the process goes on").isNotNull();
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    String log = Files.readString(Path.of(home + ".log"));
    List<String> whole = log.substring(0, log.lastIndexOf('\n')).lines().toList();
    return new int[] {last(whole, 'b'), last(whole, 'k')};
  }

  private static int last(List<String> log, char what) {
    return log.stream()
        .filter(line -> line.charAt(0) == what)
        .mapToInt(line -> Integer.parseInt(line.substring(1)))
        .max()
        .orElse(0);
  }

  @Test
  void aLastLineCutOffAnywhereLosesThatStepAlone() throws Exception {
    StagedChanges staged = opened();
    var acting = new Acting(1);
    ChangeSet first = acting.next();
    staged.keep("c", "Orders", () -> first);
    Path file = file();
    byte[] one = Files.readAllBytes(file);
    ChangeSet second = acting.next();
    staged.keep("c", "Orders", () -> second);
    byte[] two = Files.readAllBytes(file);

    for (int length = one.length; length < two.length; length += 7) {
      Files.write(file, Arrays.copyOf(two, length));
      StagedChanges.Found found = new StagedChanges(folder).open("c", "Orders");
      assertThat(found.changes()).isEqualTo(first);
      assertThat(found.notice()).isNull();
    }
    Files.write(file, Arrays.copyOf(two, one.length / 2));
    assertThat(new StagedChanges(folder).open("c", "Orders").changes().isEmpty()).isTrue();
    Files.write(file, Arrays.copyOf(two, 5));
    StagedChanges again = new StagedChanges(folder);
    assertThat(again.open("c", "Orders").changes().isEmpty()).isTrue();
    again.keep("c", "Orders", () -> first);
    assertThat(new StagedChanges(folder).open("c", "Orders").changes()).isEqualTo(first);
  }

  @Test
  void aDamagedFileIsSetAsideAndWhatCanBeReadIsKept() throws Exception {
    StagedChanges staged = opened();
    ChangeSet one = ChangeSet.empty().create(TABLE, item("1"), NOW);
    ChangeSet two = one.create(TABLE, item("2"), NOW);
    ChangeSet three = two.create(TABLE, item("3"), NOW);
    for (ChangeSet set : List.of(one, two, three)) {
      staged.keep("c", "Orders", () -> set);
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    lines.set(2, lines.get(2).replace("put", "p\u0000t"));
    Files.write(file(), lines);

    StagedChanges.Found found = new StagedChanges(folder).open("c", "Orders");
    assertThat(found.changes().size()).isEqualTo(2);
    assertThat(found.notice()).contains(".damaged-").contains("2 changes");
    assertThat(files(".damaged-")).hasSize(1);
    assertThat(Files.readAllLines(files(".damaged-").getFirst())).isEqualTo(lines);
    StagedChanges.Found again = new StagedChanges(folder).open("c", "Orders");
    assertThat(again.notice()).isNull();
    assertThat(again.changes()).isEqualTo(found.changes());
  }

  @Test
  void theFileOfANewerSortkeyIsLeftAlone() throws Exception {
    StagedChanges staged = opened();
    staged.keep("c", "Orders", () -> ChangeSet.empty().create(TABLE, item("1"), NOW));
    String newer = Files.readString(file()).replace("\"version\":1", "\"version\":2");
    Files.writeString(file(), newer);

    StagedChanges other = new StagedChanges(folder);
    assertThat(other.open("c", "Orders").notice()).contains("newer Sortkey");
    other.keep("c", "Orders", () -> ChangeSet.empty().create(TABLE, item("2"), NOW));
    assertThat(file()).content().isEqualTo(newer);
  }

  @Test
  void twoSortkeysLoseNothingOfEachOthers() throws Exception {
    var mine = new StagedChanges(folder, 100);
    mine.open("c", "Orders");
    var theirs = new StagedChanges(folder, 100);
    theirs.open("c", "Orders");
    ChangeSet one = ChangeSet.empty();
    ChangeSet other = ChangeSet.empty();
    for (int i = 0; i < 200; i++) {
      one = one.create(TABLE, item("mine" + i % 5), NOW);
      ChangeSet now = one;
      mine.keep("c", "Orders", () -> now);
      other = other.create(TABLE, item("theirs" + i % 5), NOW);
      ChangeSet now2 = other;
      theirs.keep("c", "Orders", () -> now2);
      if (i % 5 == 4 && i < 199) {
        one = ChangeSet.empty();
        other = ChangeSet.empty();
      }
    }
    assertThat(Files.readAllLines(file()).size()).as("it was written anew").isLessThan(300);
    assertThat(new StagedChanges(folder).open("c", "Orders").changes().size()).isEqualTo(10);
  }

  @Test
  void tablesAndConnectionsAreKeptApartAndListed() {
    StagedChanges staged = new StagedChanges(folder);
    for (String table : List.of("orders", "Orders", "empty")) {
      staged.open("c", table);
    }
    staged.keep("c", "orders", () -> ChangeSet.empty().create(TABLE, item("1"), NOW));
    staged.keep("c", "Orders", () -> ChangeSet.empty().create(TABLE, item("2"), NOW));

    StagedChanges again = new StagedChanges(folder);
    assertThat(again.all())
        .containsExactlyInAnyOrder(
            new StagedChanges.Where("c", "orders"), new StagedChanges.Where("c", "Orders"));
    assertThat(again.open("c", "orders").changes().get(TABLE.keyOf(item("1")))).isNotNull();
    assertThat(again.open("d", "orders").changes().isEmpty()).isTrue();
  }

  @Test
  void anInterruptedCallerStillKeepsWhatIsStaged() {
    StagedChanges staged = opened();
    ChangeSet set = ChangeSet.empty().create(TABLE, item("1"), NOW);
    Thread.currentThread().interrupt();
    staged.keep("c", "Orders", () -> set);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(new StagedChanges(folder).open("c", "Orders").changes()).isEqualTo(set);
  }

  @Test
  void aCommitIsWrittenDownBeforeItIsSentAndCanBeTakenBack() {
    Commits commits = new Commits(folder);
    Item item = item("1");
    Item edited = item.with("x", new Attr.N("1.50"));
    List<Change> changes =
        List.of(
            new Change.Update(item, edited),
            new Change.Insert(item("2")),
            new Change.Delete(item("3")),
            new Change.Insert(item("4")));
    CommitRecord.Head head = commits.begin("c", "Orders", "Ana", changes, NOW);

    CommitRecord killed = new Commits(folder).read(head).orElseThrow();
    assertThat(killed.fates()).containsOnly(Fate.UNKNOWN);
    assertThat(killed.reverting()).as("what may have been made").hasSize(4);

    commits.end(head, List.of(Fate.MADE, Fate.MADE, Fate.MADE, Fate.NOT_MADE));
    CommitRecord read = new Commits(folder).read(head).orElseThrow();
    assertThat(read.head()).isEqualTo(head);
    assertThat(read.changes()).isEqualTo(changes);
    assertThat(read.count(Fate.MADE)).isEqualTo(3);
    assertThat(read.reverting())
        .containsExactly(
            new Change.Update(edited, item),
            new Change.Delete(item("2")),
            new Change.Insert(item("3")));
    assertThat(new Commits(folder).of("c")).containsExactly(head);
  }

  @Test
  void theOldestCommitsGoFirst() {
    Commits few = new Commits(folder, 3, 10_000);
    List<CommitRecord.Head> heads = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      heads.add(
          few.begin(
              "c", "Orders", "Ana", List.of(new Change.Insert(item("" + i))), NOW.plusSeconds(i)));
    }
    assertThat(few.of("c")).containsExactly(heads.get(4), heads.get(3), heads.get(2));
    assertThat(few.read(heads.getFirst())).isEmpty();
    Item large = item("large").with("x", new Attr.S("x".repeat(20_000)));
    CommitRecord.Head last =
        few.begin("c", "Orders", "Ana", List.of(new Change.Insert(large)), NOW.plusSeconds(9));
    assertThat(few.of("c")).as("one that is too large stands alone").containsExactly(last);
  }

  private StagedChanges opened() {
    var staged = new StagedChanges(folder);
    staged.open("c", "Orders");
    return staged;
  }

  private Path file() throws IOException {
    return files(".jsonl").stream()
        .filter(file -> file.toString().endsWith("l"))
        .findFirst()
        .orElseThrow();
  }

  private List<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().contains(part)).toList();
    }
  }

  private static Item item(String id) {
    var fields = new LinkedHashMap<String, Attr>();
    fields.put("id", new Attr.S(id));
    fields.put("text", new Attr.S("words"));
    return new Item(fields);
  }
}
