package dev.sortkey.core.codegen;

import static dev.sortkey.core.codegen.TableDocument.ordered;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A table's draft as code that creates it outside Sortkey.
public final class TableCode {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TABLE = "Table";

  private TableCode() {}

  /// AWS CLI commands for a POSIX shell, in the order in which DynamoDB takes them.
  public static String cli(TableDraft draft, Connection connection) {
    TableDraft.Settings settings = draft.settings();
    var document = new TableDocument(draft);
    SequencedMap<String, Object> request = document.structure();
    SequencedMap<String, Object> encryption = document.encryption("Enabled");
    if (!encryption.isEmpty()) {
      request.put("SSESpecification", encryption);
    }
    if (settings.stream() != null) {
      request.put(
          "StreamSpecification",
          ordered("StreamEnabled", true, "StreamViewType", settings.stream().name()));
    }
    if (settings.policy() != null) {
      request.put("ResourcePolicy", settings.policy());
    }
    List<ShellCommand> commands = new ArrayList<>();
    commands.add(new ShellCommand("dynamodb create-table").options(request));
    var name = ordered("TableName", draft.name());
    commands.add(new ShellCommand("dynamodb wait table-exists").options(name));
    if (settings.ttl() != null) {
      commands.add(
          new ShellCommand("dynamodb update-time-to-live")
              .options(name)
              .option(
                  "TimeToLiveSpecification",
                  ordered("Enabled", true, "AttributeName", settings.ttl())));
    }
    if (settings.recoveryDays() != null) {
      commands.add(
          new ShellCommand("dynamodb update-continuous-backups")
              .options(name)
              .option("PointInTimeRecoverySpecification", recovery(settings.recoveryDays())));
    }
    for (ScaledUnits units : scaled(draft)) {
      commands.add(
          new ShellCommand("application-autoscaling register-scalable-target")
              .options(target(draft, units)));
      if (units.scaling().target() == 0) {
        continue;
      }
      commands.add(
          new ShellCommand("application-autoscaling put-scaling-policy")
              .options(scalable(draft, units))
              .option("PolicyName", policyName(draft, units))
              .option("PolicyType", "TargetTrackingScaling")
              .option("TargetTrackingScalingPolicyConfiguration", tracking(units)));
    }
    commands.forEach(command -> where(command, connection));
    return commands.stream().map(Object::toString).collect(Collectors.joining("\n\n", "", "\n"));
  }

  /// A CloudFormation template in YAML, with the properties of `AWS::DynamoDB::Table` and of the
  /// auto scaling around it.
  public static String cloudFormation(TableDraft draft) {
    return Yaml.write(
        ordered("AWSTemplateFormatVersion", "2010-09-09", "Resources", resources(draft)));
  }

  /// A stack of the AWS CDK in TypeScript.
  public static String cdk(TableDraft draft) {
    return Cdk.stack(draft.name(), resources(draft));
  }

  /// Resources of Terraform's provider for AWS.
  public static String terraform(TableDraft draft) {
    return Terraform.write(draft);
  }

  private static SequencedMap<String, Map<String, Object>> resources(TableDraft draft) {
    var resources = new LinkedHashMap<String, Map<String, Object>>();
    resources.put(TABLE, ordered("Type", "AWS::DynamoDB::Table", "Properties", properties(draft)));
    Map<String, Integer> indexes = new LinkedHashMap<>();
    for (ScaledUnits units : scaled(draft)) {
      String of =
          units.index() == null
              ? TABLE
              : "Index" + indexes.computeIfAbsent(units.index(), _ -> indexes.size() + 1);
      String name = of + (reads(units) ? "Read" : "Write");
      resources.put(
          name + "ScalableTarget",
          ordered(
              "Type",
              "AWS::ApplicationAutoScaling::ScalableTarget",
              "DependsOn",
              TABLE,
              "Properties",
              target(draft, units)));
      if (units.scaling().target() == 0) {
        continue;
      }
      resources.put(
          name + "ScalingPolicy",
          ordered(
              "Type",
              "AWS::ApplicationAutoScaling::ScalingPolicy",
              "Properties",
              ordered(
                  "PolicyName",
                  policyName(draft, units),
                  "PolicyType",
                  "TargetTrackingScaling",
                  "ScalingTargetId",
                  ordered("Ref", name + "ScalableTarget"),
                  "TargetTrackingScalingPolicyConfiguration",
                  tracking(units))));
    }
    return resources;
  }

