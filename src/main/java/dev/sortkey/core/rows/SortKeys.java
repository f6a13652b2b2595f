package dev.sortkey.core.rows;

import dev.sortkey.core.value.AttrPath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What rows are compared by: for each row one long that orders most pairs, and the place of the
/// whole value for the pairs that it leaves undecided. Only primitive arrays, since there may be
/// millions of rows.
final class SortKeys {
  private static final byte NUMBER = 0;
  private static final byte STRING = 1;
  private static final byte BINARY = 2;
  private static final byte OTHER = 3;
  private static final byte ABSENT = 4;

  /// How many leading bytes of a string or binary, or digits of a number, a key holds.
  private static final int KEY_BYTES = 7;

  private static final int KEY_DIGITS = 16;

  private static final long[] POWERS = new long[KEY_DIGITS];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < KEY_DIGITS; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private final RowChunk[] chunks;
  private final boolean descending;
  private final byte[] ranks;

  /// To be compared without sign.
  private final long[] keys;

  /// Where the key does not say all.
  private final BitSet inexact = new BitSet();

  private final int[] chunkOf;
  private final int[] positions;

  SortKeys(RowChunk[] chunks, int size, boolean descending) {
    this.chunks = chunks;
    this.descending = descending;
    this.ranks = new byte[size];
    this.keys = new long[size];
    this.chunkOf = new int[size];
    this.positions = new int[size];
  }

  /// Takes the key of one row.
  ///
  /// @param deeper the steps from the attribute to the value
  void add(int slot, int chunk, int index, int id, String attribute, List<AttrPath.Step> deeper) {
    RowReader row = chunks[chunk].reader(index);
    if (!row.seek(id, attribute) || !row.seek(deeper)) {
      ranks[slot] = ABSENT;
      return;
    }
    chunkOf[slot] = chunk;
    positions[slot] = row.at();
    row.enter();
    switch (row.tag()) {
      case Tag.NUMBER -> addNumber(slot, row.text());
      case Tag.STRING -> addBytes(slot, STRING, chunks[chunk].data(), row.at(), row.stop());
      case Tag.BINARY -> addBytes(slot, BINARY, chunks[chunk].data(), row.at(), row.stop());
      default -> addOther(slot, row.tag());
    }
  }

  int compare(int left, int right) {
    int rank = ranks[left];
    if (rank != ranks[right]) {
      boolean reverse = descending && Math.max(rank, ranks[right]) < OTHER;
      return reverse ? ranks[right] - rank : rank - ranks[right];
    }
    int order = Long.compareUnsigned(keys[left], keys[right]);
    if (order == 0 && (inexact.get(left) || inexact.get(right))) {
      order = rank == NUMBER ? compareNumbers(left, right) : compareBytes(left, right);
    }
    return descending ? -order : order;
  }

  private void addOther(int slot, int tag) {
    ranks[slot] = OTHER;
    keys[slot] = tag == Tag.FALSE ? 0 : tag == Tag.TRUE ? 1 : tag + 1;
  }

  /// The first bytes, then how many there are, so that a prefix comes first.
  private void addBytes(int slot, byte rank, byte[] data, int from, int to) {
    int length = to - from;
    long key = 0;
    for (int i = 0; i < KEY_BYTES; i++) {
      key = key << 8 | (i < length ? data[from + i] & 0xff : 0);
    }
    ranks[slot] = rank;
    keys[slot] = key << 8 | Math.min(length, KEY_BYTES + 1);
    inexact.set(slot, length > KEY_BYTES);
  }

  /// Exponent and leading digits.
  private void addNumber(int slot, String digits) {
    BigDecimal number;
    try {
      number = new BigDecimal(digits);
    } catch (NumberFormatException _) {
      addOther(slot, Tag.NUMBER);
      return;
    }
    ranks[slot] = NUMBER;
    long magnitude = 0;
    if (number.signum() != 0) {
      int precision = number.precision();
      long exponent = (long) precision - number.scale();
      // DynamoDB's exponents are well within; what lies beyond is told apart by its whole value.
      boolean bounded = Math.abs(exponent) < 256;
      magnitude =
          bounded
              ? exponent + 256 << 54 | leading(number.unscaledValue().abs(), precision)
              : exponent < 0 ? 0 : Long.MAX_VALUE;
      inexact.set(slot, precision > KEY_DIGITS || !bounded);
    }
    keys[slot] = (number.signum() < 0 ? -magnitude : magnitude) ^ Long.MIN_VALUE;
  }

  private static long leading(BigInteger digits, int precision) {
    int surplus = precision - KEY_DIGITS;
    return surplus > 0
        ? digits.divide(BigInteger.TEN.pow(surplus)).longValue()
        : digits.longValue() * POWERS[-surplus];
  }

  private int compareNumbers(int left, int right) {
    return new BigDecimal(entered(left).text()).compareTo(new BigDecimal(entered(right).text()));
  }

  private int compareBytes(int left, int right) {
    RowReader a = entered(left);
    RowReader b = entered(right);
    return Arrays.compareUnsigned(data(left), a.at(), a.stop(), data(right), b.at(), b.stop());
  }

  private RowReader entered(int slot) {
    byte[] data = data(slot);
    var reader =
        new RowReader(chunks[chunkOf[slot]].dictionary(), data, positions[slot], data.length);
    reader.enter();
    return reader;
  }

  private byte[] data(int slot) {
    return chunks[chunkOf[slot]].data();
  }
}
