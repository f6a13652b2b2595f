/// The composition root, the only place that builds adapters. Imports everything.
@NullMarked
package dev.sortkey.app;

import org.jspecify.annotations.NullMarked;
