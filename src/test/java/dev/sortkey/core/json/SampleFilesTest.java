package dev.sortkey.core.json;

import static dev.sortkey.core.json.JsonRoundTripTest.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Items as Amazon publishes and exports them; another reader says what is in the files.
class SampleFilesTest {
  private static final Path DATA = Path.of("../shared/data");

  private static JsonNode tree(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    Path root = DATA.resolve(folder);
    assumeTrue(Files.isDirectory(root), "the samples are not here: " + root);
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /// Every DynamoDB JSON item below a node, wherever it is wrapped.
  private static void collect(JsonNode node, List<JsonNode> items) {
    if (node.isObject() && !node.isEmpty() && isDynamo(node)) {
      items.add(node);
    } else {
      node.forEach(child -> collect(child, items));
    }
  }

  private static boolean isDynamo(JsonNode node) {
    return JsonForm.detect(node.toString()) == JsonForm.DYNAMO;
  }

  private static void assertKept(JsonNode original) throws JsonFault {
    Item item = DynamoJson.readItem(original.toString());
    assertThat(ItemRules.check(item)).isEmpty();
    for (boolean pretty : new boolean[] {true, false}) {
      assertThat(tree(DynamoJson.write(item, pretty))).isEqualTo(original);
      assertSame(item, PlainJson.readItem(PlainJson.write(item, pretty)));
    }
  }

  @Test
  void theGuidesSampleTables() throws Exception {
    List<JsonNode> items = new ArrayList<>();
    for (Path file : files("aws-sample-tables", ".json")) {
      collect(tree(Files.readString(file)), items);
    }
    assertThat(items).hasSizeGreaterThanOrEqualTo(15);
    for (JsonNode item : items) {
      assertKept(item);
    }
  }

  @Test
  void theDesignExamples() throws Exception {
    List<JsonNode> items = new ArrayList<>();
    for (Path file : files("aws-dynamodb-examples", ".json")) {
      collect(tree(Files.readString(file)), items);
    }
    int kept = 0;
    for (JsonNode item : items) {
      if (item.findParents("M").stream()
          .allMatch(m -> m.get("M").isEmpty() || isDynamo(m.get("M")))) {
        assertKept(item);
        kept++;
      } else {
        // the modelling tool writes plain JSON into its maps, which is no DynamoDB JSON
        assertThatThrownBy(() -> DynamoJson.readItem(item.toString()))
            .isInstanceOf(JsonFault.class)
            .hasMessageContaining("type");
      }
    }
    assertThat(kept).isGreaterThan(60);
  }

  @Test
  void plainItems() throws Exception {
    Path file = DATA.resolve("aws-dynamodb-examples/items.json");
    assumeTrue(Files.exists(file), "the samples are not here: " + file);
    for (JsonNode original : tree(Files.readString(file))) {
      Item item = PlainJson.readItem(original.toString());
      assertThat(JsonForm.detect(original.toString())).isEqualTo(JsonForm.PLAIN);
      assertThat(tree(PlainJson.write(item, true))).isEqualTo(original);
      assertSame(item, DynamoJson.readItem(DynamoJson.write(item, false)));
    }
  }

  @Test
  void anExportToS3() throws Exception {
    int items = 0;
    for (Path file : files("s3-export", ".json.gz")) {
      try (var lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        for (String line : lines.lines().toList()) {
          assertKept(tree(line).get("Item"));
          items++;
        }
      }
    }
    assertThat(items).isPositive();
  }
}
