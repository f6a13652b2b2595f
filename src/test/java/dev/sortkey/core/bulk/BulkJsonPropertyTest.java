package dev.sortkey.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sortkey.core.bulk.RunPoint.Counts;
import dev.sortkey.core.bulk.RunPoint.Fate;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadRequest;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.value.AnyItem;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What is written down of a run is read again as it was, whatever it is.
class BulkJsonPropertyTest {
  private static final List<String> FORMULAS =
      List.of(
          "n",
          "round(Price * 1.1, 2) + 0.00000000000000000000000000000000000001",
          "upper(`a.b`) + ' it''s \u2028 😀'",
          " -( n / 3 ) ",
          "12345678901234567890123456789012345678 - m.n[0]");

  @Provide
  Arbitrary<BulkEdit> edits() {
    return Arbitraries.oneOf(
        Arbitraries.just(new BulkEdit.Delete()),
        operations().list().ofMinSize(1).ofMaxSize(3).map(BulkEdit.Steps::new));
  }

  private static Arbitrary<AttrPath> paths() {
    return Combinators.combine(
            AnyItem.names().filter(name -> !name.isEmpty()),
            Arbitraries.<AttrPath.Step>oneOf(
                    AnyItem.names().filter(name -> !name.isEmpty()).map(AttrPath.Name::new),
                    Arbitraries.integers().between(0, 999).map(AttrPath.Index::new))
                .list()
                .ofMaxSize(3))
        .as((name, rest) -> {
          var steps = new ArrayList<AttrPath.Step>();
          steps.add(new AttrPath.Name(name));
          steps.addAll(rest);
          return new AttrPath(steps);
        });
  }

  private static Arbitrary<Operation> operations() {
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(12);
    return paths()
        .flatMap(path ->
            Arbitraries.<Operation>oneOf(
                AnyItem.attrs().map(value -> new Operation.Put(path, value)),
                Arbitraries.just(new Operation.Remove(path)),
                texts.map(name -> new Operation.Rename(path, name)),
                Arbitraries.of("1", "-0.50", "12345678901234567890123456789012345678", "1e-130")
                    .map(amount -> new Operation.Add(path, amount)),
                AnyItem.attrs().map(values -> new Operation.Append(path, values)),
                Arbitraries.of(AttrType.class).map(type -> new Operation.Convert(path, type)),
                Combinators.combine(texts, Arbitraries.of(0, Pattern.LITERAL, 2, 320), texts)
                    .as((sought, flags, with) -> new Operation.Replace(path, sought, flags, with)),
                Arbitraries.of(FORMULAS)
                    .map(text -> new Operation.Compute(path, Formula.parse(text)))));
  }

  @Provide
  Arbitrary<ReadPlan> plans() {
    Arbitrary<ReadRequest> requests =
        Combinators.combine(
                AnyItem.items().injectNull(0.5),
                Arbitraries.strings().ofMaxLength(20).injectNull(0.5),
                Arbitraries.strings().ofMaxLength(20).injectNull(0.5),
                AnyItem.names().list().ofMaxSize(3),
                AnyItem.attrs().list().ofMaxSize(3))
            .as((key, one, other, names, values) -> {
              var named = new LinkedHashMap<String, String>();
              names.forEach(name -> named.put("#n" + named.size(), name));
              var valued = new LinkedHashMap<String, Attr>();
              values.forEach(value -> valued.put(":v" + valued.size(), value));
              return new ReadRequest(
                  key == null ? null : new ItemKey(key.attributes()),
                  one,
                  other,
                  one == null ? other : null,
                  named,
                  valued);
            });
    Arbitrary<Condition> conditions =
        Combinators.combine(paths(), AnyItem.attrs())
            .as((path, value) ->
                new Condition.Or(
                    List.of(
                        new Condition.Not(
                            new Condition.Compare(path, Condition.Comparison.LE, value)),
                        new Condition.Between(path, value, value),
                        new Condition.In(path, List.of(value)),
                        new Condition.Size(path, Condition.Comparison.NE, 12))));
    return Combinators.combine(
            Arbitraries.of(ReadPlan.Operation.class),
            Arbitraries.strings().ofMaxLength(8).injectNull(0.5),
            requests.list().ofMinSize(1).ofMaxSize(3),
            requests.injectNull(0.5),
            conditions.injectNull(0.5),
            Arbitraries.integers().between(1, Integer.MAX_VALUE).injectNull(0.5),
            Arbitraries.of(true, false))
        .as((operation, index, all, fetched, check, limit, flag) ->
            new ReadPlan(
                operation,
                "Orders",
                index,
                all,
                fetched == null ? null : new ReadPlan.Fetch(List.of("a", "b"), check, fetched),
                check,
                flag,
                !flag,
                limit,
                "the way\n“in words”"));
  }

