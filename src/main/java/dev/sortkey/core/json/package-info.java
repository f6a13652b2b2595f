/// Items as DynamoDB JSON and as plain JSON, both lossless. Imports core.value and Jackson.
@NullMarked
package dev.sortkey.core.json;

import org.jspecify.annotations.NullMarked;
