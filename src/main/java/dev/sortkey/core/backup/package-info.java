/// AWS backups and point-in-time recovery. Imports core.table and core.text.
@NullMarked
package dev.sortkey.core.backup;

import org.jspecify.annotations.NullMarked;