  @Property(tries = 300)
  void aRunComesBackAsItWas(@ForAll("edits") BulkEdit edit, @ForAll("plans") ReadPlan plan) {
    var head =
        new RunHead(
            "20241222T143100000Z-x",
            Instant.ofEpochSecond(5, 123456789),
            "connection \uD83D\uDE00",
            "Orders",
            "arn:aws:dynamodb:eu-west-1:1:table/Orders",
            plan.descending() ? Instant.EPOCH : null,
            plan,
            edit,
            12.5);
    String line = BulkJson.write(head);
    assertThat(line).doesNotContain("\n").matches("\\p{ASCII}*");
    RunHead read = BulkJson.readHead(line);
    // A formula has no equality but that of its text; what is written again is the same to the
    // letter, with the order of attributes and every digit.
    assertThat(BulkJson.write(read)).isEqualTo(line);
    assertThat(read.plan()).isEqualTo(plan);
    assertThat(read.begun()).isEqualTo(head.begun());
    assertThat(read.created()).isEqualTo(head.created());
    assertThat(digits(read.plan())).isEqualTo(digits(plan));
    assertThat(digits(read.edit())).isEqualTo(digits(edit));
  }

  private static String digits(Object plan) {
    return String.valueOf(plan);
  }

  @Provide
  Arbitrary<Item> items() {
    return AnyItem.items();
  }

  @Property(tries = 200)
  void aPointComesBackAsItWas(
      @ForAll("items") Item one, @ForAll("items") Item other, @ForAll boolean begun) {
    List<Change> changes = List.of(new Change.Update(one, other), new Change.Delete(one));
    var point =
        new RunPoint(
            begun
                ? new Cursor(List.of(new Cursor.Place(0, one), new Cursor.Place(3, other)), 4)
                : null,
            !begun,
            new Counts(Long.MAX_VALUE, 2, 3, 4, 5, 6, 7.25),
            List.of("n is of type S, not N.", "“\n”"),
            changes.reversed(),
            changes);
    String line = BulkJson.write(point);
    assertThat(line).doesNotContain("\n").matches("\\p{ASCII}*");
    RunPoint read = BulkJson.readPoint(line);
    assertThat(read).isEqualTo(point);
    assertThat(digits(read)).isEqualTo(digits(point));
  }

  @Example
  void aStepComesBackAsItWas() {
    for (RunPoint.Step step :
        List.of(
            new RunPoint.Step.Send(25),
            new RunPoint.Step.Came(List.of(Fate.values()), 2.5, List.of("why", "“\u2028”")))) {
      String line = BulkJson.write(step);
      assertThat(line).doesNotContain("\n").matches("\\p{ASCII}*");
      assertThat(BulkJson.readStep(line)).isEqualTo(step);
    }
  }

  /// A [Pattern] tells of itself that it was made with the flags that are inside it.
  @Example
  void aPatternWithFlagsInsideFindsTheSameAfterwards() {
    var edit =
        new BulkEdit.Steps(List.of(new Operation.Replace(AttrPath.of("s"), "a(?i)b", 0, "$0!")));
    var item = Item.of(Map.of("s", new Attr.S("Ab aB")));
    BulkEdit read = BulkJson.edit(BulkJson.of(edit));
    Operation once = ((BulkEdit.Steps) read).operations().getFirst();
    assertThat(once.apply(item).get("s")).isEqualTo(new Attr.S("Ab aB!"));
  }

  @Example
  void whatIsNoLineOfTheKindIsRefused() {
    for (String line :
        List.of("", "{", "[]", "{}", "null", "{\"version\":1}", "{\"came\":\"Q\"}")) {
      assertThatIllegalArgumentException().as(line).isThrownBy(() -> BulkJson.readHead(line));
      assertThatIllegalArgumentException().as(line).isThrownBy(() -> BulkJson.readPoint(line));
      assertThatIllegalArgumentException().as(line).isThrownBy(() -> BulkJson.readStep(line));
    }
    assertThat(BulkJson.readHead("{\"version\":2}")).isNull();
  }

  @Example
  void aStepThatCannotFollowIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunPoint.START.after(new RunPoint.Step.Send(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RunPoint.START.after(new RunPoint.Step.Came(List.of(Fate.MADE), 0, List.of())));
  }
}
