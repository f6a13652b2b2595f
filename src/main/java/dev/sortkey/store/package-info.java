/// The person's files: settings, connections, favourites. Imports core and Jackson.
@NullMarked
package dev.sortkey.store;

import org.jspecify.annotations.NullMarked;
