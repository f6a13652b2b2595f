package dev.sortkey.aws;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.text.Messages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/// Whether a write without an answer may have been made, and what to say when nobody knows.
final class Doubt {
  private Doubt() {}

  /// Whether the request may have arrived although no answer did.
  static boolean lost(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      switch (t) {
        case AwsServiceException service -> {
          return service.statusCode() >= 500;
        }
        case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> {
          return true;
        }
        case ConnectException _,
            ConnectTimeoutException _,
            UnknownHostException _,
            SSLHandshakeException _ -> {
          return false;
        }
        case IOException _ -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  static Problem of(Problem problem) {
    return new Problem(
        problem.kind(),
        Messages.text("problem.outcome.title"),
        Messages.text("problem.outcome.detail", problem.detail()),
        problem.remedies(),
        problem.code(),
        problem.requestId());
  }

  /// What the core says about a change that no request can make is meant for the person.
  static Problem unsayable(@Nullable String why) {
    return Problem.of(
        Problem.Kind.INVALID_REQUEST,
        Messages.text("problem.change.title"),
        why == null ? "" : why);
  }
}
