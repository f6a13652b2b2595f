package dev.sortkey.aws;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.table.KmsKey;
import dev.sortkey.core.table.ResourcePolicy;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.table.TimeToLive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.PolicyNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;

/// Reads and changes what a table has beyond its keys.
final class SdkTableAdmin implements TableAdmin {
  private final SdkClients clients;
  private final ProblemMapping problems;
  private final OtherService others;

  SdkTableAdmin(SdkClients clients, ProblemMapping problems, OtherService others) {
    this.clients = clients;
    this.problems = problems;
    this.others = others;
  }

  private DynamoDbClient client() {
    return clients.dynamo();
  }

  @Override
  public TableDetails details(String table) {
    return problems.call(() ->
        DetailsReading.details(
            client().describeTable(request -> request.tableName(table)).table()));
  }

  @Override
  public TableDetails update(String table, TableUpdate update) {
    return problems.call(() ->
        DetailsReading.details(
            clients
                .onceOnly()
                .updateTable(UpdateWriting.request(table, update, definitions(table, update)))
                .tableDescription()));
  }

  /// The new index needs its keys defined, and DynamoDB Local forgets those it is not told again.
  private List<AttributeDefinition> definitions(String table, TableUpdate update) {
    return update instanceof TableUpdate.CreateIndex
        ? client().describeTable(request -> request.tableName(table)).table().attributeDefinitions()
        : List.of();
  }

  @Override
  public TableDetails follow(
      String table, Duration every, Progress progress, Consumer<TableDetails> each) {
    while (true) {
      TableDetails now = details(table);
      each.accept(now);
      if (now.settled() || progress.cancelled()) {
        return now;
      }
      try {
        Thread.sleep(every);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        var cancelled = new CancellationException();
        cancelled.initCause(e);
        throw cancelled;
      }
    }
  }

  @Override
  public TimeToLive timeToLive(String table) {
    return problems.call(() -> {
      TimeToLiveDescription said =
          client().describeTimeToLive(request -> request.tableName(table)).timeToLiveDescription();
      return new TimeToLive(
          TimeToLive.Status.valueOf(said.timeToLiveStatusAsString()), said.attributeName());
    });
  }

  @Override
  public void setTimeToLive(String table, String attribute, boolean on) {
    problems.call(() ->
        clients
            .onceOnly()
            .updateTimeToLive(request ->
                request
                    .tableName(table)
                    .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(on))));
  }

  @Override
  public List<Tag> tags(String arn) {
    return problems.call(() -> {
      List<Tag> tags = new ArrayList<>();
      String[] next = new String[1];
      do {
        var page =
            client().listTagsOfResource(request -> request.resourceArn(arn).nextToken(next[0]));
        page.tags().forEach(tag -> tags.add(new Tag(tag.key(), tag.value())));
        next[0] = page.nextToken();
      } while (next[0] != null);
      return List.copyOf(tags);
    });
  }

  @Override
  public void tag(String arn, List<Tag> tags) {
    var all =
        tags.stream()
            .map(tag ->
                software.amazon.awssdk.services.dynamodb.model.Tag.builder()
                    .key(tag.key())
                    .value(tag.value())
                    .build())
            .toList();
    problems.call(() -> client().tagResource(request -> request.resourceArn(arn).tags(all)));
  }

  @Override
  public void untag(String arn, Set<String> keys) {
    problems.call(() -> client().untagResource(request -> request.resourceArn(arn).tagKeys(keys)));
  }

  @Override
  public Optional<ResourcePolicy> policy(String arn) {
    return problems.call(() -> {
      try {
        var found = client().getResourcePolicy(request -> request.resourceArn(arn));
        return Optional.of(new ResourcePolicy(found.policy(), found.revisionId()));
      } catch (PolicyNotFoundException _) {
        return Optional.empty();
      }
    });
  }

  @Override
  public String putPolicy(String arn, String json, @Nullable String expected, boolean lockOut) {
    var request =
        PutResourcePolicyRequest.builder()
            .resourceArn(arn)
            .policy(json)
            .expectedRevisionId(expected);
    if (lockOut) {
      request.confirmRemoveSelfResourceAccess(true);
    }
    return problems.call(() -> clients.onceOnly().putResourcePolicy(request.build()).revisionId());
  }

  @Override
  public void deletePolicy(String arn, @Nullable String expected) {
    problems.call(() ->
        clients
            .onceOnly()
            .deleteResourcePolicy(
                DeleteResourcePolicyRequest.builder()
                    .resourceArn(arn)
                    .expectedRevisionId(expected)
                    .build()));
  }

  @Override
  public List<ScaledUnits> autoScaling(TableSchema table) {
    return others.call(() -> new ScalingCalls(clients.scaling()).read(table));
  }

  @Override
  public void setAutoScaling(String table, ScaledUnits units) {
    others.call(() -> {
      new ScalingCalls(clients.scaling()).set(table, units);
      return true;
    });
  }

  @Override
  public void removeAutoScaling(String table, @Nullable String index, ScaledUnits.Side side) {
    others.call(() -> {
      new ScalingCalls(clients.scaling()).remove(table, index, side);
      return true;
    });
  }

  @Override
  public List<KmsKey> keys() {
    return others.call(() -> KeyListing.keys(clients.kms()));
  }
}
