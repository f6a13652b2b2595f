package dev.sortkey.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Drafts;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.Tag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A table in Terraform's language says what the draft says, and is laid out as Terraform itself
/// would.
class TerraformTest {
  private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/abcd";

  @TempDir Path folder;

  /// Names of all kinds, an index of several attributes, limits on demand.
  private static TableDraft odd() {
    var many =
        new TableDraft.IndexDraft(
            "By.several-keys",
            Index.Kind.GSI,
            new KeySchema(
                List.of(Drafts.text("a \"b\""), Drafts.text("${c}")),
                List.of(new KeyAttribute("%{d}", KeyType.N), new KeyAttribute("e", KeyType.B))),
            new Projection(Projection.Kind.ALL, List.of()),
            Capacity.onDemand());
    return new TableDraft(
        "9-odd.Table_name",
        new KeySchema(List.of(Drafts.text("a \"b\"")), List.of()),
        new Capacity.OnDemand(100L, null),
        List.of(many),
        false,
        new TableDraft.Settings(
            TableClass.STANDARD,
            new Encryption.Customer(KEY),
            "no JSON ${yet",
            List.of(new Tag("${a}", "%{b} \\ \"c\"\n😀"), new Tag("longer key", "")),
            null,
            1,
            null,
            null,
            List.of()));
  }

  static List<TableDraft> drafts() {
    return List.of(
        Drafts.orders("CustomerOrders"),
        Drafts.everything("Orders"),
        odd(),
        new TableDraft(
            "", new KeySchema(List.of(), List.of()), Capacity.onDemand(), List.of(), false));
  }

  @Test
  void theGuidesTableInShort() {
    assertThat(TableCode.terraform(Drafts.orders("CustomerOrders")))
        .isEqualTo(
            """
            resource "aws_dynamodb_table" "customer_orders" {
              name         = "CustomerOrders"
              billing_mode = "PAY_PER_REQUEST"
              hash_key     = "OrderID"
              range_key    = "CustomerID"

              attribute {
                name = "OrderID"
                type = "S"
              }

              attribute {
                name = "CustomerID"
                type = "S"
              }

              attribute {
                name = "OrderDate"
                type = "S"
              }

              global_secondary_index {
                name               = "CustomerID-OrderDate-index"
                hash_key           = "CustomerID"
                range_key          = "OrderDate"
                projection_type    = "INCLUDE"
                non_key_attributes = ["TotalAmount", "Status"]
              }
            }
            """);
  }

  @Test
  void everySettingIsThere() {
    assertThat(TableCode.terraform(Drafts.everything("Orders")).replaceAll(" +", " "))
        .contains(
            "data \"aws_kms_key\" \"orders\" {\n key_id = \"alias/orders\"\n}",
            "billing_mode = \"PROVISIONED\"\n read_capacity = 10\n write_capacity = 5\n",
            "table_class = \"STANDARD_INFREQUENT_ACCESS\"",
            "deletion_protection_enabled = true",
            "stream_enabled = true\n stream_view_type = \"NEW_AND_OLD_IMAGES\"",
            "local_secondary_index {\n name = \"by-weight\"\n range_key = \"Weight\"\n"
                + " projection_type = \"KEYS_ONLY\"\n }",
            "non_key_attributes = [\"TotalAmount\", \"Status\"]\n"
                + " read_capacity = 10\n write_capacity = 5\n }",
            "ttl {\n attribute_name = \"expires\"\n enabled = true\n }",
            "enabled = true\n recovery_period_in_days = 14\n",
            "enabled = true\n kms_key_arn = data.aws_kms_key.orders.arn\n",
            "read_units_per_second = 15000\n write_units_per_second = 5000\n",
            "tags = {\n \"team\" = \"Bestellungen + ours\"\n \"on\" = \"\"\n }",
            "ignore_changes = [read_capacity, write_capacity, global_secondary_index]",
            "resource_arn = aws_dynamodb_table.orders.arn\n",
            "\"Action\" = [\"dynamodb:GetItem\", \"dynamodb:Query\"]",
            "resource \"aws_appautoscaling_target\" \"orders_index_1_read\" {",
            "resource_id ="
                + " \"table/${aws_dynamodb_table.orders.name}/index/CustomerID-OrderDate-index\"",
            "scalable_dimension = \"dynamodb:index:ReadCapacityUnits\"",
            "min_capacity = 5\n max_capacity = 100\n",
            "resource_id = aws_appautoscaling_target.orders_index_1_read.resource_id",
            "target_value = 60",
            "predefined_metric_type = \"DynamoDBWriteCapacityUtilization\"");
  }

  @Test
  void namesAndLimitsOfAllKinds() {
    assertThat(TableCode.terraform(odd()))
        .contains(
            "resource \"aws_dynamodb_table\" \"table_9_odd_table_name\" {",
            "key_schema {\n      attribute_name = \"$${c}\"\n      key_type       = \"HASH\"",
            "key_schema {\n      attribute_name = \"%%{d}\"\n      key_type       = \"RANGE\"",
            "on_demand_throughput {\n    max_read_request_units = 100\n  }",
            "kms_key_arn = \"" + KEY + "\"",
            "policy       = \"no JSON $${yet\"")
        .doesNotContain("lifecycle", "aws_appautoscaling", "aws_kms_key\"");
  }

  @ParameterizedTest
  @MethodSource("drafts")
  void terraformTakesItAsItsOwn(TableDraft draft) throws Exception {
    Tool.need("terraform", "version");
    Path file = Files.writeString(folder.resolve("table.tf"), TableCode.terraform(draft));
    Tool.run(Map.of(), "terraform", "fmt", "-check", "-diff", file.toString()).well();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "${x}",
        "$${x}",
        "$$${x",
        "%{if}",
        "%%{",
        "\"\\\"",
        "a\nb\tc\r",
        "é 😀 \u202e\u2028\u0001\u007f",
        "$",
        "% {"
      })
  void textStaysText(String text) throws Exception {
    Tool.need("terraform", "version");
    Path typed =
        Files.writeString(folder.resolve("typed"), "base64encode(" + Hcl.value(text, "") + ")\n");
    String said =
        Tool.run(
                Map.of(),
                "bash",
                "-c",
                "cd '" + folder + "' && terraform console < '" + typed + "' 2>/dev/null")
            .well()
            .said();
    byte[] bytes = Base64.getDecoder().decode(said.strip().replace("\"", ""));
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Test
  void aStreamAndAKeyOfAwsNeedNoMoreWords() {
    TableDraft draft = Drafts.orders("o");
    TableDraft.Settings plain = draft.settings();
    String text =
        TableCode.terraform(
            draft.with(
                new TableDraft.Settings(
                    plain.tableClass(),
                    new Encryption.AwsManaged(),
                    null,
                    List.of(),
                    null,
                    null,
                    StreamView.KEYS_ONLY,
                    null,
                    List.of())));
    assertThat(text)
        .contains("server_side_encryption {\n    enabled = true\n  }", "\"KEYS_ONLY\"")
        .doesNotContain("table_class", "tags", "kms");
  }
}
