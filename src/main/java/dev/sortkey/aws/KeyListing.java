package dev.sortkey.aws;

import dev.sortkey.core.table.KmsKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/// The account's KMS keys that can encrypt a table.
final class KeyListing {
  private static final String MANAGED = "alias/aws/dynamodb";

  private KeyListing() {}

  /// The keys of other AWS services are left out. A key that may not be described is listed all the
  /// same: a person may use what they may not look at.
  static List<KmsKey> keys(KmsClient client) {
    Map<String, List<String>> aliases = new HashMap<>();
    for (AliasListEntry alias : client.listAliasesPaginator().aliases()) {
      if (alias.targetKeyId() != null) {
        aliases.computeIfAbsent(alias.targetKeyId(), _ -> new ArrayList<>()).add(alias.aliasName());
      }
    }
    List<KmsKey> keys = new ArrayList<>();
    for (KeyListEntry entry : client.listKeysPaginator().keys()) {
      List<String> names = aliases.getOrDefault(entry.keyId(), List.of());
      boolean managed = names.contains(MANAGED);
      if (managed || names.stream().noneMatch(name -> name.startsWith("alias/aws/"))) {
        KeyMetadata said = described(client, entry.keyId());
        if (managed || said == null || said.keyManager() != KeyManagerType.AWS) {
          keys.add(key(entry, names, managed, said));
        }
      }
    }
    keys.sort(
        Comparator.comparing((KmsKey key) -> key.aliases().isEmpty()).thenComparing(KmsKey::label));
    return List.copyOf(keys);
  }

  private static KmsKey key(
      KeyListEntry entry, List<String> aliases, boolean managed, @Nullable KeyMetadata said) {
    return new KmsKey(
        entry.keyId(),
        entry.keyArn(),
        aliases,
        managed,
        said == null || usable(said),
        said == null ? null : said.keyStateAsString(),
        said == null || said.description() == null || said.description().isEmpty()
            ? null
            : said.description());
  }

  /// DynamoDB takes symmetric keys only (Developer Guide, "DynamoDB encryption at rest").
  private static boolean usable(KeyMetadata key) {
    return Boolean.TRUE.equals(key.enabled())
        && key.keyUsage() == KeyUsageType.ENCRYPT_DECRYPT
        && (key.keySpec() == null || key.keySpec() == KeySpec.SYMMETRIC_DEFAULT);
  }

  private static @Nullable KeyMetadata described(KmsClient client, String id) {
    try {
      return client.describeKey(request -> request.keyId(id)).keyMetadata();
    } catch (AwsServiceException e) {
      if (e.awsErrorDetails() != null
          && "AccessDeniedException".equals(e.awsErrorDetails().errorCode())) {
        return null;
      }
      throw e;
    }
  }
}
