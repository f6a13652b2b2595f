package dev.sortkey.aws;

import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Connection;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Calls to a service beside DynamoDB, which not every endpoint offers: the sandbox has none, and
/// elsewhere what answers may be DynamoDB alone.
final class OtherService {
  /// What servers answer that do not know a service or its operation; InternalFailure is DynamoDB
  /// Local's word for all that is not a DynamoDB request.
  private static final Set<String> STRANGE =
      Set.of(
          "UnknownOperationException",
          "UnknownOperation",
          "InvalidAction",
          "MissingAction",
          "NotImplemented",
          "InternalFailure",
          "NotFoundException",
          "NotFound",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "SerializationException");

  private final Supplier<Connection> connection;
  private final ProblemMapping problems;

  OtherService(Supplier<Connection> connection, ProblemMapping problems) {
    this.connection = connection;
    this.problems = problems;
  }

  /// Makes the call; UNSUPPORTED_BY_ENDPOINT, on the sandbox without a call, when the service is
  /// not there.
  <T> T call(Supplier<T> call) {
    Connection now = connection.get();
    if (now.kind() == Connection.Kind.SANDBOX) {
      throw new ProblemException(problems.unsupported(null, null));
    }
    return problems.call(() -> {
      try {
        return call.get();
      } catch (AwsServiceException e) {
        String code = code(e);
        throw now.endpoint() != null && strange(e, code)
            ? new ProblemException(problems.unsupported(code, e.requestId()), e)
            : e;
      } catch (SdkClientException e) {
        throw now.endpoint() != null && unreadable(e)
            ? new ProblemException(problems.unsupported(null, null), e)
            : e;
      }
    });
  }

  /// An answer without a code is not that service's, unless it is a gateway's (502 to 504).
  private static boolean strange(AwsServiceException thrown, @Nullable String code) {
    int status = thrown.statusCode();
    return code == null ? status < 502 || status > 504 : STRANGE.contains(code) || status == 501;
  }

  private static @Nullable String code(AwsServiceException thrown) {
    return thrown.awsErrorDetails() == null ? null : thrown.awsErrorDetails().errorCode();
  }

  private static boolean unreadable(SdkClientException thrown) {
    return thrown.getMessage() != null && thrown.getMessage().contains("unmarshall");
  }
}
