package dev.sortkey.standin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What DynamoDB keeps of a table and DynamoDB Local does not.
final class TableState {
  /// A replica in another region.
  record Replica(
      String region,
      @Nullable String key,
      @Nullable String tableClass,
      Instant readyAt,
      boolean going) {}

  final Map<String, String> tags = new LinkedHashMap<>();
  final List<Replica> replicas = new ArrayList<>();
  final List<Instant> classChanges = new ArrayList<>();
  Instant busyUntil = Instant.MIN;
  @Nullable String tableClass;
  @Nullable String key;
  boolean encrypted;
  Instant encryptedAt = Instant.MIN;
  @Nullable Long warmRead;
  @Nullable Long warmWrite;
  Instant warmAt = Instant.MIN;
  @Nullable String ttl;
  boolean ttlOn;
  Instant ttlChanged = Instant.MIN;
  @Nullable IndexChange index;

  /// Of the table and of its streams, by their ARNs.
  final Map<String, Policy> policies = new LinkedHashMap<>();

  long revision;

  record Policy(String text, String revision) {}
}
