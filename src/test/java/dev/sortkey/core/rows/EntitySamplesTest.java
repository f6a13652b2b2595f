package dev.sortkey.core.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sortkey.core.json.DynamoJson;
import dev.sortkey.core.json.PlainJson;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.value.Item;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Single-table designs as Amazon publishes them, and tables that are none.
class EntitySamplesTest {
  private static final Path DATA = Path.of("../shared/data");

  private static JsonNode read(String file) throws Exception {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), "the samples are not here: " + path);
    return JsonMapper.shared().readTree(Files.readString(path));
  }

  private static List<String> told(List<Item> items, String partition, @Nullable String sort) {
    var store = new RowStore();
    store.append(RowChunk.pack(store.dictionary(), items));
    Entities entities =
        new EntityScan(store, partition, sort).look(List.of(), _ -> true, Progress.none());
    return entities.all().stream()
        .map(one ->
            "%s: %s %s %d"
                .formatted(one.name(), one.rule().partition(), one.rule().sort(), one.count()))
        .toList();
  }

  private static List<String> model(String file) throws Exception {
    List<Item> items = new ArrayList<>();
    for (JsonNode row : read("aws-dynamodb-examples/" + file).at("/DataModel/0/TableData")) {
      items.add(DynamoJson.readItem(row.toString()));
    }
    return told(items, "PK", "SK");
  }

  @Test
  void chat() throws Exception {
    assertThat(model("ChatSystemSchema.json"))
        .containsExactly("User: User:{text} {date} 5", "Room / meta: Room:{text} meta 3");
  }

  @Test
  void complaints() throws Exception {
    assertThat(model("ComplaintManagementSchema.json"))
        .containsExactly("comm: {text} comm#{date}#{text} 5", "metadata: {text} metadata 4");
  }

  @Test
  void sessions() throws Exception {
    assertThat(model("SessionManagementSchema.json"))
        .containsExactly(
            "suuid / child: suuid#{text} child#{text}#{text} 3",
            "suuid / c: suuid#{text} c#{text} 3");
  }

  @Test
  void socialNetwork() throws Exception {
    assertThat(model("SocialNetworkSchema.json"))
        .containsExactly(
            "u: u#{number} {text} 2",
            "u follower / u: u#{number}#follower u#{number} 3",
            "u following / u: u#{number}#following u#{number} 3",
            "u post / p: u#{number}#post p#{number} 2",
            "p likelist / u: p#{number}#likelist u#{number} 3",
            "p likecount: p#{number}#likecount {text} 1",
            "u timeline / p: u#{number}#timeline p#{number}#{text}#{number} 3");
  }

  @Test
  void tasks() throws Exception {
    List<Item> items = new ArrayList<>();
    for (JsonNode row : read("aws-dynamodb-examples/items.json")) {
      items.add(PlainJson.readItem(row.toString()));
    }
    assertThat(told(items, "PK", "SK"))
        .hasSizeGreaterThan(1)
        .anyMatch(one -> one.startsWith("USER: USER#{text} USER#{text} "))
        .anyMatch(one -> one.startsWith("USER / TASKS: USER#{text} TASKS#* "));
  }

  @Test
  void theGuidesSampleTablesAreNone() throws Exception {
    String[][] tables = {
      {"Forum", "Name", null},
      {"ProductCatalog", "Id", null},
      {"Reply", "Id", "ReplyDateTime"},
      {"Thread", "ForumName", "Subject"}
    };
    for (String[] table : tables) {
      List<Item> items = new ArrayList<>();
      for (JsonNode row : read("aws-sample-tables/" + table[0] + ".json").get(table[0])) {
        items.add(DynamoJson.readItem(row.at("/PutRequest/Item").toString()));
      }
      assertThat(items).isNotEmpty();
      assertThat(told(items, table[1], table[2])).as(table[0]).isEmpty();
    }
  }
}
