package dev.sortkey.core.codegen;

import static dev.sortkey.core.codegen.TableDocument.ordered;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.table.WarmThroughput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table's draft as resources of the Terraform provider `hashicorp/aws`.
final class Terraform {
  private final TableDraft draft;
  private final TableDraft.Settings settings;
  private final String name;

  private Terraform(TableDraft draft) {
    this.draft = draft;
    this.settings = draft.settings();
    this.name = identifier(draft.name());
  }

  static String write(TableDraft draft) {
    var terraform = new Terraform(draft);
    List<String> blocks = new ArrayList<>();
    if (settingsKey(draft) instanceof String key && !isKeyArn(key)) {
      blocks.add(Hcl.block("data", List.of("aws_kms_key", terraform.name), ordered("key_id", key)));
    }
    blocks.add(resource("aws_dynamodb_table", terraform.name, terraform.table()));
    if (terraform.settings.policy() != null) {
      blocks.add(resource("aws_dynamodb_resource_policy", terraform.name, terraform.policy()));
    }
    blocks.addAll(new TerraformScaling(draft, terraform.name).resources());
    return String.join("\n", blocks);
  }

  /// `CustomerOrders` is `customer_orders`.
  private static String identifier(String name) {
    String snake =
        name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .toLowerCase(Locale.ROOT);
    return !snake.isEmpty() && Character.isLetter(snake.charAt(0)) ? snake : "table_" + snake;
  }

  private static @Nullable String settingsKey(TableDraft draft) {
    return draft.settings().encryption() instanceof Encryption.Customer(String key) ? key : null;
  }

  /// The provider takes nothing else; of an id or an alias it has to look the ARN up.
  private static boolean isKeyArn(String key) {
    return key.startsWith("arn:") && key.contains(":key/");
  }

  static String resource(String type, String label, Map<String, ?> body) {
    return Hcl.block("resource", List.of(type, label), body);
  }

  private SequencedMap<String, Object> table() {
    boolean onDemand = draft.capacity() instanceof Capacity.OnDemand;
    var body = ordered("name", draft.name());
    body.put("billing_mode", onDemand ? "PAY_PER_REQUEST" : "PROVISIONED");
    capacity(body, draft.capacity());
    keys(body, draft.keys());
    if (settings.tableClass() != TableClass.STANDARD) {
      body.put("table_class", settings.tableClass().name());
    }
    if (draft.deletionProtection()) {
      body.put("deletion_protection_enabled", true);
    }
    if (settings.stream() != null) {
      body.put("stream_enabled", true);
      body.put("stream_view_type", settings.stream().name());
    }
    body.put("attribute", new Hcl.Blocks(attributes()));
    indexes(body, "global_secondary_index", Index.Kind.GSI);
    indexes(body, "local_secondary_index", Index.Kind.LSI);
    if (settings.ttl() != null) {
      block(body, "ttl", ordered("attribute_name", settings.ttl(), "enabled", true));
    }
    if (settings.recoveryDays() != null) {
      block(
          body,
          "point_in_time_recovery",
          ordered("enabled", true, "recovery_period_in_days", settings.recoveryDays()));
    }
    encryption(body);
    WarmThroughput warm = settings.warm();
    if (warm != null) {
      units(
          body,
          "warm_throughput",
          "read_units_per_second",
          warm.read(),
          "write_units_per_second",
          warm.write());
    }
    if (!settings.tags().isEmpty()) {
      var tags = new LinkedHashMap<String, String>();
      settings.tags().forEach((Tag tag) -> tags.put(tag.key(), tag.value()));
      body.put("tags", tags);
    }
    List<Hcl.Raw> moved = moved();
    if (!moved.isEmpty()) {
      block(body, "lifecycle", ordered("ignore_changes", moved));
    }
    return body;
  }

  /// What auto scaling sets, which an apply would set back (the provider's documentation of
  /// `aws_dynamodb_table`).
  private List<Hcl.Raw> moved() {
    return TableCode.scaled(draft).stream()
        .map(units ->
            units.index() != null
                ? "global_secondary_index"
                : units.side() == ScaledUnits.Side.READ ? "read_capacity" : "write_capacity")
        .distinct()
        .map(Hcl.Raw::new)
        .toList();
  }

