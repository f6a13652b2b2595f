package dev.sortkey.core.codegen;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.Index;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.Projection;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.WarmThroughput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The parts of a draft that CreateTable and CloudFormation name alike, as maps, lists and scalars.
final class TableDocument {
  private final TableDraft draft;
  private final TableDraft.Settings settings;

  TableDocument(TableDraft draft) {
    this.draft = draft;
    this.settings = draft.settings();
  }

  /// The keys, definitions, indexes and capacity, in the order of the API Reference.
  SequencedMap<String, Object> structure() {
    var out = new LinkedHashMap<String, Object>();
    out.put("TableName", draft.name());
    out.put("AttributeDefinitions", definitions());
    out.put("KeySchema", keys(draft.keys()));
    out.put(
        "BillingMode",
        draft.capacity() instanceof Capacity.OnDemand ? "PAY_PER_REQUEST" : "PROVISIONED");
    capacity(out, draft.capacity());
    indexes(out, "GlobalSecondaryIndexes", Index.Kind.GSI);
    indexes(out, "LocalSecondaryIndexes", Index.Kind.LSI);
    if (settings.tableClass() != TableClass.STANDARD) {
      out.put("TableClass", settings.tableClass().name());
    }
    if (draft.deletionProtection()) {
      out.put("DeletionProtectionEnabled", true);
    }
    if (!settings.tags().isEmpty()) {
      out.put(
          "Tags",
          settings.tags().stream()
              .map(tag -> ordered("Key", tag.key(), "Value", tag.value()))
              .toList());
    }
    WarmThroughput warm = settings.warm();
    if (warm != null && (warm.read() != null || warm.write() != null)) {
      var units = new LinkedHashMap<String, Object>();
      putIfAny(units, "ReadUnitsPerSecond", warm.read());
      putIfAny(units, "WriteUnitsPerSecond", warm.write());
      out.put("WarmThroughput", units);
    }
    return out;
  }

  /// Empty for the key that AWS owns, which needs no words.
  ///
  /// @param enabled how it is said that there is encryption
  SequencedMap<String, Object> encryption(String enabled) {
    var out = new LinkedHashMap<String, Object>();
    if (!(settings.encryption() instanceof Encryption.AwsOwned)) {
      out.put(enabled, true);
      out.put("SSEType", "KMS");
    }
    if (settings.encryption() instanceof Encryption.Customer(String key)) {
      out.put("KMSMasterKeyId", key);
    }
    return out;
  }

  private List<SequencedMap<String, Object>> definitions() {
    return Stream.concat(
            draft.keys().all().stream(),
            draft.indexes().stream().flatMap(index -> index.keys().all().stream()))
        .distinct()
        .map(key -> ordered("AttributeName", key.name(), "AttributeType", key.type().name()))
        .toList();
  }

  private static List<SequencedMap<String, Object>> keys(KeySchema keys) {
    return Stream.concat(
            keys.partition().stream().map(key -> element(key, "HASH")),
            keys.sort().stream().map(key -> element(key, "RANGE")))
        .toList();
  }

  private static SequencedMap<String, Object> element(KeyAttribute key, String role) {
    return ordered("AttributeName", key.name(), "KeyType", role);
  }

  private void indexes(Map<String, Object> out, String name, Index.Kind kind) {
    List<SequencedMap<String, Object>> all =
        draft.indexes().stream().filter(index -> index.kind() == kind).map(this::index).toList();
    if (!all.isEmpty()) {
      out.put(name, all);
    }
  }

  private SequencedMap<String, Object> index(TableDraft.IndexDraft index) {
    var out = new LinkedHashMap<String, Object>();
    out.put("IndexName", index.name());
    out.put("KeySchema", keys(index.keys()));
    out.put("Projection", projection(index.projection()));
    if (index.kind() == Index.Kind.GSI) {
      capacity(
          out, draft.capacity() instanceof Capacity.OnDemand ? draft.capacity() : index.capacity());
    }
    return out;
  }

  private static SequencedMap<String, Object> projection(Projection projection) {
    var out = ordered("ProjectionType", projection.kind().name());
    if (!projection.included().isEmpty()) {
      out.put("NonKeyAttributes", projection.included());
    }
    return out;
  }

  private static void capacity(Map<String, Object> out, Capacity capacity) {
    switch (capacity) {
      case Capacity.Provisioned(long read, long write) ->
          out.put(
              "ProvisionedThroughput",
              ordered("ReadCapacityUnits", read, "WriteCapacityUnits", write));
      case Capacity.OnDemand(Long read, Long write) -> {
        var units = new LinkedHashMap<String, Object>();
        putIfAny(units, "MaxReadRequestUnits", read);
        putIfAny(units, "MaxWriteRequestUnits", write);
        if (!units.isEmpty()) {
          out.put("OnDemandThroughput", units);
        }
      }
    }
  }

  private static void putIfAny(Map<String, Object> out, String name, @Nullable Object value) {
    if (value != null) {
      out.put(name, value);
    }
  }

  /// @param pairs names and values, by turns
  static SequencedMap<String, Object> ordered(Object... pairs) {
    var out = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      out.put((String) pairs[i], pairs[i + 1]);
    }
    return out;
  }
}
