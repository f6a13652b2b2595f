package dev.sortkey.core.backup;

/// Whose key encrypts a restored table.
public sealed interface Encryption {
  /// DynamoDB's own, free of charge.
  record AwsOwned() implements Encryption {}

  /// The account's `aws/dynamodb` key.
  record AwsManaged() implements Encryption {}

  /// A key of the person's own.
  ///
  /// @param key its id, ARN, alias name or alias ARN
  record Customer(String key) implements Encryption {}
}
