/// The record of every call made to an endpoint. Imports only the JDK and core.problem.
@NullMarked
package dev.sortkey.core.calls;

import org.jspecify.annotations.NullMarked;
