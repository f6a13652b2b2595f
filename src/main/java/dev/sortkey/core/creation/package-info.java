/// How a described table comes to be at an endpoint, step by step. Imports core.
@NullMarked
package dev.sortkey.core.creation;

import org.jspecify.annotations.NullMarked;
