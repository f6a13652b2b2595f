package dev.sortkey.core.snapshot;

import java.util.BitSet;

/// The keys and items of a whole table by their hashes, 24 bytes each, so that millions fit in
/// memory. Open addressing; used under its owner's lock.
final class HashTable {
  /// No such key.
  static final int NONE = -1;

  private long[] high;
  private long[] low;
  private long[] items;
  private BitSet used;
  private final BitSet seen = new BitSet();
  private int size;

  /// @param about how many keys are expected
  HashTable(long about) {
    int slots = Math.max(16, Integer.highestOneBit(Math.clamp(about, 8, 1 << 22)) * 4);
    high = new long[slots];
    low = new long[slots];
    items = new long[slots];
    used = new BitSet(slots);
  }

  int size() {
    return size;
  }

  /// @return false when the key was there; it then has the new item
  boolean put(ItemHash.Of128 key, long item) {
    int slot = slot(key);
    items[slot] = item;
    if (used.get(slot)) {
      return false;
    }
    high[slot] = key.high();
    low[slot] = key.low();
    used.set(slot);
    size++;
    if (size > items.length / 4 * 3) {
      grow();
    }
    return true;
  }

  /// The key's place, or [#NONE]; places hold once nothing more is put.
  int find(ItemHash.Of128 key) {
    int slot = slot(key);
    return used.get(slot) ? slot : NONE;
  }

  long item(int place) {
    return items[place];
  }

  void see(int place) {
    seen.set(place);
  }

  boolean seen(int place) {
    return seen.get(place);
  }

  int countSeen() {
    return seen.cardinality();
  }

  private int slot(ItemHash.Of128 key) {
    int mask = items.length - 1;
    int slot = (int) key.low() & mask;
    while (used.get(slot) && (high[slot] != key.high() || low[slot] != key.low())) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    long[] oldItems = items;
    BitSet oldUsed = used;
    int slots = oldItems.length * 2;
    high = new long[slots];
    low = new long[slots];
    items = new long[slots];
    used = new BitSet(slots);
    for (int old = oldUsed.nextSetBit(0); old >= 0; old = oldUsed.nextSetBit(old + 1)) {
      int slot = slot(new ItemHash.Of128(oldHigh[old], oldLow[old]));
      high[slot] = oldHigh[old];
      low[slot] = oldLow[old];
      items[slot] = oldItems[old];
      used.set(slot);
    }
  }
}
