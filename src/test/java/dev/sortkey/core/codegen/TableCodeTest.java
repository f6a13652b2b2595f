package dev.sortkey.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.table.Drafts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wiremock.org.yaml.snakeyaml.Yaml;

class TableCodeTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Connection AWS =
      new Connection(
          "id",
          "Shop",
          Connection.Kind.PROFILE,
          "shop dev",
          null,
          "eu-west-1",
          Environment.DEVELOPMENT);

  /// Splits as a POSIX shell does: quotes, escaped characters, continued lines.
  static List<List<String>> commands(String script) {
    List<List<String>> commands = new ArrayList<>();
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    boolean quoted = false;
    for (int i = 0; i < script.length(); i++) {
      char c = script.charAt(i);
      if (quoted && c != '\'') {
        word.append(c);
      } else if (c == '\'') {
        quoted = !quoted;
        word = word == null ? new StringBuilder() : word;
      } else if (c == '\\' && script.charAt(i + 1) == '\n') {
        i++;
      } else if (c == '\\') {
        word = (word == null ? new StringBuilder() : word).append(script.charAt(++i));
      } else if (c == ' ' || c == '\n') {
        if (word != null) {
          words.add(word.toString());
          word = null;
        }
        if (c == '\n' && !words.isEmpty()) {
          commands.add(List.copyOf(words));
          words.clear();
        }
      } else {
        word = (word == null ? new StringBuilder() : word).append(c);
      }
    }
    assertThat(quoted).isFalse();
    return commands;
  }

  private static String option(List<String> command, String name) {
    assertThat(command).contains(name);
    return command.get(command.indexOf(name) + 1);
  }

  private static JsonNode json(List<String> command, String name) {
    return JSON.readTree(option(command, name));
  }

  @Test
  void theGuidesTableInShort() {
    assertThat(TableCode.cli(Drafts.orders("CustomerOrders"), AWS))
        .isEqualTo(
            """
            aws dynamodb create-table \\
              --table-name CustomerOrders \\
              --attribute-definitions '[{"AttributeName":"OrderID","AttributeType":"S"},\
            {"AttributeName":"CustomerID","AttributeType":"S"},\
            {"AttributeName":"OrderDate","AttributeType":"S"}]' \\
              --key-schema '[{"AttributeName":"OrderID","KeyType":"HASH"},\
            {"AttributeName":"CustomerID","KeyType":"RANGE"}]' \\
              --billing-mode PAY_PER_REQUEST \\
              --global-secondary-indexes '[{"IndexName":"CustomerID-OrderDate-index",\
            "KeySchema":[{"AttributeName":"CustomerID","KeyType":"HASH"},\
            {"AttributeName":"OrderDate","KeyType":"RANGE"}],\
            "Projection":{"ProjectionType":"INCLUDE",\
            "NonKeyAttributes":["TotalAmount","Status"]}}]' \\
              --region eu-west-1 \\
              --profile 'shop dev'

            aws dynamodb wait table-exists \\
              --table-name CustomerOrders \\
              --region eu-west-1 \\
              --profile 'shop dev'
            """);
  }

  @Test
  void aShellGivesTheCliExactlyWhatIsMeant() {
    List<List<String>> commands = commands(TableCode.cli(Drafts.everything("Orders"), AWS));
    assertThat(commands)
        .extracting(words -> words.get(1) + " " + words.get(2))
        .containsExactly(
            "dynamodb create-table",
            "dynamodb wait",
            "dynamodb update-time-to-live",
            "dynamodb update-continuous-backups",
            "application-autoscaling register-scalable-target",
            "application-autoscaling put-scaling-policy",
            "application-autoscaling register-scalable-target",
            "application-autoscaling put-scaling-policy",
            "application-autoscaling register-scalable-target",
            "application-autoscaling put-scaling-policy");
    assertThat(commands)
        .allSatisfy(command -> assertThat(option(command, "--profile")).isEqualTo("shop dev"));

    List<String> create = commands.getFirst();
    assertThat(option(create, "--resource-policy")).isEqualTo(Drafts.POLICY);
    assertThat(json(create, "--tags").get(0).get("Value").stringValue())
        .isEqualTo("Bestellungen + ours");
    assertThat(json(create, "--tags").get(1).get("Value").stringValue()).isEmpty();
    assertThat(option(create, "--table-class")).isEqualTo("STANDARD_INFREQUENT_ACCESS");
    assertThat(json(create, "--sse-specification"))
        .isEqualTo(
            JSON.readTree(
                "{\"Enabled\":true,\"SSEType\":\"KMS\",\"KMSMasterKeyId\":\"alias/orders\"}"));
    assertThat(json(create, "--stream-specification").get("StreamViewType").stringValue())
        .isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(json(create, "--warm-throughput").get("ReadUnitsPerSecond").intValue())
        .isEqualTo(15_000);
    assertThat(create).contains("--deletion-protection-enabled");
    assertThat(json(create, "--provisioned-throughput"))
        .isEqualTo(JSON.readTree("{\"ReadCapacityUnits\":10,\"WriteCapacityUnits\":5}"));
    assertThat(json(create, "--local-secondary-indexes").get(0).has("ProvisionedThroughput"))
        .isFalse();
    assertThat(json(commands.get(2), "--time-to-live-specification"))
        .isEqualTo(JSON.readTree("{\"Enabled\":true,\"AttributeName\":\"expires\"}"));
    assertThat(
            json(commands.get(3), "--point-in-time-recovery-specification")
                .get("RecoveryPeriodInDays")
                .intValue())
        .isEqualTo(14);
    assertThat(option(commands.get(8), "--resource-id"))
        .isEqualTo("table/Orders/index/CustomerID-OrderDate-index");
    assertThat(option(commands.get(8), "--scalable-dimension"))
        .isEqualTo("dynamodb:index:ReadCapacityUnits");
    assertThat(option(commands.get(8), "--max-capacity")).isEqualTo("100");
    assertThat(
            json(commands.get(7), "--target-tracking-scaling-policy-configuration")
                .get("TargetValue")
                .doubleValue())
        .isEqualTo(60.0);
  }

  @Test
  void aNameThatBeginsWithAHyphenIsNoOption() {
    assertThat(commands(TableCode.cli(Drafts.orders("-orders"), AWS)).getFirst())
        .contains("--table-name=-orders");
  }

  @Test
  @SuppressWarnings("unchecked")
  void cloudFormationIsYamlThatSaysTheSame() {
    Map<String, Object> template =
        new Yaml().load(TableCode.cloudFormation(Drafts.everything("Orders")));
    var resources = (Map<String, Map<String, Object>>) template.get("Resources");
    assertThat(template.get("AWSTemplateFormatVersion")).isEqualTo("2010-09-09");
    assertThat(resources.keySet())
        .containsExactly(
            "Table",
            "TableReadScalableTarget",
            "TableReadScalingPolicy",
            "TableWriteScalableTarget",
            "TableWriteScalingPolicy",
            "Index1ReadScalableTarget",
            "Index1ReadScalingPolicy");
    var table = (Map<String, Object>) resources.get("Table").get("Properties");
    assertThat(table)
        .containsEntry("TableName", "Orders")
        .containsEntry("DeletionProtectionEnabled", true)
        .containsEntry("BillingMode", "PROVISIONED")
        .containsEntry("TableClass", "STANDARD_INFREQUENT_ACCESS")
        .containsEntry(
            "ProvisionedThroughput", Map.of("ReadCapacityUnits", 10, "WriteCapacityUnits", 5))
        .containsEntry(
            "SSESpecification",
            Map.of("SSEEnabled", true, "SSEType", "KMS", "KMSMasterKeyId", "alias/orders"))
        .containsEntry("StreamSpecification", Map.of("StreamViewType", "NEW_AND_OLD_IMAGES"))
        .containsEntry(
            "TimeToLiveSpecification", Map.of("AttributeName", "expires", "Enabled", true))
        .containsEntry(
            "PointInTimeRecoverySpecification",
            Map.of("PointInTimeRecoveryEnabled", true, "RecoveryPeriodInDays", 14))
        .containsEntry(
            "WarmThroughput", Map.of("ReadUnitsPerSecond", 15_000, "WriteUnitsPerSecond", 5_000))
        .containsEntry(
            "Tags",
            List.of(
                Map.of("Key", "team", "Value", "Bestellungen + ours"),
                Map.of("Key", "on", "Value", "")))
        .containsEntry(
            "ResourcePolicy", Map.of("PolicyDocument", JSON.readValue(Drafts.POLICY, Map.class)));
    var index = ((List<Map<String, Object>>) table.get("GlobalSecondaryIndexes")).getFirst();
    assertThat(index)
        .containsEntry("IndexName", "CustomerID-OrderDate-index")
        .containsEntry(
            "Projection",
            Map.of(
                "ProjectionType", "INCLUDE", "NonKeyAttributes", List.of("TotalAmount", "Status")));
    assertThat(resources.get("Index1ReadScalingPolicy").get("Properties"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("ScalingTargetId", Map.of("Ref", "Index1ReadScalableTarget"))
        .containsEntry(
            "TargetTrackingScalingPolicyConfiguration",
            Map.of(
                "TargetValue",
                70.0,
                "PredefinedMetricSpecification",
                Map.of("PredefinedMetricType", "DynamoDBReadCapacityUtilization")));
    assertThat(resources.get("TableWriteScalableTarget")).containsEntry("DependsOn", "Table");
    assertThat(resources.get("TableWriteScalableTarget").get("Properties"))
        .isEqualTo(
            Map.of(
                "ServiceNamespace", "dynamodb",
                "ResourceId", "table/Orders",
                "ScalableDimension", "dynamodb:table:WriteCapacityUnits",
                "MinCapacity", 5,
                "MaxCapacity", 50));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on",
        "No",
        "null",
        "1e3",
        "0x1F",
        "a: b",
        "- a",
        "#x",
        "\"",
        "é\n\u0001",
        "~",
        "2012-10-17",
        "arn:aws:kms:x",
        "a b"
      })
  void textStaysTextInYaml(String text) {
    String yaml =
        dev.sortkey.core.codegen.Yaml.write(Map.of("a", List.of(text, Map.of(text, text))));
    assertThat(new Yaml().<Object>load(yaml))
        .isEqualTo(Map.of("a", List.of(text, Map.of(text, text))));
  }
}
