package dev.sortkey.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsChangeTest {
  private static final Capacity FIVE = new Capacity.Provisioned(5, 5);
  private static final Capacity NINE = new Capacity.Provisioned(9, 9);
  private static final ScaledUnits READS =
      new ScaledUnits(null, ScaledUnits.Side.READ, new AutoScaling(5, 50, 70));
  private static final ScaledUnits INDEX_READS =
      new ScaledUnits("by-date", ScaledUnits.Side.READ, new AutoScaling(5, 50, 70));

  /// A builder of what a case changes.
  private static final class Edit {
    private Capacity capacity = Capacity.onDemand();
    private Capacity index = Capacity.onDemand();
    private List<ScaledUnits> scaling = List.of();
    private TableClass tableClass = TableClass.STANDARD;
    private Encryption encryption = new Encryption.AwsOwned();
    private boolean guarded;
    private String ttl;
    private List<Tag> tags = List.of();
    private WarmThroughput warm = new WarmThroughput(12_000L, 4_000L);

    private TableSettings settings() {
      SequencedMap<String, Capacity> indexes = new LinkedHashMap<>();
      indexes.put("by-date", index);
      return new TableSettings(
          capacity, indexes, scaling, tableClass, encryption, guarded, ttl, tags, warm);
    }
  }

  private static TableSettings settings(UnaryOperator<Edit> edit) {
    return edit.apply(new Edit()).settings();
  }

  private static Arguments of(
      String name, UnaryOperator<Edit> before, UnaryOperator<Edit> after, String... steps) {
    return Arguments.of(name, settings(before), settings(after), List.of(steps));
  }

  static Stream<Arguments> cases() {
    UnaryOperator<Edit> plain = edit -> edit;
    UnaryOperator<Edit> provisioned =
        edit -> {
          edit.capacity = FIVE;
          edit.index = FIVE;
          return edit;
        };
    UnaryOperator<Edit> scaled =
        edit -> {
          provisioned.apply(edit);
          edit.scaling = List.of(READS, INDEX_READS);
          return edit;
        };
    return Stream.of(
        of("nothing", plain, plain),
        of(
            "units go before their scaling is registered",
            plain,
            scaled,
            "Change the provisioned units",
            "Set auto scaling of the reads of the table",
            "Set auto scaling of the reads of by-date"),
        of(
            "scaling goes before on-demand",
            scaled,
            plain,
            "Take auto scaling off the reads of the table",
            "Take auto scaling off the reads of by-date",
            "Change capacity to on-demand"),
        of(
            "only what changes of the units is sent",
            provisioned,
            edit -> {
              provisioned.apply(edit);
              edit.index = NINE;
              return edit;
            },
            "Change the units of by-date"),
        of(
            "a changed target is registered over the old",
            scaled,
            edit -> {
              scaled.apply(edit);
              edit.scaling =
                  List.of(
                      new ScaledUnits(null, READS.side(), new AutoScaling(5, 60, 80)), INDEX_READS);
              return edit;
            },
            "Set auto scaling of the reads of the table"),
        of(
            "everything, each on its own; protection first",
            plain,
            edit -> {
              scaled.apply(edit);
              edit.tableClass = TableClass.STANDARD_INFREQUENT_ACCESS;
              edit.encryption = new Encryption.AwsManaged();
              edit.guarded = true;
              edit.ttl = "expires";
              edit.tags = List.of(new Tag("team", "shop"));
              edit.warm = new WarmThroughput(20_000L, 8_000L);
              return edit;
            },
            "Switch deletion protection on",
            "Change the provisioned units",
            "Set auto scaling of the reads of the table",
            "Set auto scaling of the reads of by-date",
            "Change the table class to Standard-IA",
            "Change the encryption key",
            "Raise the warm throughput",
            "Let items expire by expires",
            "Write one tag"),
        of(
            "protection goes last; tags go before others come",
            edit -> {
              edit.guarded = true;
              edit.tags = List.of(new Tag("a", "1"), new Tag("b", "2"));
              return edit;
            },
            edit -> {
              edit.tags = List.of(new Tag("b", "3"), new Tag("c", "4"));
              return edit;
            },
            "Remove one tag",
            "Write 2 tags",
            "Switch deletion protection off"),
        of(
            "another attribute begins with off, since on is refused within the hour",
            edit -> {
              edit.ttl = "old";
              return edit;
            },
            edit -> {
              edit.ttl = "new";
              return edit;
            },
            "Let items expire no longer by old"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void stepsComeInTheOrderThatDynamoDbAllows(
      String name, TableSettings before, TableSettings after, List<String> steps) {
    var change = new SettingsChange(before, after);
    assertThat(change.steps()).extracting(SettingsStep::title).isEqualTo(steps);
    assertThat(change.none()).isEqualTo(steps.isEmpty());
    assertThat(change.lines().isEmpty()).isEqualTo(steps.isEmpty());
  }

  @Test
  void aTableThatBecomesProvisionedTakesItsIndexesAlong() {
    TableSettings after =
        settings(edit -> {
          edit.capacity = FIVE;
          edit.index = NINE;
          return edit;
        });
    assertThat(new SettingsChange(settings(edit -> edit), after).steps())
        .containsExactly(
            new SettingsStep.Update(
                new TableUpdate.Units(FIVE, new LinkedHashMap<>(Map.of("by-date", NINE)))));
  }

  @Test
  void theDiffSaysEachSettingBeforeAndAfter() {
    TableSettings after =
        settings(edit -> {
          edit.capacity = FIVE;
          edit.index = FIVE;
          edit.scaling = List.of(READS);
          edit.ttl = "expires";
          edit.tags = List.of(new Tag("team", ""));
          return edit;
        });
    assertThat(new SettingsChange(settings(edit -> edit), after).lines())
        .extracting(line -> line.setting() + ": " + line.before() + " → " + line.after())
        .containsExactly(
            "Capacity: On-demand → 5 read, 5 write units",
            "Capacity of by-date: On-demand → 5 read, 5 write units",
            "Auto scaling, reads of the table: Off → 5 to 50 units, 70 % in use",
            "Expiry: Off → By expires",
            "Tag team: None → (empty)");
  }

  @Test
  void whatWouldBeRefusedIsSaidAndWhatWasSoBeforeIsNot() {
    TableSettings before =
        settings(edit -> {
          edit.capacity = new Capacity.Provisioned(60, 5);
          edit.index = FIVE;
          edit.scaling = List.of(READS);
          edit.ttl = "old";
          return edit;
        });
    TableSettings after =
        settings(edit -> {
          edit.capacity = new Capacity.Provisioned(60, 5);
          edit.index = FIVE;
          edit.scaling =
              List.of(READS, new ScaledUnits("by-date", READS.side(), new AutoScaling(0, 5, 95)));
          edit.ttl = "new";
          edit.warm = new WarmThroughput(11_000L, 4_000L);
          return edit;
        });
    assertThat(new SettingsChange(before, before).flaws(table())).isEmpty();
    assertThat(new SettingsChange(before, after).flaws(table()))
        .extracting(TableRules.Flaw::field)
        .containsExactlyInAnyOrder(
            "scaling.read[by-date].least", "scaling.read[by-date].target", "ttl", "warm.read");
  }

  @Test
  void whatExpiryMakesOfAnItem() {
    Instant now = Instant.ofEpochSecond(1_766_500_000);
    Map<Attr, Expiry> cases =
        Map.of(
            new Attr.N("1766500000"), Expiry.EXPIRED,
            new Attr.N("1766499999.5"), Expiry.EXPIRED,
            new Attr.N("1766500001"), Expiry.LATER,
            new Attr.N("1500000000"), Expiry.TOO_OLD,
            new Attr.N("1766500000000"), Expiry.MILLISECONDS,
            new Attr.S("1766400000"), Expiry.OTHER_TYPE);
    cases.forEach((value, expiry) -> {
      var attributes = new LinkedHashMap<String, Attr>();
      attributes.put("expires", value);
      assertThat(Expiry.of(new Item(attributes), "expires", now)).as("" + value).isEqualTo(expiry);
    });
    assertThat(Expiry.of(new Item(new LinkedHashMap<>()), "expires", now)).isEqualTo(Expiry.ABSENT);
  }

  private static TableSchema table() {
    var keys = new KeySchema(List.of(new KeyAttribute("pk", KeyType.S)), List.of());
    return new TableSchema(
        "orders",
        "arn",
        "ACTIVE",
        keys,
        List.of(
            new Index(
                "by-date",
                Index.Kind.GSI,
                new KeySchema(List.of(new KeyAttribute("date", KeyType.S)), List.of()),
                Projection.all(),
                FIVE,
                "ACTIVE",
                false,
                0,
                0)),
        FIVE,
        "STANDARD",
        false,
        0,
        0,
        null);
  }
}
