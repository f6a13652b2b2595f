/// Snapshots of whole tables as files in the layout of DynamoDB's export to S3: taking, verifying,
/// comparing and restoring them. Imports core.backup, core.edit, core.json, core.session,
/// core.table and core.transfer.
@NullMarked
package dev.sortkey.core.snapshot;

import org.jspecify.annotations.NullMarked;
