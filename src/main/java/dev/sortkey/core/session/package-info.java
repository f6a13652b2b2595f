/// Connections and the ports of one that is open. Imports the other core packages.
@NullMarked
package dev.sortkey.core.session;

import org.jspecify.annotations.NullMarked;
