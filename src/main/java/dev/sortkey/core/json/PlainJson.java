package dev.sortkey.core.json;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;

/// Plain JSON, lossless: what JSON cannot say (sets, binary, a number such as +1.) is an object
/// with one field named `$SS`, `$NS`, `$BS`, `$B` or `$N`; a map that looks like one of these is
/// wrapped in `$M`.
public final class PlainJson {
  private PlainJson() {}

  public static String write(Item item, boolean pretty) {
    throw new UnsupportedOperationException("to be built");
  }

  public static String write(Attr value, boolean pretty) {
    throw new UnsupportedOperationException("to be built");
  }

  public static Item readItem(String text) throws JsonFault {
    throw new UnsupportedOperationException("to be built");
  }

  public static Attr readAttr(String text) throws JsonFault {
    throw new UnsupportedOperationException("to be built");
  }
}
