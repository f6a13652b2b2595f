/// How long jobs say how far they are. Imports only the JDK.
@NullMarked
package dev.sortkey.core.progress;

import org.jspecify.annotations.NullMarked;
