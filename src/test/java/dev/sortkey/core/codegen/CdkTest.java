package dev.sortkey.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.table.Drafts;
import dev.sortkey.core.table.TableDraft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import wiremock.org.yaml.snakeyaml.Yaml;

/// The stack says what the CloudFormation template says.
class CdkTest {
  @TempDir Path folder;

  @Test
  void theGuidesTableInShort() {
    assertThat(TableCode.cdk(Drafts.orders("CustomerOrders")))
        .isEqualTo(
            """
            import { Stack, type StackProps } from "aws-cdk-lib";
            import { CfnTable } from "aws-cdk-lib/aws-dynamodb";
            import { type Construct } from "constructs";

            export class CustomerOrdersStack extends Stack {
                constructor(scope: Construct, id: string, props?: StackProps) {
                    super(scope, id, props);

                    new CfnTable(this, "Table", {
                        tableName: "CustomerOrders",
                        attributeDefinitions: [
                            {
                                attributeName: "OrderID",
                                attributeType: "S",
                            },
                            {
                                attributeName: "CustomerID",
                                attributeType: "S",
                            },
                            {
                                attributeName: "OrderDate",
                                attributeType: "S",
                            },
                        ],
                        keySchema: [
                            {
                                attributeName: "OrderID",
                                keyType: "HASH",
                            },
                            {
                                attributeName: "CustomerID",
                                keyType: "RANGE",
                            },
                        ],
                        billingMode: "PAY_PER_REQUEST",
                        globalSecondaryIndexes: [
                            {
                                indexName: "CustomerID-OrderDate-index",
                                keySchema: [
                                    {
                                        attributeName: "CustomerID",
                                        keyType: "HASH",
                                    },
                                    {
                                        attributeName: "OrderDate",
                                        keyType: "RANGE",
                                    },
                                ],
                                projection: {
                                    projectionType: "INCLUDE",
                                    nonKeyAttributes: ["TotalAmount", "Status"],
                                },
                            },
                        ],
                    });
                }
            }
            """);
  }

  /// Run on stand-ins for the library that print what they are given.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theStackHasTheTemplatesResources(boolean everything) throws Exception {
    Tool.need("node", "--version");
    TableDraft draft = everything ? Drafts.everything("Orders") : Drafts.orders("Orders");
    stand("constructs", "");
    stand("aws-cdk-lib", "export class Stack {}");
    stand("aws-cdk-lib/aws-dynamodb", construct("CfnTable"));
    stand(
        "aws-cdk-lib/aws-applicationautoscaling",
        construct("CfnScalableTarget") + construct("CfnScalingPolicy"));
    String text = TableCode.cdk(draft);
    String untyped =
        text.replace("type StackProps", "")
            .replace("type Construct", "")
            .replace("scope: Construct, id: string, props?: StackProps", "scope, id, props");
    Path file = Files.writeString(folder.resolve("stack.mjs"), untyped + "new OrdersStack();\n");
    String said = Tool.run(Map.of(), "node", file.toString()).well().said();
    Map<String, Object> built = new LinkedHashMap<>();
    for (String line : said.lines().toList()) {
      Map<?, ?> one = new JsonMapper().readValue(line, Map.class);
      one.forEach((id, made) -> built.put(id.toString(), made));
    }
    Map<String, Map<String, Map<String, Object>>> template =
        new Yaml().load(TableCode.cloudFormation(draft));
    var expected = new LinkedHashMap<String, Object>();
    template
        .get("Resources")
        .forEach((id, resource) ->
            expected.put(
                id,
                Map.of(
                    "type",
                    "Cfn" + resource.get("Type").toString().replaceAll(".*::", ""),
                    "properties",
                    resource.get("Properties"))));
    assertThat(low(built)).isEqualTo(low(expected));
    if (everything) {
      assertThat(text)
          .contains(
              "sseSpecification: {",
              "sseEnabled: true",
              "sseType: \"KMS\"",
              "kmsMasterKeyId: \"alias/orders\"",
              "\"Version\": \"2012-10-17\"",
              "scalingTargetId: tableReadScalableTarget.ref",
              "tableReadScalableTarget.node.addDependency(table);");
    }
  }

  /// Names of properties differ by their case alone; 70.0 comes as 70.
  private static Object low(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var low = new LinkedHashMap<String, Object>();
        map.forEach((key, inner) -> low.put(key.toString().toLowerCase(Locale.ROOT), low(inner)));
        yield low;
      }
      case List<?> list -> list.stream().map(CdkTest::low).toList();
      case Number number -> number.doubleValue();
      default -> value;
    };
  }

  private static String construct(String name) {
    return """
    export class %s {
        constructor(scope, id, properties) {
            this.id = id;
            console.log(JSON.stringify({ [id]: { type: "%1$s", properties } }));
        }
        get ref() { return { Ref: this.id }; }
        get node() {
            return { addDependency(other) { if (other.id !== "Table") throw new Error(other.id); } };
        }
    }
    """
        .formatted(name);
  }

  private void stand(String module, String text) throws Exception {
    Path at = Files.createDirectories(folder.resolve("node_modules/" + module));
    Files.writeString(
        at.resolve("package.json"),
        "{\"type\": \"module\", \"exports\": {\".\": \"./index.js\", \"./*\": \"./*/index.js\"}}");
    Files.writeString(at.resolve("index.js"), text);
  }
}
