package dev.sortkey.aws;

import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// What the answers to Query and Scan have in common.
record SdkPage(
    List<Map<String, AttributeValue>> items,
    @Nullable Item cursor,
    long scanned,
    double readUnits) {
  static SdkPage of(QueryResponse response) {
    return new SdkPage(
        response.items(),
        cursor(response.lastEvaluatedKey()),
        response.scannedCount(),
        CallRecorder.units(response.consumedCapacity()));
  }

  static SdkPage of(ScanResponse response) {
    return new SdkPage(
        response.items(),
        cursor(response.lastEvaluatedKey()),
        response.scannedCount(),
        CallRecorder.units(response.consumedCapacity()));
  }

  private static @Nullable Item cursor(Map<String, AttributeValue> lastEvaluatedKey) {
    return lastEvaluatedKey.isEmpty() ? null : SdkAttr.item(lastEvaluatedKey);
  }
}
