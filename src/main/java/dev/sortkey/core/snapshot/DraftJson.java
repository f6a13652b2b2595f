package dev.sortkey.core.snapshot;

import dev.sortkey.core.table.AutoScaling;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.table.WarmThroughput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A table's draft as JSON and back, losing nothing.
public final class DraftJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DraftJson() {}

  public static ObjectNode write(TableDraft draft) {
    ObjectNode node = JSON.objectNode();
    node.put("name", draft.name());
    node.set("keys", keys(draft.keys()));
    node.set("capacity", capacity(draft.capacity()));
    ArrayNode indexes = node.putArray("indexes");
    for (IndexDraft index : draft.indexes()) {
      ObjectNode each = indexes.addObject();
      each.put("name", index.name());
      each.put("kind", index.kind().name());
      each.set("keys", keys(index.keys()));
      each.put("projection", index.projection().kind().name());
      ArrayNode included = each.putArray("included");
      index.projection().included().forEach(included::add);
      each.set("capacity", capacity(index.capacity()));
    }
    node.put("deletionProtection", draft.deletionProtection());
    node.set("settings", settings(draft.settings()));
    return node;
  }

  public static TableDraft read(JsonNode node) {
    List<IndexDraft> indexes = new ArrayList<>();
    for (JsonNode each : node.required("indexes")) {
      indexes.add(
          new IndexDraft(
              text(each, "name"),
              Index.Kind.valueOf(text(each, "kind")),
              keys(each.required("keys")),
              new Projection(
                  Projection.Kind.valueOf(text(each, "projection")),
                  each.required("included").valueStream().map(JsonNode::stringValue).toList()),
              capacity(each.required("capacity"))));
    }
    return new TableDraft(
        text(node, "name"),
        keys(node.required("keys")),
        capacity(node.required("capacity")),
        indexes,
        node.required("deletionProtection").booleanValue(),
        settings(node.required("settings")));
  }

  private static ObjectNode settings(TableDraft.Settings settings) {
    ObjectNode node = JSON.objectNode();
    node.put("class", settings.tableClass().name());
    node.put(
        "encryption",
        switch (settings.encryption()) {
          case Encryption.AwsOwned _ -> "AWS_OWNED";
          case Encryption.AwsManaged _ -> "AWS_MANAGED";
          case Encryption.Customer(String key) -> key;
        });
    node.put("policy", settings.policy());
    ArrayNode tags = node.putArray("tags");
    settings.tags().forEach(tag -> tags.addObject().put(tag.key(), tag.value()));
    node.put("ttl", settings.ttl());
    node.put("recoveryDays", settings.recoveryDays());
    node.put("stream", settings.stream() == null ? null : settings.stream().name());
    WarmThroughput warm = settings.warm();
    if (warm != null) {
      node.putObject("warm").put("read", warm.read()).put("write", warm.write());
    }
    ArrayNode scaling = node.putArray("scaling");
    for (ScaledUnits units : settings.scaling()) {
      scaling
          .addObject()
          .put("index", units.index())
          .put("side", units.side().name())
          .put("least", units.scaling().least())
          .put("most", units.scaling().most())
          .put("target", units.scaling().target());
    }
    return node;
  }

  private static TableDraft.Settings settings(JsonNode node) {
    List<Tag> tags = new ArrayList<>();
    for (JsonNode tag : node.required("tags")) {
      tag.properties().forEach(each -> tags.add(new Tag(each.getKey(), text(each.getValue()))));
    }
    List<ScaledUnits> scaling = new ArrayList<>();
    for (JsonNode units : node.required("scaling")) {
      scaling.add(
          new ScaledUnits(
              optional(units, "index"),
              ScaledUnits.Side.valueOf(text(units, "side")),
              new AutoScaling(
                  units.required("least").longValue(),
                  units.required("most").longValue(),
                  units.required("target").intValue())));
    }
    String stream = optional(node, "stream");
    JsonNode warm = node.path("warm");
    return new TableDraft.Settings(
        TableClass.valueOf(text(node, "class")),
        switch (text(node, "encryption")) {
          case "AWS_OWNED" -> new Encryption.AwsOwned();
          case "AWS_MANAGED" -> new Encryption.AwsManaged();
          case String key -> new Encryption.Customer(key);
        },
        optional(node, "policy"),
        tags,
        optional(node, "ttl"),
        node.path("recoveryDays").isInt() ? node.path("recoveryDays").intValue() : null,
        stream == null ? null : StreamView.valueOf(stream),
        warm.isObject() ? new WarmThroughput(units(warm, "read"), units(warm, "write")) : null,
        scaling);
  }

  private static ObjectNode keys(KeySchema keys) {
    ObjectNode node = JSON.objectNode();
    attributes(node.putArray("partition"), keys.partition());
    attributes(node.putArray("sort"), keys.sort());
    return node;
  }

  private static void attributes(ArrayNode into, List<KeyAttribute> attributes) {
    attributes.forEach(
        key -> into.addObject().put("name", key.name()).put("type", key.type().name()));
  }

  private static KeySchema keys(JsonNode node) {
    return new KeySchema(attributes(node.required("partition")), attributes(node.required("sort")));
  }

  private static List<KeyAttribute> attributes(JsonNode nodes) {
    return nodes
        .valueStream()
        .map(key -> new KeyAttribute(text(key, "name"), KeyType.valueOf(text(key, "type"))))
        .toList();
  }

  private static ObjectNode capacity(Capacity capacity) {
    return switch (capacity) {
      case Capacity.OnDemand(Long read, Long write) ->
          JSON.objectNode().put("mode", "ON_DEMAND").put("read", read).put("write", write);
      case Capacity.Provisioned(long read, long write) ->
          JSON.objectNode().put("mode", "PROVISIONED").put("read", read).put("write", write);
    };
  }

  private static Capacity capacity(JsonNode node) {
    return text(node, "mode").equals("PROVISIONED")
        ? new Capacity.Provisioned(
            node.required("read").longValue(), node.required("write").longValue())
        : new Capacity.OnDemand(units(node, "read"), units(node, "write"));
  }

  private static @Nullable Long units(JsonNode node, String name) {
    return node.path(name).isNumber() ? node.path(name).longValue() : null;
  }

  static String text(JsonNode node, String name) {
    return text(node.required(name));
  }

  private static String text(JsonNode node) {
    return node.stringValue();
  }

  static @Nullable String optional(JsonNode node, String name) {
    return node.path(name).isString() ? node.path(name).stringValue() : null;
  }
}
