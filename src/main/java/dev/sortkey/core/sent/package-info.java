/// What a plan sends, as the JSON of DynamoDB's API. Imports core.edit, core.json and core.query.
@NullMarked
package dev.sortkey.core.sent;

import org.jspecify.annotations.NullMarked;