  private static Map<String, Object> properties(TableDraft draft) {
    TableDraft.Settings settings = draft.settings();
    var document = new TableDocument(draft);
    SequencedMap<String, Object> out = document.structure();
    SequencedMap<String, Object> encryption = document.encryption("SSEEnabled");
    if (!encryption.isEmpty()) {
      out.put("SSESpecification", encryption);
    }
    if (settings.stream() != null) {
      out.put("StreamSpecification", ordered("StreamViewType", settings.stream().name()));
    }
    if (settings.policy() != null) {
      out.put("ResourcePolicy", ordered("PolicyDocument", policy(settings.policy())));
    }
    if (settings.ttl() != null) {
      out.put("TimeToLiveSpecification", ordered("AttributeName", settings.ttl(), "Enabled", true));
    }
    if (settings.recoveryDays() != null) {
      out.put("PointInTimeRecoverySpecification", recovery(settings.recoveryDays()));
    }
    return out;
  }

  /// As an object; as it was typed where it is none yet.
  static Object policy(String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JacksonException _) {
      return text;
    }
  }

  private static SequencedMap<String, Object> recovery(int days) {
    return ordered("PointInTimeRecoveryEnabled", true, "RecoveryPeriodInDays", days);
  }

  static List<ScaledUnits> scaled(TableDraft draft) {
    return draft.capacity() instanceof Capacity.Provisioned
        ? draft.settings().scaling().stream()
            .filter(units ->
                units.index() == null
                    || draft.indexes().stream()
                        .anyMatch(index ->
                            index.kind() == Index.Kind.GSI && index.name().equals(units.index())))
            .toList()
        : List.of();
  }

  static SequencedMap<String, Object> scalable(TableDraft draft, ScaledUnits units) {
    return ordered(
        "ServiceNamespace",
        "dynamodb",
        "ResourceId",
        resource(draft, units),
        "ScalableDimension",
        "dynamodb:"
            + (units.index() == null ? "table" : "index")
            + (reads(units) ? ":ReadCapacityUnits" : ":WriteCapacityUnits"));
  }

  private static SequencedMap<String, Object> target(TableDraft draft, ScaledUnits units) {
    SequencedMap<String, Object> target = scalable(draft, units);
    target.put("MinCapacity", units.scaling().least());
    target.put("MaxCapacity", units.scaling().most());
    return target;
  }

  private static SequencedMap<String, Object> tracking(ScaledUnits units) {
    return ordered(
        "TargetValue",
        (double) units.scaling().target(),
        "PredefinedMetricSpecification",
        ordered("PredefinedMetricType", metric(units)));
  }

  private static String resource(TableDraft draft, ScaledUnits units) {
    return "table/" + draft.name() + (units.index() == null ? "" : "/index/" + units.index());
  }

  static String policyName(TableDraft draft, ScaledUnits units) {
    return metric(units) + ":" + resource(draft, units);
  }

  static String metric(ScaledUnits units) {
    return reads(units) ? "DynamoDBReadCapacityUtilization" : "DynamoDBWriteCapacityUtilization";
  }

  private static boolean reads(ScaledUnits units) {
    return units.side() == ScaledUnits.Side.READ;
  }

  private static void where(ShellCommand command, Connection connection) {
    if (connection.endpoint() != null) {
      command.option("EndpointUrl", connection.endpoint().toString());
    }
    command.option("Region", connection.region());
    if (connection.profile() != null) {
      command.option("Profile", connection.profile());
    }
  }
}
