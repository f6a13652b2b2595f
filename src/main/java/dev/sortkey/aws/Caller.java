package dev.sortkey.aws;

import dev.sortkey.core.text.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names a caller as people know them: `SupportEngineer @ 7730 1182 4409` rather than an ARN.
final class Caller {
  /// IAM Identity Center names its roles `AWSReservedSSO_`, the permission set, and a hash.
  private static final Pattern ASSUMED =
      Pattern.compile("assumed-role/(?:AWSReservedSSO_(.+)_[0-9a-f]{16}|([^/]+))/.*");

  private Caller() {}

  static String label(String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length < 6) {
      return arn;
    }
    Matcher role = ASSUMED.matcher(parts[5]);
    String who = parts[5].substring(parts[5].lastIndexOf('/') + 1);
    if (role.matches()) {
      who = role.group(1) == null ? role.group(2) : role.group(1);
    }
    return Messages.text("problem.identity.caller", who, ProfileReading.grouped(parts[4]));
  }
}
