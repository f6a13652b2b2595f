package dev.sortkey.core.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What went wrong: what happened (title), why and what to do (detail), the ways out (remedies),
/// and, for support, the code and request id that AWS gave.
public record Problem(
    Kind kind,
    String title,
    String detail,
    List<Remedy> remedies,
    @Nullable String code,
    @Nullable String requestId) {

  /// The kinds that the user interface tells apart.
  public enum Kind {
    CREDENTIALS_EXPIRED,
    CREDENTIALS_INVALID,
    ACCESS_DENIED,
    /// The connection is read-only; the write was not sent.
    READ_ONLY,
    THROTTLED,
    CONDITION_FAILED,
    INVALID_REQUEST,
    NOT_FOUND,
    UNSUPPORTED_BY_ENDPOINT,
    LIMIT,
    NETWORK,
    LOCAL_IO,
    /// The person ended it before it was done.
    STOPPED,
    BUG
  }

  /// What a person can do about it, offered as a button where it applies.
  public enum Remedy {
    RETRY,
    SIGN_IN,
    ALLOW_WRITES,
    EDIT_CONNECTION,
    REFRESH_TABLES,
    RESTART_SANDBOX,
    COPY_REPORT
  }

  public Problem {
    remedies = List.copyOf(remedies);
  }

  /// A problem without an AWS code.
  public static Problem of(Kind kind, String title, String detail, Remedy... remedies) {
    return new Problem(kind, title, detail, List.of(remedies), null, null);
  }
}
