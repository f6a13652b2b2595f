package dev.sortkey.core.table;

/// Provisioned units that follow the load between two bounds.
///
/// @param target the share of the units that is to be used, in per cent, 20 to 90
public record AutoScaling(long least, long most, int target) {
  /// The console's suggestion (Developer Guide, "Managing throughput capacity automatically").
  public static final int SUGGESTED_TARGET = 70;
}
