package dev.sortkey.core.sent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.query.Observed;
import dev.sortkey.core.query.Planner;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is shown as sent is JSON that the API would take, with all that the plan holds.
class SentTest {
  private static final TableSchema TABLE =
      new TableSchema(
          "Orders",
          "arn",
          TableSchema.ACTIVE,
          new KeySchema(
              List.of(new KeyAttribute("pk", KeyType.S)),
              List.of(new KeyAttribute("sk", KeyType.N))),
          List.of(),
          Capacity.onDemand(),
          "STANDARD",
          false,
          10,
          1_000,
          null);

  private static ReadPlan plan(Condition... conditions) {
    return Planner.ways(TABLE, QuerySpec.auto(List.of(conditions)), Observed.none())
        .best()
        .orElseThrow()
        .plan();
  }

  private static Condition eq(String name, Attr value) {
    return new Condition.Compare(AttrPath.of(name), Comparison.EQ, value);
  }

  private static JsonNode json(Sent sent) {
    return JsonMapper.shared().readTree(sent.json());
  }

  @Test
  void aQueryWithItsExpressions() {
    Sent sent =
        Sent.of(plan(eq("pk", new Attr.S("a\"\n😀")), eq("a.b", new Attr.N("1.50")))).getFirst();
    assertThat(sent.operation()).isEqualTo("Query");
    JsonNode body = json(sent);
    assertThat(body.get("TableName").asString()).isEqualTo("Orders");
    assertThat(body.get("KeyConditionExpression").asString()).isEqualTo("#n0 = :v0");
    assertThat(body.get("FilterExpression").asString()).isEqualTo("#n1 = :v1");
    assertThat(body.get("ExpressionAttributeNames").get("#n1").asString()).isEqualTo("a.b");
    assertThat(body.get("ExpressionAttributeValues").get(":v0").get("S").asString())
        .isEqualTo("a\"\n😀");
    assertThat(body.get("ExpressionAttributeValues").get(":v1").get("N").asString())
        .isEqualTo("1.50");
  }

  @Test
  void itemsByTheirKeys() {
    Sent one = Sent.of(plan(eq("pk", new Attr.S("a")), eq("sk", new Attr.N("1")))).getFirst();
    assertThat(one.operation()).isEqualTo("GetItem");
    assertThat(json(one).get("Key").get("sk").get("N").asString()).isEqualTo("1");

    var some = new Condition.In(AttrPath.of("sk"), List.of(new Attr.N("1"), new Attr.N("2")));
    ReadPlan several =
        Planner.ways(
                TABLE, QuerySpec.auto(List.of(eq("pk", new Attr.S("a")), some)), Observed.none())
            .usable()
            .stream()
            .map(way -> way.plan())
            .filter(plan -> plan.operation() == ReadPlan.Operation.GET)
            .findFirst()
            .orElseThrow();
    Sent batch = Sent.of(several).getFirst();
    assertThat(batch.operation()).isEqualTo("BatchGetItem");
    assertThat(json(batch).get("RequestItems").get("Orders").get("Keys")).hasSize(2);
  }

  @Test
  void aScanOfEverything() {
    Sent sent = Sent.of(plan()).getFirst();
    assertThat(sent.operation()).isEqualTo("Scan");
    assertThat(json(sent).propertyNames()).containsExactly("TableName", "ReturnConsumedCapacity");
  }
}
