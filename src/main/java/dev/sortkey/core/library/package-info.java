/// Queries as they are kept: what was run, what was saved, and how both are written. Imports
/// core.expr, core.json, core.query and core.value.
@NullMarked
package dev.sortkey.core.library;

import org.jspecify.annotations.NullMarked;
