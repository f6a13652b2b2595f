package dev.sortkey.core.session;

import org.jspecify.annotations.Nullable;

/// Access keys, typed or generated; they live in memory only and never show in text.
public record Keys(String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
  @Override
  public String toString() {
    return "Keys[…]";
  }
}
