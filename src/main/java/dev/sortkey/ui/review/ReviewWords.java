package dev.sortkey.ui.review;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.edit.ItemDiff;
import dev.sortkey.core.edit.Merge;
import dev.sortkey.core.edit.Staged;
import dev.sortkey.core.edit.Standing;
import dev.sortkey.core.edit.WriteReport;
import dev.sortkey.core.table.ItemKey;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemSize;
import dev.sortkey.ui.kit.Figures;
import dev.sortkey.ui.kit.grid.CellText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Changes in words.
final class ReviewWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private ReviewWords() {}

  static String key(ItemKey key) {
    return key.values().values().stream()
        .map(value -> CellText.of(value).line())
        .collect(Collectors.joining(" / "));
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  static String sign(Staged staged) {
    if (staged.conflicting()) {
      return "!";
    }
    return switch (staged.kind()) {
      case EDIT -> "~";
      case INSERT -> "+";
      case DELETE -> "–";
    };
  }

  /// What a change is, in the list beside.
  static String brief(Staged staged) {
    if (staged.standing() instanceof Standing.Changed(Item theirs, var _)) {
      return theirs == null
          ? Messages.text("review.brief.gone")
          : Messages.text("review.brief.changed");
    }
    if (staged.standing() instanceof Standing.Refused) {
      return Messages.text("review.brief.refused");
    }
    return switch (staged.kind()) {
      case EDIT -> {
        int all = staged.change().diff().changes().size();
        int left =
            staged.rejected().isEmpty()
                ? all
                : ItemDiff.between(
                        Change.orNothing(staged.change().before()), Change.orNothing(staged.item()))
                    .changes()
                    .size();
        yield left == all
            ? Messages.text("review.brief.edit", all)
            : Messages.text("review.brief.edit-some", left, all);
      }
      case INSERT -> Messages.text("review.brief.new", size(staged.item()));
      case DELETE -> Messages.text("review.brief.delete", size(staged.change().before()));
    };
  }

  /// What a change is, over its paths.
  ///
  /// @param units write units, or null while they are not known
  static String detail(Staged staged, long units) {
    List<String> parts = new ArrayList<>();
    switch (staged.kind()) {
      case EDIT -> {
        if (staged.read() != null) {
          parts.add(Messages.text("review.detail.read", time(staged.read())));
        }
        parts.add(
            Messages.text(
                "review.detail.sizes", size(staged.change().before()), size(staged.item())));
      }
      case INSERT -> {
        parts.add(
            Messages.text(
                "review.detail.new",
                Objects.requireNonNull(staged.item()).attributes().size(),
                size(staged.item())));
        parts.add(Messages.text("review.detail.free"));
      }
      case DELETE -> {
        parts.add(Messages.text("review.detail.delete", size(staged.change().before())));
        if (staged.read() != null) {
          parts.add(Messages.text("review.detail.unchanged", time(staged.read())));
        }
      }
    }
    parts.add(Messages.text("review.detail.units", units));
    return String.join(" · ", parts);
  }

  static String merge(Merge merge) {
    long overlaps = merge.overlaps();
    return Messages.text(
        "review.merge.sum", merge.rows().size(), merge.rows().size() - overlaps, overlaps);
  }

  static String report(WriteReport report) {
    List<String> parts = new ArrayList<>();
    part(parts, "review.report.applied", report.applied());
    part(parts, "review.report.already", report.already());
    part(parts, "review.report.conflicts", report.conflicts());
    part(parts, "review.report.rejected", report.rejected());
    part(parts, "review.report.doubt", report.inDoubt());
    part(parts, "review.report.not-tried", report.notAttempted());
    if (report.writeUnits() > 0) {
      parts.add(
          Messages.text(
              "review.report.units", String.format(Locale.ENGLISH, "%.1f", report.writeUnits())));
    }
    return String.join(" · ", parts);
  }

  private static void part(List<String> parts, String key, long number) {
    if (number > 0) {
      parts.add(Messages.text(key, number));
    }
  }

  private static String size(@Nullable Item item) {
    return Figures.bytes(item == null ? 0 : ItemSize.of(item));
  }
}
