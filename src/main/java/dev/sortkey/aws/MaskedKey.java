package dev.sortkey.aws;

/// Access key ids as they may be shown.
final class MaskedKey {
  private MaskedKey() {}

  /// `····J7QA`; the short made-up ids of local endpoints are shown whole.
  static String of(String accessKeyId) {
    return accessKeyId.length() < 12
        ? accessKeyId
        : "····" + accessKeyId.substring(accessKeyId.length() - 4);
  }
}
