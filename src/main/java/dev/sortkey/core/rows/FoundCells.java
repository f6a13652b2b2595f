package dev.sortkey.core.rows;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Which cells of a grid hold what is looked for, as far as its rows were searched from the first
/// one on. A bit a cell, so that a text that a million rows hold takes no more room than one that
/// few do. Cells are counted row by row.
public final class FoundCells {
  /// How many rows are searched at a time.
  private static final int BLOCK = 1024;

  private final int columns;
  private final List<Block> blocks = new ArrayList<>();
  private int searched;

  private record Block(BitSet bits, int count) {
    Block(BitSet bits) {
      this(bits, bits.cardinality());
    }
  }

  /// What was found in some rows that follow those searched before.
  ///
  /// @param first the row whose first cell is bit 0
  /// @param end behind the last row
  public record Part(int first, int end, BitSet bits) {}

  public FoundCells(int columns) {
    this.columns = columns;
  }

  /// The part with which a search of all rows goes on at one of them, yet empty.
  public static Part next(int from, int total) {
    int first = from / BLOCK * BLOCK;
    return new Part(first, (int) Math.min(total, first + (long) BLOCK), new BitSet());
  }

  /// How many rows were searched.
  public int searched() {
    return searched;
  }

  public void add(Part part) {
    int at = part.first() / BLOCK;
    if (at < blocks.size()) {
      BitSet bits = blocks.get(at).bits();
      bits.or(part.bits());
      blocks.set(at, new Block(bits));
    } else {
      blocks.add(new Block(part.bits()));
    }
    searched = part.end();
  }

  /// Forgets what was found from a row on.
  public void cut(int row) {
    if (row >= searched) {
      return;
    }
    int at = row / BLOCK;
    int inBlock = (row - at * BLOCK) * columns;
    while (blocks.size() > at + (inBlock > 0 ? 1 : 0)) {
      blocks.removeLast();
    }
    if (inBlock > 0) {
      BitSet bits = blocks.getLast().bits();
      bits.clear(inBlock, Math.max(inBlock, bits.length()));
      blocks.set(at, new Block(bits));
    }
    searched = row;
  }

  public long count() {
    return blocks.stream().mapToLong(Block::count).sum();
  }

  /// The number of a cell.
  public long cell(int row, int column) {
    return (long) row * columns + column;
  }

  public int row(long cell) {
    return (int) (cell / columns);
  }

  public int column(long cell) {
    return (int) (cell % columns);
  }

  public boolean holds(int row, int column) {
    return row < searched
        && column < columns
        && blocks.get(row / BLOCK).bits().get(row % BLOCK * columns + column);
  }

  /// The place of a cell among those found, counted from 1, or 0 when it is none.
  public long rank(int row, int column) {
    if (!holds(row, column)) {
      return 0;
    }
    long rank = 0;
    for (Block block : blocks.subList(0, row / BLOCK)) {
      rank += block.count();
    }
    BitSet bits = blocks.get(row / BLOCK).bits();
    return rank + bits.get(0, row % BLOCK * columns + column + 1).cardinality();
  }

  /// The first cell found at a number or after it, or -1.
  public long from(long cell) {
    long size = (long) BLOCK * columns;
    int in = (int) (Math.max(0, cell) % Math.max(1, size));
    for (int at = size == 0 ? blocks.size() : (int) (Math.max(0, cell) / size);
        at < blocks.size();
        at++, in = 0) {
      int bit = blocks.get(at).count() == 0 ? -1 : blocks.get(at).bits().nextSetBit(in);
      if (bit >= 0) {
        return at * size + bit;
      }
    }
    return -1;
  }

  /// The last cell found at a number or before it, or -1.
  public long upTo(long cell) {
    long size = (long) BLOCK * columns;
    if (cell < 0 || size == 0) {
      return -1;
    }
    int last = (int) Math.min(blocks.size() - 1L, cell / size);
    for (int at = last; at >= 0; at--) {
      long in = Math.min(size - 1, cell - at * size);
      int bit = blocks.get(at).count() == 0 ? -1 : blocks.get(at).bits().previousSetBit((int) in);
      if (bit >= 0) {
        return at * size + bit;
      }
    }
    return -1;
  }
}
