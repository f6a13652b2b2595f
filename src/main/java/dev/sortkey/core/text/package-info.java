/// The one bundle of all text that Sortkey shows, and its version. Imports only the JDK.
@NullMarked
package dev.sortkey.core.text;

import org.jspecify.annotations.NullMarked;