  private List<SequencedMap<String, Object>> attributes() {
    return Stream.concat(
            draft.keys().all().stream(),
            draft.indexes().stream().flatMap(index -> index.keys().all().stream()))
        .distinct()
        .map(key -> ordered("name", key.name(), "type", key.type().name()))
        .toList();
  }

  private void indexes(Map<String, Object> body, String block, Index.Kind kind) {
    var all =
        draft.indexes().stream().filter(index -> index.kind() == kind).map(this::index).toList();
    if (!all.isEmpty()) {
      body.put(block, new Hcl.Blocks(all));
    }
  }

  private SequencedMap<String, Object> index(TableDraft.IndexDraft index) {
    var body = ordered("name", index.name());
    if (index.kind() == Index.Kind.LSI) {
      // Its partition key is the table's.
      index.keys().sort().forEach(key -> body.put("range_key", key.name()));
    } else {
      keys(body, index.keys());
    }
    body.put("projection_type", index.projection().kind().name());
    if (!index.projection().included().isEmpty()) {
      body.put("non_key_attributes", index.projection().included());
    }
    if (index.kind() == Index.Kind.GSI) {
      capacity(
          body,
          draft.capacity() instanceof Capacity.OnDemand ? draft.capacity() : index.capacity());
    }
    return body;
  }

  private static void keys(Map<String, Object> body, KeySchema keys) {
    if (keys.partition().size() == 1 && keys.sort().size() <= 1) {
      body.put("hash_key", keys.partition().getFirst().name());
      keys.sort().forEach(key -> body.put("range_key", key.name()));
    } else {
      body.put(
          "key_schema",
          new Hcl.Blocks(
              Stream.concat(
                      keys.partition().stream().map(key -> element(key, "HASH")),
                      keys.sort().stream().map(key -> element(key, "RANGE")))
                  .toList()));
    }
  }

  private static SequencedMap<String, Object> element(KeyAttribute key, String role) {
    return ordered("attribute_name", key.name(), "key_type", role);
  }

  private static void capacity(Map<String, Object> body, Capacity capacity) {
    switch (capacity) {
      case Capacity.Provisioned(long read, long write) -> {
        body.put("read_capacity", read);
        body.put("write_capacity", write);
      }
      case Capacity.OnDemand(Long read, Long write) ->
          units(
              body,
              "on_demand_throughput",
              "max_read_request_units",
              read,
              "max_write_request_units",
              write);
    }
  }

  private static void units(
      Map<String, Object> body,
      String block,
      String readName,
      @Nullable Long read,
      String writeName,
      @Nullable Long write) {
    var units = new LinkedHashMap<String, Object>();
    if (read != null) {
      units.put(readName, read);
    }
    if (write != null) {
      units.put(writeName, write);
    }
    if (!units.isEmpty()) {
      block(body, block, units);
    }
  }

  private void encryption(Map<String, Object> body) {
    switch (settings.encryption()) {
      case Encryption.AwsOwned _ -> {}
      case Encryption.AwsManaged _ ->
          block(body, "server_side_encryption", ordered("enabled", true));
      case Encryption.Customer(String key) ->
          block(
              body,
              "server_side_encryption",
              ordered(
                  "enabled",
                  true,
                  "kms_key_arn",
                  isKeyArn(key) ? key : new Hcl.Raw("data.aws_kms_key." + name + ".arn")));
    }
  }

  private static void block(
      Map<String, Object> body, String name, SequencedMap<String, Object> inner) {
    body.put(name, new Hcl.Blocks(List.of(inner)));
  }

  private SequencedMap<String, Object> policy() {
    Object policy = TableCode.policy(settings.policy());
    return ordered(
        "resource_arn",
        new Hcl.Raw("aws_dynamodb_table." + name + ".arn"),
        "policy",
        policy instanceof Map<?, ?>
            ? new Hcl.Raw("jsonencode(" + Hcl.value(policy, "  ") + ")")
            : settings.policy());
  }
}
