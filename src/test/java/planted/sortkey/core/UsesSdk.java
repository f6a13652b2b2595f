package planted.sortkey.core;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Planted: the SDK outside aws.
class UsesSdk {
  DynamoDbClient client;
}
