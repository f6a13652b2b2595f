package dev.sortkey.ui.items;

import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.ui.kit.TypeBadge;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.TextField;

/// A field for an attribute's name that offers the attributes known so far.
final class NameField extends TextField {
  /// An attribute that was seen, with its usual type.
  record Suggestion(String name, AttrType type) {}

  private static final int MOST = 8;
  private static final double WIDTH = 240;

  NameField(Supplier<List<Suggestion>> known, Consumer<Suggestion> taken) {
    setAccessibleText(Messages.text("items.filter.name"));
    new OfferPopup<>(
        this,
        WIDTH,
        () -> fitting(known.get()),
        Suggestion::name,
        offer -> new TypeBadge(offer.type()),
        offer -> !typed().isEmpty() && begins(offer),
        taken);
  }

  private List<Suggestion> fitting(List<Suggestion> known) {
    List<Suggestion> fitting =
        known.stream()
            .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(typed()))
            .sorted(Comparator.comparing(one -> !begins(one)))
            .limit(MOST)
            .toList();
    boolean done = fitting.size() == 1 && fitting.getFirst().name().equals(getText());
    return done ? List.of() : fitting;
  }

  private boolean begins(Suggestion one) {
    return one.name().toLowerCase(Locale.ROOT).startsWith(typed());
  }

  private String typed() {
    return getText().strip().toLowerCase(Locale.ROOT);
  }
}
