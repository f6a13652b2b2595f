package dev.sortkey.aws;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Matcher;
import dev.sortkey.core.progress.Lanes;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.query.Budget;
import dev.sortkey.core.query.Cursor;
import dev.sortkey.core.query.ItemReader;
import dev.sortkey.core.query.ReadPlan;
import dev.sortkey.core.query.ReadRequest;
import dev.sortkey.core.query.ReadResult;
import dev.sortkey.core.rows.RowChunk;
import dev.sortkey.core.rows.RowDictionary;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/// Reads items by Query, Scan and GetItem.
final class SdkItemReader implements ItemReader {
  private final DynamoDbClient client;
  private final ProblemMapping problems;
  private final KeyedReading keyed;
  private final Lanes lanes;

  /// @param lanes for the requests of a plan that has several
  SdkItemReader(DynamoDbClient client, ProblemMapping problems, Lanes lanes) {
    this.client = client;
    this.problems = problems;
    this.keyed = new KeyedReading(client, problems);
    this.lanes = lanes;
  }

  @Override
  public ReadResult read(
      ReadPlan plan,
      @Nullable Cursor cursor,
      Budget budget,
      RowDictionary dictionary,
      Progress progress) {
    var tally = new ReadTally(plan, cursor, budget);
    do {
      List<ReadTally.Step> wave = tally.wave();
      Map<ReadTally.Step, KeptPage> pages = pages(plan, wave);
      for (ReadTally.Step step : wave) {
        KeptPage page = pages.get(step);
        if (tally.take(step, page) && !page.items().isEmpty()) {
          tally.add(RowChunk.pack(dictionary, page.items()));
        }
      }
      progress.spent(tally.readUnits());
      progress.report(tally.count(), tally.scanned());
      if (progress.cancelled()) {
        throw new CancellationException();
      }
    } while (tally.goesOn());
    return tally.result();
  }

  @Override
  public Optional<Item> get(TableSchema table, ItemKey key) {
    var response =
        problems.call(() ->
            client.getItem(request ->
                request
                    .tableName(table.name())
                    .key(SdkAttr.toSdk(key.values()))
                    .consistentRead(true)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    return response.hasItem()
        ? Optional.of(table.keysFirst(SdkAttr.item(response.item())))
        : Optional.empty();
  }

  private Map<ReadTally.Step, KeptPage> pages(ReadPlan plan, List<ReadTally.Step> wave) {
    if (plan.operation() == ReadPlan.Operation.GET) {
      return keys(plan, wave);
    }
    var pages = new ConcurrentHashMap<ReadTally.Step, KeptPage>();
    try {
      lanes.forEach(wave, ReadTally.WIDTH, step -> pages.put(step, kept(plan, page(plan, step))));
    } catch (InterruptedException _) {
      throw new CancellationException();
    }
    return pages;
  }

  /// The items of a plan that knows their keys; all of a wave come in one page.
  private Map<ReadTally.Step, KeptPage> keys(ReadPlan plan, List<ReadTally.Step> wave) {
    List<ItemKey> keys = wave.stream().map(step -> request(plan, step).key()).toList();
    KeyedReading.Found found =
        keyed.read(plan.table(), keys, plan.requests().getFirst(), plan.consistent());
    var pages = new ConcurrentHashMap<ReadTally.Step, KeptPage>();
    for (int i = 0; i < wave.size(); i++) {
      List<Item> one =
          found.items().containsKey(keys.get(i))
              ? List.of(found.items().get(keys.get(i)))
              : List.of();
      pages.put(
          wave.get(i),
          new KeptPage(holding(plan.check(), one), null, 1, i == 0 ? found.readUnits() : 0));
    }
    return pages;
  }

  private static ReadRequest request(ReadPlan plan, ReadTally.Step step) {
    return plan.requests().get(step.request());
  }

  /// What of a page belongs to the result, read whole where the index does not hold it all.
  private KeptPage kept(ReadPlan plan, SdkPage page) {
    List<Item> items = page.items().stream().map(SdkAttr::item).toList();
    double units = page.readUnits();
    ReadPlan.Fetch fetch = plan.fetch();
    if (fetch != null) {
      List<ItemKey> keys =
          holding(fetch.before(), items).stream()
              .map(item -> ItemKey.of(item, fetch.key()))
              .toList();
      KeyedReading.Found found = keyed.read(plan.table(), keys, fetch.request(), plan.consistent());
      units += found.readUnits();
      items = keys.stream().map(found.items()::get).filter(item -> item != null).toList();
    }
    return new KeptPage(holding(plan.check(), items), page.cursor(), page.scanned(), units);
  }

  private static List<Item> holding(@Nullable Condition condition, List<Item> items) {
    return condition == null
        ? items
        : items.stream().filter(item -> Matcher.holds(condition, item)).toList();
  }

  private SdkPage page(ReadPlan plan, ReadTally.Step step) {
    return problems.call(() -> send(plan, request(plan, step), step));
  }

  private SdkPage send(ReadPlan plan, ReadRequest asked, ReadTally.Step step) {
    Map<String, String> names = asked.names().isEmpty() ? null : asked.names();
    Map<String, AttributeValue> values =
        asked.values().isEmpty() ? null : SdkAttr.toSdk(asked.values());
    Map<String, AttributeValue> start =
        step.from() == null ? null : SdkAttr.toSdk(step.from().attributes());
    Boolean consistent = plan.consistent() ? true : null;
    if (plan.operation() == ReadPlan.Operation.SCAN) {
      return SdkPage.of(
          client.scan(request ->
              request
                  .tableName(plan.table())
                  .indexName(plan.index())
                  .filterExpression(asked.filter())
                  .projectionExpression(asked.projection())
                  .expressionAttributeNames(names)
                  .expressionAttributeValues(values)
                  .consistentRead(consistent)
                  .limit(step.limit())
                  .exclusiveStartKey(start)
                  .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    }
    return SdkPage.of(
        client.query(request ->
            request
                .tableName(plan.table())
                .indexName(plan.index())
                .keyConditionExpression(asked.keyCondition())
                .filterExpression(asked.filter())
                .projectionExpression(asked.projection())
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .scanIndexForward(plan.descending() ? false : null)
                .consistentRead(consistent)
                .limit(step.limit())
                .exclusiveStartKey(start)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
  }
}
