package dev.sortkey.aws;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.Problem.Kind;
import dev.sortkey.core.problem.Problem.Remedy;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.sso.auth.ExpiredTokenException;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;

/// The one place where what the SDK throws becomes a [Problem] in plain words.
final class ProblemMapping {
  private static final Pattern DENIED =
      Pattern.compile("not authorized to perform:? ([\\w-]+:\\w+)(?: on resource:? (\\S+))?");

  /// Codes that mean something of its own when Lambda says them.
  private static final Set<String> LAMBDA =
      Set.of(
          "ResourceConflictException",
          "ResourceNotFoundException",
          "ResourceInUseException",
          "InvalidParameterValueException");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Supplier<Target> now;
  private final BooleanSupplier ended;

  /// @param now asked for each problem, since a server can move
  ProblemMapping(Supplier<Target> now) {
    this(now, () -> false);
  }

  /// @param ended whether keys that were given for a time were refused just now
  ProblemMapping(Supplier<Target> now, BooleanSupplier ended) {
    this.now = now;
    this.ended = ended;
  }

  /// Makes a call; what goes wrong comes out as a [ProblemException], or as a
  /// [CancellationException] when the thread was interrupted.
  <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (ProblemException | CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      if (interrupted(e)) {
        throw cancelled(e);
      }
      throw new ProblemException(problem(e), e);
    }
  }

  Problem problem(Throwable thrown) {
    List<Throwable> causes = causes(thrown);
    for (Throwable cause : causes) {
      if (cause instanceof ProblemException known) {
        return known.problem();
      }
      if (cause instanceof ExpiredTokenException || cause instanceof UnauthorizedException) {
        return expired(null, null);
      }
      if (cause instanceof AwsServiceException service) {
        return service(service);
      }
    }
    return causes.stream()
        .map(this::network)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> client(thrown));
  }

  private static boolean interrupted(RuntimeException thrown) {
    return Thread.currentThread().isInterrupted()
        || causes(thrown).stream()
            .anyMatch(cause ->
                cause instanceof AbortedException || cause instanceof InterruptedException);
  }

  private static CancellationException cancelled(RuntimeException cause) {
    var cancelled = new CancellationException();
    cancelled.initCause(cause);
    return cancelled;
  }

  private Problem service(AwsServiceException thrown) {
    var details = thrown.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    String message = details == null ? thrown.getMessage() : details.errorMessage();
    String said = message == null ? "" : message;
    String id = thrown.requestId();
    if (thrown instanceof LambdaException && LAMBDA.contains(code == null ? "" : code)) {
      return lambda(code, id, said);
    }
    return switch (code == null ? "" : code) {
      case "ExpiredTokenException", "ExpiredToken", "RequestExpired" -> expired(code, id);
      case "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidAccessKeyId",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "AuthFailure" ->
          ended.getAsBoolean()
              ? expired(code, id)
              : told(Kind.CREDENTIALS_INVALID, "keys", code, id, List.of(Remedy.EDIT_CONNECTION));
      case "InvalidSignatureException", "SignatureDoesNotMatch" ->
          told(
              Kind.CREDENTIALS_INVALID,
              said.contains("Signature expired") || said.contains("not yet current")
                  ? "clock"
                  : "secret",
              code,
              id,
              List.of(Remedy.EDIT_CONNECTION));
      case "AccessDeniedException", "AccessDenied", "OptInRequired", "ForbiddenException" ->
          denied(code, id, said);
      case "ProvisionedThroughputExceededException",
          "ThrottlingException",
          "Throttling",
          "RequestLimitExceeded",
          "RequestLimitExceededException",
          "TooManyRequestsException" ->
          told(Kind.THROTTLED, "throttled", code, id, List.of(Remedy.RETRY), said);
      case "ConditionalCheckFailedException", "TransactionCanceledException" ->
          told(Kind.CONDITION_FAILED, "condition", code, id, List.of(), said);
      case "PolicyNotFoundException" ->
          told(Kind.CONDITION_FAILED, "policy", code, id, List.of(), said);
      case "TransactionConflictException", "TransactionInProgressException" ->
          told(Kind.CONDITION_FAILED, "transaction", code, id, List.of(Remedy.RETRY), said);
      case "ResourceNotFoundException", "TableNotFoundException" ->
          told(
              Kind.NOT_FOUND,
              now.get().endpoint() == null ? "missing.aws" : "missing.local",
              code,
              id,
              List.of(Remedy.REFRESH_TABLES, Remedy.EDIT_CONNECTION),
              said,
              now.get().region());
      case "TableAlreadyExistsException" ->
          told(
              Kind.INVALID_REQUEST, "table-exists", code, id, List.of(Remedy.REFRESH_TABLES), said);
      case "TableInUseException" ->
          told(Kind.INVALID_REQUEST, "table-in-use", code, id, List.of(Remedy.RETRY), said);
      case "ResourceInUseException" ->
          told(Kind.INVALID_REQUEST, "in-use", code, id, List.of(Remedy.REFRESH_TABLES), said);
      case "BackupNotFoundException" ->
          told(Kind.NOT_FOUND, "backup-missing", code, id, List.of(Remedy.RETRY), said);
      case "BackupInUseException" ->
          told(Kind.INVALID_REQUEST, "backup-in-use", code, id, List.of(Remedy.RETRY), said);
      case "ContinuousBackupsUnavailableException" ->
          told(Kind.INVALID_REQUEST, "backups-unavailable", code, id, List.of(Remedy.RETRY), said);
      case "PointInTimeRecoveryUnavailableException" ->
          told(Kind.INVALID_REQUEST, "recovery-off", code, id, List.of(Remedy.RETRY), said);
      case "InvalidRestoreTimeException" ->
          told(Kind.INVALID_REQUEST, "restore-time", code, id, List.of(), said);
      case "UnknownOperationException" -> unsupported(code, id);
      case "LimitExceededException",
          "ItemCollectionSizeLimitExceededException",
          "ServiceQuotaExceededException" ->
          told(Kind.LIMIT, "limit", code, id, List.of(), said);
      case "ValidationException", "ValidationError" -> validation(code, id, said);
      default -> unknown(thrown, code, id, said);
    };
  }

  Problem unsupported(@Nullable String code, @Nullable String id) {
    return told(Kind.UNSUPPORTED_BY_ENDPOINT, "unsupported", code, id, List.of());
  }

  private Problem lambda(String code, @Nullable String id, String said) {
    return switch (code) {
      case "ResourceConflictException" ->
          told(Kind.INVALID_REQUEST, "lambda.conflict", code, id, List.of(), said);
      case "ResourceNotFoundException" ->
          told(Kind.NOT_FOUND, "lambda.missing", code, id, List.of(), said);
      case "ResourceInUseException" ->
          told(Kind.INVALID_REQUEST, "lambda.in-use", code, id, List.of(Remedy.RETRY), said);
      default -> told(Kind.INVALID_REQUEST, "lambda.invalid", code, id, List.of(), said);
    };
  }

  private Problem validation(String code, @Nullable String id, String said) {
    return said.contains("Item size") && said.contains("exceeded")
        ? told(Kind.LIMIT, "size", code, id, List.of(), said)
        : told(Kind.INVALID_REQUEST, "invalid", code, id, List.of(), said);
  }

  private Problem unknown(
      AwsServiceException thrown, @Nullable String code, @Nullable String id, String said) {
    if (thrown.isThrottlingException()) {
      return told(Kind.THROTTLED, "throttled", code, id, List.of(Remedy.RETRY), said);
    }
    if (thrown.statusCode() >= 500) {
      return told(Kind.NETWORK, "server", code, id, List.of(Remedy.RETRY), thrown.statusCode());
    }
    if (code == null && thrown.statusCode() == 403) {
      return denied(null, id, said);
    }
    if (code == null) {
      return told(
          Kind.NETWORK, "stranger", null, id, List.of(Remedy.EDIT_CONNECTION), thrown.statusCode());
    }
    return told(Kind.BUG, "unknown", code, id, List.of(Remedy.COPY_REPORT), said);
  }

  private Problem expired(@Nullable String code, @Nullable String id) {
    return now.get().profile() == null
        ? told(Kind.CREDENTIALS_EXPIRED, "expired.keys", code, id, List.of(Remedy.EDIT_CONNECTION))
        : told(
            Kind.CREDENTIALS_EXPIRED,
            "expired.profile",
            code,
            id,
            List.of(Remedy.SIGN_IN),
            now.get().profile(),
            TIME.format(LocalTime.now()));
  }

  private Problem denied(@Nullable String code, @Nullable String id, String said) {
    Matcher parts = DENIED.matcher(said);
    if (!parts.find()) {
      return told(Kind.ACCESS_DENIED, "denied", code, id, List.of(), said);
    }
    String resource = parts.group(2) == null ? now.get().label() : parts.group(2);
    return told(
        Kind.ACCESS_DENIED, "denied.action", code, id, List.of(), said, parts.group(1), resource);
  }

  private @Nullable Problem network(Throwable cause) {
    String key =
        switch (cause) {
          case UnknownHostException _ -> "host";
          case ConnectException _ -> "refused";
          case SSLException _ -> "tls";
          case ConnectTimeoutException _ -> "connect-timeout";
          case SocketTimeoutException _,
              ApiCallTimeoutException _,
              ApiCallAttemptTimeoutException _ ->
              "no-answer";
          default -> null;
        };
    return key == null
        ? null
        : told(
            Kind.NETWORK, key, null, null, List.of(Remedy.RETRY, Remedy.EDIT_CONNECTION), host());
  }

  private Problem client(Throwable thrown) {
    String said = thrown.getMessage() == null ? "" : thrown.getMessage();
    if (thrown instanceof SdkClientException && said.contains("unmarshall")) {
      return told(Kind.NETWORK, "garbled", null, null, List.of(Remedy.EDIT_CONNECTION));
    }
    if (causes(thrown).stream().anyMatch(IOException.class::isInstance)) {
      return told(Kind.NETWORK, "broken", null, null, List.of(Remedy.RETRY));
    }
    if (thrown instanceof SdkClientException
        && (said.contains("credentials") || said.contains("Profile file"))) {
      return told(
          Kind.CREDENTIALS_INVALID,
          "no-credentials",
          null,
          null,
          List.of(Remedy.EDIT_CONNECTION),
          said);
    }
    return told(
        Kind.BUG,
        "bug",
        null,
        null,
        List.of(Remedy.COPY_REPORT),
        thrown.getClass().getSimpleName() + (said.isEmpty() ? "" : ": " + said));
  }

  private String host() {
    return now.get().endpoint() == null || now.get().endpoint().getHost() == null
        ? now.get().label()
        : now.get().endpoint().getHost();
  }

  /// `{0}` in the texts is the target; the arguments follow.
  private Problem told(
      Kind kind,
      String key,
      @Nullable String code,
      @Nullable String requestId,
      List<Remedy> remedies,
      Object... arguments) {
    var all = new ArrayList<Object>(List.of(now.get().label()));
    all.addAll(List.of(arguments));
    Object[] filled = all.toArray();
    return new Problem(
        kind,
        Messages.text("problem." + key + ".title", filled),
        Messages.text("problem." + key + ".detail", filled),
        remedies,
        code,
        requestId);
  }

  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable t = thrown; t != null && !causes.contains(t); t = t.getCause()) {
      causes.add(t);
    }
    return causes;
  }
}
