/// What can go wrong, in words a person can act on. Imports only the JDK.
@NullMarked
package dev.sortkey.core.problem;

import org.jspecify.annotations.NullMarked;
