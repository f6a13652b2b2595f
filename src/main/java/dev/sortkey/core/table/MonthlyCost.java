package dev.sortkey.core.table;

/// What a table costs a month for an expected load, by the list prices of us-east-1 since November
/// 2024 (aws.amazon.com/dynamodb/pricing): an estimate, before free tier, backups and transfer.
///
/// @param readUnits for one read
/// @param writeUnits for one write to the table
/// @param indexUnits for what one write costs in all indexes together
/// @param reads, writes, indexes, storage in dollars a month
public record MonthlyCost(
    double readUnits,
    double writeUnits,
    double indexUnits,
    double reads,
    double writes,
    double indexes,
    double storage) {
  /// As AWS counts a month.
  public static final double HOURS = 730;

  public static final double SECONDS = HOURS * 3600;

  private static final double READ_BLOCK = 4096;
  private static final double WRITE_BLOCK = 1024;

  /// What is expected of the table.
  ///
  /// @param itemBytes of an average item
  /// @param reads a second
  /// @param writes a second
  public record Load(
      double itemBytes,
      double reads,
      Consistency consistency,
      double writes,
      boolean transactions,
      double storageGb) {}

  /// How reads are made: what they cost follows from it.
  public enum Consistency {
    EVENTUAL(0.5),
    STRONG(1),
    TRANSACTIONAL(2);

    private final double factor;

    Consistency(double factor) {
      this.factor = factor;
    }
  }

  /// Dollars for a million request units, for a unit and hour, and for a GB and month.
  private record Prices(
      double read, double write, double readHour, double writeHour, double storage) {
    static Prices of(TableClass tableClass) {
      return switch (tableClass) {
        case STANDARD -> new Prices(0.125, 0.625, 0.00013, 0.00065, 0.25);
        case STANDARD_INFREQUENT_ACCESS -> new Prices(0.155, 0.78, 0.00016, 0.00081, 0.10);
      };
    }
  }

  public double total() {
    return reads + writes + indexes + storage;
  }

  public static MonthlyCost of(TableDraft draft, Load load) {
    Prices prices = Prices.of(draft.settings().tableClass());
    double readUnits = readUnits(load);
    double writeUnits = writeUnits(load);
    double indexUnits =
        draft.indexes().stream().mapToDouble(index -> indexUnits(index, writeUnits, load)).sum();
    double storage = load.storageGb() * prices.storage();
    return switch (draft.capacity()) {
      case Capacity.OnDemand _ ->
          new MonthlyCost(
              readUnits,
              writeUnits,
              indexUnits,
              load.reads() * SECONDS * readUnits / 1e6 * prices.read(),
              load.writes() * SECONDS * writeUnits / 1e6 * prices.write(),
              load.writes() * SECONDS * indexUnits / 1e6 * prices.write(),
              storage);
      case Capacity.Provisioned(long read, long write) ->
          new MonthlyCost(
              readUnits,
              writeUnits,
              indexUnits,
              read * HOURS * prices.readHour(),
              write * HOURS * prices.writeHour(),
              draft.indexes().stream().mapToDouble(index -> indexHours(index, prices)).sum(),
              storage);
    };
  }

  /// For one read: 4 KB a unit, half of it when eventually consistent, double in a transaction.
  public static double readUnits(Load load) {
    return Math.max(1, Math.ceil(load.itemBytes() / READ_BLOCK)) * load.consistency().factor;
  }

  /// For one write: 1 KB a unit, double in a transaction.
  public static double writeUnits(Load load) {
    return Math.max(1, Math.ceil(load.itemBytes() / WRITE_BLOCK)) * (load.transactions() ? 2 : 1);
  }

  /// An index that holds all is as large as the table; one of keys only takes a unit a write.
  private static double indexUnits(TableDraft.IndexDraft index, double writeUnits, Load load) {
    return index.projection().kind() == Projection.Kind.ALL
        ? writeUnits
        : load.transactions() ? 2 : 1;
  }

  /// A local index uses the table's units.
  private static double indexHours(TableDraft.IndexDraft index, Prices prices) {
    return index.kind() == Index.Kind.GSI
            && index.capacity() instanceof Capacity.Provisioned(long read, long write)
        ? HOURS * (read * prices.readHour() + write * prices.writeHour())
        : 0;
  }
}
