/// Tables and queries as code that reaches them. Imports core.json, core.query, core.session,
/// core.table and core.value.
@NullMarked
package dev.sortkey.core.codegen;

import org.jspecify.annotations.NullMarked;
