package dev.sortkey.core.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A copy of a global table in another region.
///
/// @param status such as `CREATING`, `ACTIVE`, `DELETING`, `INACCESSIBLE_ENCRYPTION_CREDENTIALS`
/// @param percent how far its creation is, as DynamoDB says
/// @param tableClass null when it follows the table
/// @param key its KMS key, or null for the AWS owned one
public record Replica(
    String region,
    String status,
    @Nullable String statusDetail,
    @Nullable String percent,
    @Nullable String tableClass,
    @Nullable String key,
    @Nullable Instant inaccessibleSince) {}
