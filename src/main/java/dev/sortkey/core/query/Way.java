package dev.sortkey.core.query;

import org.jspecify.annotations.Nullable;

/// One way to read what is asked, or why it is none.
public sealed interface Way {
  ReadPlan.Operation operation();

  /// The index it reads, or null for the table.
  @Nullable String index();

  /// Why it reads what it reads, or why it cannot be used; for the person.
  String reason();

  /// @param time what the read may take
  /// @param caveat what the person must know before taking it, as that an index leaves out items;
  ///   null when it brings exactly what is asked
  record Usable(ReadPlan plan, CostEstimate cost, Span time, @Nullable String caveat)
      implements Way {
    @Override
    public ReadPlan.Operation operation() {
      return plan.operation();
    }

    @Override
    public @Nullable String index() {
      return plan.index();
    }

    @Override
    public String reason() {
      return plan.reason();
    }
  }

  record Unusable(ReadPlan.Operation operation, @Nullable String index, String reason)
      implements Way {}
}
