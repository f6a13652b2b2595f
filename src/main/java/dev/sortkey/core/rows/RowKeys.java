package dev.sortkey.core.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The attributes of one packed row after another by which entities are told: the keys, and some
/// others. Nothing is decoded that need not be.
final class RowKeys {
  static final int PARTITION = 0;
  static final int SORT = 1;

  /// The place of the first attribute that is no key.
  static final int OTHERS = 2;

  private final int[] wanted;
  private final int[] from;
  private final int[] to;
  private final int[] tags;
  private final byte[][] texts;
  private int[] present = new int[64];
  private int count;

  /// @param wanted the dictionary's ids of the partition key, the sort key and others
  RowKeys(int[] wanted) {
    this.wanted = wanted;
    this.from = new int[wanted.length];
    this.to = new int[wanted.length];
    this.tags = new int[wanted.length];
    this.texts = new byte[wanted.length][];
  }

  void read(RowChunk chunk, int index) {
    RowReader row = chunk.reader(index);
    byte[] data = chunk.data();
    Arrays.fill(tags, RowDictionary.ABSENT);
    count = 0;
    while (row.more()) {
      int id = row.name();
      int place = place(id);
      row.enter();
      int stop = row.stop();
      if (place >= 0) {
        tags[place] = row.tag();
        take(place, row, data);
      }
      row.moveTo(stop);
      if (id != RowDictionary.ABSENT) {
        if (count == present.length) {
          present = Arrays.copyOf(present, 2 * count);
        }
        present[count++] = id;
      }
    }
  }

  private int place(int id) {
    if (id != RowDictionary.ABSENT) {
      for (int i = 0; i < wanted.length; i++) {
        if (wanted[i] == id) {
          return i;
        }
      }
    }
    return -1;
  }

  private void take(int place, RowReader row, byte[] data) {
    switch (row.tag()) {
      case Tag.STRING -> {
        texts[place] = data;
        from[place] = row.at();
        to[place] = row.stop();
      }
      case Tag.NUMBER, Tag.NUMBER_WIDE, Tag.STRING_WIDE -> {
        texts[place] = row.text().getBytes(StandardCharsets.UTF_8);
        from[place] = 0;
        to[place] = texts[place].length;
      }
      default -> {}
    }
  }

  /// How many attributes of the row have an id.
  int count() {
    return count;
  }

  int present(int at) {
    return present[at];
  }

  boolean isString(int place) {
    return tags[place] == Tag.STRING || tags[place] == Tag.STRING_WIDE;
  }

  boolean isNumber(int place) {
    return tags[place] == Tag.NUMBER || tags[place] == Tag.NUMBER_WIDE;
  }

  /// A string of the row, or null where there is none.
  @Nullable String string(int place) {
    return isString(place)
        ? new String(texts[place], from[place], to[place] - from[place], StandardCharsets.UTF_8)
        : null;
  }

  boolean equal(int place, byte[] value) {
    return isString(place)
        && Arrays.equals(texts[place], from[place], to[place], value, 0, value.length);
  }

  boolean fits(int place, KeyPattern pattern) {
    if (isNumber(place) && pattern.isNumber()) {
      return true;
    }
    return isString(place) || isNumber(place)
        ? pattern.matches(texts[place], from[place], to[place])
        : pattern.isAny();
  }

  /// What a key looks like, as [KeyShape] writes it.
  String shape(int place, KeyShape shapes) {
    if (isNumber(place)) {
      return Character.toString(KeyShape.of(KeyKind.NUMBER));
    }
    return isString(place)
        ? shapes.write(texts[place], from[place], to[place])
        : Character.toString(KeyShape.of(KeyKind.ANY));
  }
}
