/// DynamoDB's values: attributes, items, paths, sizes and the rules they obey. Imports only the JDK
/// and core.text.
@NullMarked
package dev.sortkey.core.value;

import org.jspecify.annotations.NullMarked;
