/// What can be said of a PartiQL statement before it is sent. Imports nothing.
@NullMarked
package dev.sortkey.core.partiql;

import org.jspecify.annotations.NullMarked;
