package dev.sortkey.core.sample;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Bytes;
import dev.sortkey.core.value.Item;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// Sign-ins with a binary token and an expiry time for TTL, years ahead so that none goes missing.
final class Sessions {
  private static final int COUNT = 250;

  /// 2040-01-01.
  private static final long EARLIEST_EXPIRY = 2_208_988_800L;

  private static final List<String> DEVICES = List.of("iOS", "Android", "Firefox", "Chrome", "CLI");

  private Sessions() {}

  static Iterator<Item> items() {
    var random = new Random(250);
    return IntStream.range(0, COUNT).mapToObj(i -> session(random)).iterator();
  }

  private static Item session(Random random) {
    var session = new LinkedHashMap<String, Attr>();
    var id = new UUID(random.nextLong(), random.nextLong());
    var token = new byte[24];
    random.nextBytes(token);
    session.put("SessionID", new Attr.S(id.toString()));
    session.put("UserID", new Attr.S("C" + (100 + random.nextInt(60))));
    session.put("Device", new Attr.S(Goods.any(DEVICES, random)));
    session.put("Token", new Attr.B(Bytes.of(token)));
    session.put(
        "ExpiresAt", new Attr.N(Long.toString(EARLIEST_EXPIRY + random.nextInt(31_536_000))));
    return new Item(session);
  }
}
