/// Dates and stretches of time as people say them, in the forms that items hold. Imports
/// core.value.
@NullMarked
package dev.sortkey.core.moments;

import org.jspecify.annotations.NullMarked;
