/// The only importer of the AWS SDK: one adapter per port, error mapping and the call recorder.
/// Imports core.
@NullMarked
package dev.sortkey.aws;

import org.jspecify.annotations.NullMarked;
