package dev.sortkey.core.table;

/// Whose key encrypts a table at rest; it always is encrypted.
public sealed interface Encryption {
  /// A key that AWS owns and keeps, without charge.
  record AwsOwned() implements Encryption {}

  /// The account's key `alias/aws/dynamodb`, which AWS manages.
  record AwsManaged() implements Encryption {}

  /// A key of the account's own.
  ///
  /// @param key its ARN, id or alias
  record Customer(String key) implements Encryption {}
}
