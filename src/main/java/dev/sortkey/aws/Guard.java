package dev.sortkey.aws;

import dev.sortkey.core.partiql.PartiQl;
import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.Problem.Kind;
import dev.sortkey.core.problem.Problem.Remedy;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.text.Messages;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;

/// Lets only known reads pass while a session is read-only. It stands before the request is
/// written, so that a refused one never reaches the wire.
final class Guard implements ExecutionInterceptor {
  private volatile boolean readOnly;

  Guard(boolean readOnly) {
    this.readOnly = readOnly;
  }

  boolean readOnly() {
    return readOnly;
  }

  void readOnly(boolean on) {
    readOnly = on;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (readOnly && !reads(context.request())) {
      throw refused(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
  }

  static boolean reads(SdkRequest request) {
    return switch (request) {
      case ExecuteStatementRequest one -> reads(one.statement());
      case BatchExecuteStatementRequest batch ->
          !batch.statements().isEmpty()
              && batch.statements().stream()
                  .map(BatchStatementRequest::statement)
                  .allMatch(Guard::reads);
      case ExecuteTransactionRequest transaction ->
          !transaction.transactStatements().isEmpty()
              && transaction.transactStatements().stream()
                  .map(ParameterizedStatement::statement)
                  .allMatch(Guard::reads);
      default -> KnownReads.ALL.contains(request.getClass());
    };
  }

  private static boolean reads(@Nullable String statement) {
    return statement != null && PartiQl.onlyReads(statement);
  }

  private static ProblemException refused(String operation) {
    return new ProblemException(
        Problem.of(
            Kind.READ_ONLY,
            Messages.text("problem.read-only.title"),
            Messages.text("problem.read-only.detail", operation),
            Remedy.ALLOW_WRITES));
  }
}
