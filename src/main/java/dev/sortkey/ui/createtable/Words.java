package dev.sortkey.ui.createtable;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.Encryption;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// A table's settings in a few words each, the same in the summary and in the review.
final class Words {
  /// @param field which flaws belong to it
  record Extra(String label, String value, String field) {}

  private final TableForm form;
  private final TableDraft draft;

  Words(TableForm form) {
    this.form = form;
    this.draft = form.draft();
  }

  String capacity() {
    return switch (draft.capacity()) {
      case Capacity.OnDemand(Long read, Long write) when read == null && write == null ->
          Messages.text("createtable.capacity.on-demand");
      case Capacity.OnDemand(Long read, Long write) ->
          Messages.text(
              "createtable.capacity.on-demand-max",
              read == null ? "–" : read,
              write == null ? "–" : write);
      case Capacity.Provisioned _ ->
          Messages.text(
              "createtable.capacity.provisioned-units",
              form.capacity().read().unitsProperty().get().strip(),
              form.capacity().write().unitsProperty().get().strip());
    };
  }

  String tableClass() {
    return Pages.className(draft.settings().tableClass());
  }

  String encryption() {
    return switch (draft.settings().encryption()) {
      case Encryption.AwsOwned _ -> Messages.text("createtable.key.AWS_OWNED");
      case Encryption.AwsManaged _ -> Messages.text("createtable.key.AWS_MANAGED");
      case Encryption.Customer(String key) ->
          key.isEmpty()
              ? Messages.text("createtable.key.CUSTOMER")
              : key.substring(key.lastIndexOf(':') + 1);
    };
  }

  /// What is on beyond the defaults.
  List<Extra> extras() {
    TableDraft.Settings settings = draft.settings();
    List<Extra> extras = new ArrayList<>();
    for (ScaledUnits units : settings.scaling()) {
      if (units.index() == null) {
        extras.add(
            new Extra(
                "createtable.summary.scaling." + units.side(),
                Messages.text(
                    "createtable.summary.scaling",
                    units.scaling().least(),
                    units.scaling().most(),
                    units.scaling().target()),
                "scaling." + (units.side() == ScaledUnits.Side.READ ? "read" : "write")));
      }
    }
    if (settings.stream() != null) {
      extras.add(
          new Extra(
              "createtable.summary.stream",
              Messages.text("createtable.stream." + settings.stream()),
              "stream"));
    }
    if (settings.ttl() != null) {
      extras.add(new Extra("createtable.summary.ttl", settings.ttl(), "ttl"));
    }
    if (settings.recoveryDays() != null) {
      extras.add(
          new Extra(
              "createtable.summary.recovery",
              Messages.text("createtable.summary.days", settings.recoveryDays()),
              "recovery"));
    }
    if (settings.policy() != null) {
      extras.add(
          new Extra(
              "createtable.summary.policy", Messages.text("createtable.summary.own"), "policy"));
    }
    if (!settings.tags().isEmpty()) {
      extras.add(
          new Extra(
              "createtable.step.tags",
              Messages.text("createtable.summary.tags", settings.tags().size()),
              "tag"));
    }
    return extras;
  }
}
