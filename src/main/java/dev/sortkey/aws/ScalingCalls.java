package dev.sortkey.aws;

import dev.sortkey.core.table.AutoScaling;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/// Auto scaling of DynamoDB tables, as Application Auto Scaling names its parts.
final class ScalingCalls {
  /// How many resources one question may name (API Reference, DescribeScalableTargets).
  private static final int MOST_RESOURCES = 50;

  private final ApplicationAutoScalingClient client;

  ScalingCalls(ApplicationAutoScalingClient client) {
    this.client = client;
  }

  List<ScaledUnits> read(TableSchema table) {
    List<String> resources = new ArrayList<>();
    resources.add(resource(table.name(), null));
    table.indexes().stream()
        .filter(index -> index.kind() == Index.Kind.GSI)
        .forEach(index -> resources.add(resource(table.name(), index.name())));
    List<ScaledUnits> all = new ArrayList<>();
    for (int from = 0; from < resources.size(); from += MOST_RESOURCES) {
      List<String> some =
          resources.subList(from, Math.min(resources.size(), from + MOST_RESOURCES));
      client
          .describeScalableTargetsPaginator(
              request -> request.serviceNamespace(ServiceNamespace.DYNAMODB).resourceIds(some))
          .scalableTargets()
          .stream()
          .filter(target -> side(target) != null)
          .forEach(target -> all.add(scaling(table.name(), target)));
    }
    return all;
  }

  void set(String table, ScaledUnits units) {
    String resource = resource(table, units.index());
    ScalableDimension dimension = dimension(units.index(), units.side());
    client.registerScalableTarget(request ->
        request
            .serviceNamespace(ServiceNamespace.DYNAMODB)
            .resourceId(resource)
            .scalableDimension(dimension)
            .minCapacity(Math.toIntExact(units.scaling().least()))
            .maxCapacity(Math.toIntExact(units.scaling().most())));
    ScalingPolicy known = policy(resource, dimension);
    TargetTrackingScalingPolicyConfiguration configuration =
        known == null
            ? TargetTrackingScalingPolicyConfiguration.builder()
                .targetValue((double) units.scaling().target())
                .predefinedMetricSpecification(
                    metric -> metric.predefinedMetricType(metric(units.side())))
                .build()
            : known.targetTrackingScalingPolicyConfiguration().toBuilder()
                .targetValue((double) units.scaling().target())
                .build();
    client.putScalingPolicy(request ->
        request
            .policyName(known == null ? metric(units.side()) + ":" + resource : known.policyName())
            .policyType(PolicyType.TARGET_TRACKING_SCALING)
            .serviceNamespace(ServiceNamespace.DYNAMODB)
            .resourceId(resource)
            .scalableDimension(dimension)
            .targetTrackingScalingPolicyConfiguration(configuration));
  }

  /// Takes the policies along (API Reference, DeregisterScalableTarget).
  void remove(String table, @Nullable String index, ScaledUnits.Side side) {
    try {
      client.deregisterScalableTarget(request ->
          request
              .serviceNamespace(ServiceNamespace.DYNAMODB)
              .resourceId(resource(table, index))
              .scalableDimension(dimension(index, side)));
    } catch (ObjectNotFoundException _) {
      // somebody took it away already
    }
  }

  private ScaledUnits scaling(String table, ScalableTarget target) {
    ScalingPolicy policy = policy(target.resourceId(), target.scalableDimension());
    String index = "table/" + table + "/index/";
    return new ScaledUnits(
        target.resourceId().startsWith(index)
            ? target.resourceId().substring(index.length())
            : null,
        side(target) == ScaledUnits.Side.WRITE ? ScaledUnits.Side.WRITE : ScaledUnits.Side.READ,
        new AutoScaling(
            target.minCapacity(),
            target.maxCapacity(),
            policy == null
                ? 0
                : (int)
                    Math.round(policy.targetTrackingScalingPolicyConfiguration().targetValue())));
  }

  private @Nullable ScalingPolicy policy(String resource, ScalableDimension dimension) {
    return client
        .describeScalingPoliciesPaginator(request ->
            request
                .serviceNamespace(ServiceNamespace.DYNAMODB)
                .resourceId(resource)
                .scalableDimension(dimension))
        .scalingPolicies()
        .stream()
        .filter(policy -> policy.targetTrackingScalingPolicyConfiguration() != null)
        .findFirst()
        .orElse(null);
  }

  private static String resource(String table, @Nullable String index) {
    return index == null ? "table/" + table : "table/" + table + "/index/" + index;
  }

  private static ScalableDimension dimension(@Nullable String index, ScaledUnits.Side side) {
    return switch (side) {
      case READ ->
          index == null
              ? ScalableDimension.DYNAMODB_TABLE_READ_CAPACITY_UNITS
              : ScalableDimension.DYNAMODB_INDEX_READ_CAPACITY_UNITS;
      case WRITE ->
          index == null
              ? ScalableDimension.DYNAMODB_TABLE_WRITE_CAPACITY_UNITS
              : ScalableDimension.DYNAMODB_INDEX_WRITE_CAPACITY_UNITS;
    };
  }

  private static ScaledUnits.@Nullable Side side(ScalableTarget target) {
    return switch (target.scalableDimension()) {
      case DYNAMODB_TABLE_READ_CAPACITY_UNITS, DYNAMODB_INDEX_READ_CAPACITY_UNITS ->
          ScaledUnits.Side.READ;
      case DYNAMODB_TABLE_WRITE_CAPACITY_UNITS, DYNAMODB_INDEX_WRITE_CAPACITY_UNITS ->
          ScaledUnits.Side.WRITE;
      default -> null;
    };
  }

  private static MetricType metric(ScaledUnits.Side side) {
    return side == ScaledUnits.Side.READ
        ? MetricType.DYNAMO_DB_READ_CAPACITY_UTILIZATION
        : MetricType.DYNAMO_DB_WRITE_CAPACITY_UTILIZATION;
  }
}
