/// DynamoDB Local as a child process: fetched, started, stopped. Imports core.
@NullMarked
package dev.sortkey.sandbox;

import org.jspecify.annotations.NullMarked;
