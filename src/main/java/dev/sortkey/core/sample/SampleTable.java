package dev.sortkey.core.sample;

import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.value.Item;
import java.util.Iterator;
import java.util.function.Supplier;

/// A table to try things on, with what goes into it.
///
/// @param items the same items at each call, made one by one
/// @param description what it shows, for the person
public record SampleTable(TableDraft draft, Supplier<Iterator<Item>> items, String description) {}
