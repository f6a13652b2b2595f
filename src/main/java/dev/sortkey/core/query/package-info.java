/// What to read and how: query specifications, plans, budgets, pages, and the port that reads.
/// Imports core.expr, core.json and core.table.
@NullMarked
package dev.sortkey.core.query;

import org.jspecify.annotations.NullMarked;
