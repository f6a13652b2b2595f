package dev.sortkey.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Application Auto Scaling: targets and their policies, one page of a few at a time.
public final class Scaling implements StandIn.Service {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 2;

  private final Map<String, ObjectNode> targets = new LinkedHashMap<>();
  private final Map<String, ObjectNode> policies = new LinkedHashMap<>();

  @Override
  public synchronized Optional<StandIn.Reply> answer(StandIn.Request request) {
    if (!request.target().startsWith("AnyScaleFrontendService.")) {
      return Optional.empty();
    }
    try {
      return Optional.of(StandIn.Reply.json(reply(request.operation(), request.json())));
    } catch (Refusal e) {
      return Optional.of(e.reply());
    }
  }

  synchronized boolean scales(String resource, String dimension) {
    return targets.containsKey(resource + "|" + dimension);
  }

  private Object reply(String operation, JsonNode asked) {
    String id = asked.path("ResourceId").asString("") + "|" + dimension(asked);
    return switch (operation) {
      case "RegisterScalableTarget" -> {
        if (asked.path("MinCapacity").asInt(0) > asked.path("MaxCapacity").asInt(0)) {
          throw new Refusal(
              "ValidationException", "Minimum capacity cannot be greater than maximum capacity");
        }
        ObjectNode target = ((ObjectNode) asked).deepCopy();
        target.put(
            "RoleARN",
            "arn:aws:iam::123456789012:role/aws-service-role/dynamodb.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_DynamoDBTable");
        target.put("CreationTime", 1_766_500_000);
        targets.put(id, target);
        yield Map.of();
      }
      case "DeregisterScalableTarget" -> {
        if (targets.remove(id) == null) {
          throw missing(asked);
        }
        policies.values().removeIf(policy -> same(policy, asked));
        yield Map.of();
      }
      case "DescribeScalableTargets" ->
          page(
              "ScalableTargets",
              targets.values().stream().filter(target -> wanted(target, asked)).toList(),
              asked);
      case "PutScalingPolicy" -> {
        if (!targets.containsKey(id)) {
          throw missing(asked);
        }
        double aim =
            asked.path("TargetTrackingScalingPolicyConfiguration").path("TargetValue").asDouble(0);
        if (aim < 20 || aim > 90) {
          throw new Refusal(
              "ValidationException", "Target value must be between 20.0 and 90.0 for DynamoDB");
        }
        String name = asked.path("PolicyName").asString("");
        ObjectNode policy = ((ObjectNode) asked).deepCopy();
        policy.put(
            "PolicyARN",
            "arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:1:resource/dynamodb/"
                + id
                + ":policyName/"
                + name);
        policy.put("CreationTime", 1_766_500_000);
        policies.put(id + "|" + name, policy);
        yield Map.of("PolicyARN", policy.path("PolicyARN").asString(""), "Alarms", List.of());
      }
      case "DescribeScalingPolicies" ->
          page(
              "ScalingPolicies",
              policies.values().stream()
                  .filter(policy -> !asked.has("ResourceId") || same(policy, asked))
                  .toList(),
              asked);
      default -> throw new Refusal("com.amazon.coral.service#UnknownOperationException", operation);
    };
  }

  private static boolean wanted(ObjectNode target, JsonNode asked) {
    JsonNode ids = asked.path("ResourceIds");
    return !ids.isArray()
        || ids.isEmpty()
        || ids.valueStream().anyMatch(id -> id.equals(target.path("ResourceId")));
  }

  private static boolean same(ObjectNode policy, JsonNode asked) {
    return policy.path("ResourceId").equals(asked.path("ResourceId"))
        && (!asked.has("ScalableDimension") || dimension(policy).equals(dimension(asked)));
  }

  private static String dimension(JsonNode node) {
    return node.path("ScalableDimension").asString("");
  }

  private static Object page(String field, List<ObjectNode> all, JsonNode asked) {
    int from = asked.has("NextToken") ? asked.path("NextToken").asInt(0) : 0;
    int to = Math.min(all.size(), from + PAGE);
    ObjectNode reply = JSON.createObjectNode();
    reply.putArray(field).addAll(all.subList(from, to));
    if (to < all.size()) {
      reply.put("NextToken", String.valueOf(to));
    }
    return reply;
  }

  private static Refusal missing(JsonNode asked) {
    return new Refusal(
        "ObjectNotFoundException",
        "No scalable target found for service namespace: dynamodb, resource ID: %s, scalable dimension: %s"
            .formatted(asked.path("ResourceId").asString(""), dimension(asked)));
  }
}
