package dev.sortkey.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// KMS as far as keys are looked up: ListKeys, ListAliases and DescribeKey, in pages.
public final class Kms implements StandIn.Service {
  private static final int PAGE = 2;

  private record Key(
      String id,
      @Nullable String alias,
      String manager,
      String state,
      String spec,
      boolean secret) {
    String arn() {
      return "arn:aws:kms:eu-west-1:123456789012:key/" + id;
    }
  }

  private final List<Key> keys = new ArrayList<>();

  /// A key of the account's own, enabled and symmetric.
  public Kms key(String id, @Nullable String alias) {
    return key(id, alias, "CUSTOMER", "Enabled", "SYMMETRIC_DEFAULT", false);
  }

  /// A key that AWS manages.
  public Kms managed(String id, String alias) {
    return key(id, alias, "AWS", "Enabled", "SYMMETRIC_DEFAULT", false);
  }

  /// A key that is disabled.
  public Kms disabled(String id, String alias) {
    return key(id, alias, "CUSTOMER", "Disabled", "SYMMETRIC_DEFAULT", false);
  }

  /// A key that signs.
  public Kms asymmetric(String id, String alias) {
    return key(id, alias, "CUSTOMER", "Enabled", "RSA_2048", false);
  }

  /// A key that may not be described.
  public Kms secret(String id, String alias) {
    return key(id, alias, "CUSTOMER", "Enabled", "SYMMETRIC_DEFAULT", true);
  }

  private Kms key(
      String id,
      @Nullable String alias,
      String manager,
      String state,
      String spec,
      boolean secret) {
    keys.add(new Key(id, alias, manager, state, spec, secret));
    return this;
  }

  @Override
  public Optional<StandIn.Reply> answer(StandIn.Request request) {
    if (!request.target().startsWith("TrentService.")) {
      return Optional.empty();
    }
    JsonNode asked = request.json();
    return Optional.of(
        switch (request.operation()) {
          case "ListKeys" ->
              page(
                  "Keys",
                  keys.stream()
                      .<Object>map(key -> Map.of("KeyId", key.id(), "KeyArn", key.arn()))
                      .toList(),
                  asked);
          case "ListAliases" ->
              page(
                  "Aliases",
                  keys.stream().filter(key -> key.alias() != null).map(Kms::alias).toList(),
                  asked);
          case "DescribeKey" -> describe(asked.path("KeyId").asString(""));
          default -> StandIn.Reply.error("com.amazon.coral.service#UnknownOperationException", "");
        });
  }

  private static Object alias(Key key) {
    return Map.of(
        "AliasName",
        String.valueOf(key.alias()),
        "AliasArn",
        "arn:aws:kms:eu-west-1:123456789012:" + key.alias(),
        "TargetKeyId",
        key.id());
  }

  private StandIn.Reply describe(String id) {
    Key key = keys.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    if (key == null) {
      return StandIn.Reply.error("NotFoundException", "Key '" + id + "' does not exist");
    }
    if (key.secret()) {
      return StandIn.Reply.error(
          "AccessDeniedException",
          "User: arn:aws:iam::123456789012:user/ana is not authorized to perform: kms:DescribeKey on resource: "
              + key.arn()
              + " because no resource-based policy allows the kms:DescribeKey action");
    }
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("KeyId", key.id());
    said.put("Arn", key.arn());
    said.put("KeyManager", key.manager());
    said.put("KeyState", key.state());
    said.put("Enabled", key.state().equals("Enabled"));
    said.put("KeySpec", key.spec());
    said.put("KeyUsage", key.spec().startsWith("RSA") ? "SIGN_VERIFY" : "ENCRYPT_DECRYPT");
    said.put("Description", key.alias() == null ? "" : "for " + key.alias());
    return StandIn.Reply.json(Map.of("KeyMetadata", said));
  }

  /// API Reference: Truncated says that there is more, NextMarker where.
  private static StandIn.Reply page(String field, List<Object> all, JsonNode asked) {
    int from = asked.has("Marker") ? Integer.parseInt(asked.path("Marker").asString("0")) : 0;
    int to = Math.min(all.size(), from + PAGE);
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put(field, all.subList(from, to));
    reply.put("Truncated", to < all.size());
    if (to < all.size()) {
      reply.put("NextMarker", String.valueOf(to));
    }
    return StandIn.Reply.json(reply);
  }
}
