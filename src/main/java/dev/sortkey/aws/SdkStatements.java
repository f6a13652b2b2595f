package dev.sortkey.aws;

import dev.sortkey.core.partiql.PartiQl;
import dev.sortkey.core.partiql.Statements;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementError;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/// Runs PartiQL by ExecuteStatement, BatchExecuteStatement and ExecuteTransaction.
final class SdkStatements implements Statements {
  private final DynamoDbClient client;
  private final DynamoDbClient onceOnly;
  private final ProblemMapping problems;

  /// @param onceOnly sends nothing twice, for what writes
  SdkStatements(DynamoDbClient client, DynamoDbClient onceOnly, ProblemMapping problems) {
    this.client = client;
    this.onceOnly = onceOnly;
    this.problems = problems;
  }

  @Override
  public Answer run(Ready statement, @Nullable String from, int limit) {
    boolean reads = PartiQl.onlyReads(statement.text());
    var response =
        problems.call(() ->
            (reads ? client : onceOnly)
                .executeStatement(request -> {
                  request
                      .statement(statement.text())
                      .parameters(parameters(statement.parameters()))
                      .nextToken(from)
                      .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
                  if (reads) {
                    request.limit(limit);
                  }
                }));
    return new Answer(
        items(response.items()), response.nextToken(), units(response.consumedCapacity()), null);
  }

  @Override
  public List<Answer> batch(List<Ready> statements) {
    List<BatchStatementRequest> asked =
        statements.stream()
            .map(one ->
                BatchStatementRequest.builder()
                    .statement(one.text())
                    .parameters(parameters(one.parameters()))
                    .build())
            .toList();
    var response =
        problems.call(() ->
            onceOnly.batchExecuteStatement(request ->
                request.statements(asked).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    List<Answer> answers = new ArrayList<>();
    for (BatchStatementResponse one : response.responses()) {
      List<Item> items = one.hasItem() ? List.of(SdkAttr.item(one.item())) : List.of();
      answers.add(new Answer(items, null, null, one.error() == null ? null : problem(one.error())));
    }
    return withUnits(answers, response.consumedCapacity());
  }

  @Override
  public List<Answer> transaction(List<Ready> statements) {
    List<ParameterizedStatement> asked =
        statements.stream()
            .map(one ->
                ParameterizedStatement.builder()
                    .statement(one.text())
                    .parameters(parameters(one.parameters()))
                    .build())
            .toList();
    // The token makes a second sending of the same transaction harmless.
    String token = UUID.randomUUID().toString();
    var response =
        problems.call(() ->
            client.executeTransaction(request ->
                request
                    .transactStatements(asked)
                    .clientRequestToken(token)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      boolean found = i < response.responses().size() && response.responses().get(i).hasItem();
      List<Item> items =
          found ? List.of(SdkAttr.item(response.responses().get(i).item())) : List.of();
      answers.add(new Answer(items, null, null, null));
    }
    return withUnits(answers, response.consumedCapacity());
  }

  /// The units of all together are said with the first.
  private static List<Answer> withUnits(List<Answer> answers, List<ConsumedCapacity> capacity) {
    if (capacity.isEmpty() || answers.isEmpty()) {
      return answers;
    }
    double units = capacity.stream().mapToDouble(CallRecorder::units).sum();
    Answer first = answers.getFirst();
    answers.set(0, new Answer(first.items(), first.next(), units, first.problem()));
    return answers;
  }

  private static Problem problem(BatchStatementError error) {
    Problem.Kind kind =
        switch (error.codeAsString()) {
          case "ConditionalCheckFailed", "DuplicateItem", "TransactionConflict" ->
              Problem.Kind.CONDITION_FAILED;
          case "AccessDenied" -> Problem.Kind.ACCESS_DENIED;
          case "ResourceNotFound" -> Problem.Kind.NOT_FOUND;
          case "ProvisionedThroughputExceeded", "RequestLimitExceeded", "ThrottlingError" ->
              Problem.Kind.THROTTLED;
          case "ItemCollectionSizeLimitExceeded" -> Problem.Kind.LIMIT;
          default -> Problem.Kind.INVALID_REQUEST;
        };
    return Problem.of(
        kind,
        Messages.text("problem.statement.title"),
        Messages.text("problem.statement.detail", error.message(), error.codeAsString()));
  }

  private static @Nullable Double units(@Nullable ConsumedCapacity capacity) {
    return capacity == null ? null : (Double) CallRecorder.units(capacity);
  }

  private static List<Item> items(List<Map<String, AttributeValue>> items) {
    return items.stream().map(SdkAttr::item).toList();
  }

  /// None at all where there are none, since an empty list is refused.
  private static @Nullable List<AttributeValue> parameters(List<Attr> parameters) {
    return parameters.isEmpty() ? null : parameters.stream().map(SdkAttr::toSdk).toList();
  }
}
