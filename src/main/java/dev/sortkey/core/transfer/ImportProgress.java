package dev.sortkey.core.transfer;

import org.jspecify.annotations.Nullable;

/// How far an import has come, so that it can go on after a stop of any kind.
///
/// @param connection the id of the connection that it writes to
/// @param fileSize,fileModified of the file; one that has changed is not gone on with
/// @param rows in the file, as its check counted them
/// @param acknowledged so many rows from the first one on are settled: written, there or rejected
/// @param line of the file up to which that is
/// @param there rows whose item was there already, alike
/// @param rejectedFile null while no row was rejected
/// @param rejectedBytes how long that file was at this moment
public record ImportProgress(
    String id,
    String connection,
    ImportPlan plan,
    long fileSize,
    long fileModified,
    long rows,
    long acknowledged,
    long line,
    long written,
    long there,
    long rejected,
    @Nullable String rejectedFile,
    long rejectedBytes) {
  public static ImportProgress begin(
      String id, String connection, ImportPlan plan, long size, long modified, long rows) {
    return new ImportProgress(id, connection, plan, size, modified, rows, 0, 0, 0, 0, 0, null, 0);
  }

  ImportProgress settled(long count, long upToLine, long more, long alike, long refused) {
    return new ImportProgress(
        id,
        connection,
        plan,
        fileSize,
        fileModified,
        rows,
        acknowledged + count,
        upToLine,
        written + more,
        there + alike,
        rejected + refused,
        rejectedFile,
        rejectedBytes);
  }

  ImportProgress rejecting(@Nullable String file, long bytes) {
    return new ImportProgress(
        id,
        connection,
        plan,
        fileSize,
        fileModified,
        rows,
        acknowledged,
        line,
        written,
        there,
        rejected,
        file,
        bytes);
  }
}
