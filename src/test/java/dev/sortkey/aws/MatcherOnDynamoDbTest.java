package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.expr.Matcher;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What Sortkey looks at itself, it sees as DynamoDB would: random conditions over random items
/// give the same items here and there.
class MatcherOnDynamoDbTest {
  private static final long SEED = 20_261_126;
  private static final Budget ALL = new Budget(10_000, 10_000, 10_000, Duration.ofMinutes(1));
  private static final List<AttrPath> PATHS =
      List.of(
          AttrPath.of("a"),
          AttrPath.of("b"),
          AttrPath.parse("m.x"),
          AttrPath.parse("l[0]"),
          AttrPath.parse("l[1].x"));
  private static final List<Attr> VALUES =
      List.of(
          new Attr.S(""),
          new Attr.S("a"),
          new Attr.S("ab"),
          new Attr.S("b😀"),
          new Attr.S("\uFF5E"),
          new Attr.N("1"),
          new Attr.N("1.0"),
          new Attr.N("-2"),
          new Attr.N("10"),
          new Attr.B(Bytes.of((byte) 1)),
          new Attr.B(Bytes.of((byte) 1, (byte) -1)),
          new Attr.Bool(true),
          new Attr.Bool(false),
          new Attr.Null(),
          Attr.SS.of(List.of("a", "b")),
          Attr.SS.of(List.of("ab")),
          Attr.NS.of(List.of("1", "10")),
          Attr.BS.of(List.of(Bytes.of((byte) 1))),
          new Attr.L(List.of()),
          new Attr.L(List.of(new Attr.S("a"), new Attr.N("1"))),
          Attr.M.of(Map.of("x", new Attr.N("1"))),
          Attr.M.of(Map.of()));

  private final Random random = new Random(SEED);

  @Test
  void itSeesWhatDynamoDbSees() {
    try (Session session = Sessions.fresh()) {
      session.tables().create(Sessions.draft("matched"));
      List<Item> items = IntStream.range(0, 300).mapToObj(this::item).toList();
      session.writer().putAll("matched", items.iterator(), Progress.none());
      TableSchema table = session.tables().describe("matched");
      int selective = 0;
      for (int i = 0; i < 400; i++) {
        Condition condition = condition(2);
        var here =
            items.stream()
                .filter(item -> Matcher.holds(condition, item))
                .map(MatcherOnDynamoDbTest::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(here).as("%s", condition).isEqualTo(there(session, table, condition));
        selective += here.isEmpty() || here.size() == items.size() ? 0 : 1;
      }
      assertThat(selective).as("conditions that tell items apart").isGreaterThan(200);
    }
  }

  private static Set<Integer> there(Session session, TableSchema table, Condition condition) {
    QuerySpec scan =
        new QuerySpec(
            QuerySpec.Mode.SCAN,
            null,
            List.of(),
            List.of(),
            List.of(condition),
            List.of(),
            false,
            false,
            null);
    ReadResult result =
        session
            .reader()
            .read(Planner.plan(table, scan), null, ALL, new RowDictionary(), Progress.none());
    var ids = new TreeSet<Integer>();
    result
        .chunks()
        .forEach(chunk -> IntStream.range(0, chunk.size()).forEach(i -> ids.add(id(chunk.get(i)))));
    return ids;
  }

  private static int id(Item item) {
    return item.get("sk") instanceof Attr.N(String digits) ? Integer.parseInt(digits) : -1;
  }

  private Item item(int id) {
    var attributes = new LinkedHashMap<String, Attr>();
    attributes.put("pk", new Attr.S("p" + id % 7));
    attributes.put("sk", new Attr.N(Integer.toString(id)));
    if (random.nextInt(4) > 0) {
      attributes.put("a", value());
    }
    if (random.nextBoolean()) {
      attributes.put("b", value());
    }
    if (random.nextBoolean()) {
      attributes.put("m", Attr.M.of(Map.of("x", value())));
    }
    if (random.nextBoolean()) {
      attributes.put("l", new Attr.L(List.of(value(), Attr.M.of(Map.of("x", value())))));
    }
    return new Item(attributes);
  }

  private Condition condition(int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      List<Condition> parts = new ArrayList<>();
      IntStream.rangeClosed(0, 1 + random.nextInt(2)).forEach(_ -> parts.add(condition(depth - 1)));
      return switch (random.nextInt(3)) {
        case 0 -> new Condition.And(parts);
        case 1 -> new Condition.Or(parts);
        default -> new Condition.Not(parts.getFirst());
      };
    }
    AttrPath path = PATHS.get(random.nextInt(PATHS.size()));
    return switch (random.nextInt(9)) {
      case 0 -> new Condition.Compare(path, Comparison.EQ, value());
      case 1 -> new Condition.Compare(path, Comparison.NE, value());
      case 2 -> new Condition.Compare(path, comparison(), ordered());
      case 3 -> new Condition.In(path, List.of(value(), value()));
      case 4 -> new Condition.BeginsWith(path, prefix());
      case 5 -> new Condition.Contains(path, scalar());
      case 6 -> random.nextBoolean() ? new Condition.Exists(path) : new Condition.NotExists(path);
      case 7 -> new Condition.HasType(path, AttrType.values()[random.nextInt(10)]);
      default -> new Condition.Size(path, comparison(), random.nextInt(4));
    };
  }

  private Comparison comparison() {
    return Comparison.values()[2 + random.nextInt(4)];
  }

  private Attr value() {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private Attr ordered() {
    return VALUES.get(random.nextInt(11));
  }

  private Attr scalar() {
    return VALUES.get(random.nextInt(14));
  }

  private Attr prefix() {
    Attr value = ordered();
    return value.type() == AttrType.N ? new Attr.S("a") : value;
  }
}
