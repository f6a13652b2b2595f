/// Items as DynamoDB JSON and as plain JSON, both lossless. Imports core.value, Jackson and
/// java-diff-utils.
@NullMarked
package dev.sortkey.core.json;

import org.jspecify.annotations.NullMarked;
