package dev.sortkey.core.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key of the account that can encrypt a table.
///
/// @param aliases such as `alias/orders`; empty when it has none
/// @param awsManaged true for `alias/aws/dynamodb`
/// @param usable false when it is disabled, pending, or not for symmetric encryption
/// @param state as KMS says: `Enabled`, `Disabled`, `PendingDeletion`; null where it may not be
///   asked
public record KmsKey(
    String id,
    String arn,
    List<String> aliases,
    boolean awsManaged,
    boolean usable,
    @Nullable String state,
    @Nullable String description) {
  public KmsKey {
    aliases = List.copyOf(aliases);
  }

  /// Whether a name is this key's ARN, id or one of its aliases.
  public boolean is(String name) {
    return name.equals(arn) || name.equals(id) || aliases.contains(name);
  }

  /// Tells a key that AWS manages from the person's own, by the account's keys.
  public static Encryption whose(Encryption described, List<KmsKey> keys) {
    return described instanceof Encryption.Customer(String key)
            && keys.stream().anyMatch(known -> known.awsManaged() && known.is(key))
        ? new Encryption.AwsManaged()
        : described;
  }

  /// What a person knows it by: its first alias, else its id.
  public String label() {
    return aliases.isEmpty() ? id : aliases.getFirst();
  }
}
