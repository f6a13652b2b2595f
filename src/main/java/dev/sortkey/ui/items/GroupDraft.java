package dev.sortkey.ui.items;

import dev.sortkey.core.expr.Condition;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Conditions and groups of them, of which all or any must hold.
final class GroupDraft implements Part {
  enum Match {
    ALL,
    ANY
  }

  private final ObjectProperty<Match> match = new SimpleObjectProperty<>(Match.ALL);
  private final BooleanProperty negated = new SimpleBooleanProperty();
  private final ObservableList<Part> parts = FXCollections.observableArrayList();
  // Kept, since an unmodifiable view follows its list only as long as someone holds the view.
  private final ObservableList<Part> view = FXCollections.unmodifiableObservableList(parts);
  private final InvalidationListener changed;

  /// @param changed called after any change in it or below
  GroupDraft(InvalidationListener changed) {
    this.changed = changed;
    match.addListener(changed);
    negated.addListener(changed);
    parts.addListener(changed);
  }

  ObjectProperty<Match> matchProperty() {
    return match;
  }

  /// Whether it must not hold.
  BooleanProperty negatedProperty() {
    return negated;
  }

  ObservableList<Part> parts() {
    return view;
  }

  ConditionDraft addCondition() {
    var draft = ConditionDraft.filter();
    add(draft);
    return draft;
  }

  /// A group inside, with one empty condition to begin with.
  GroupDraft addGroup() {
    var group = new GroupDraft(changed);
    group.match.set(match.get() == Match.ALL ? Match.ANY : Match.ALL);
    parts.add(group);
    return group;
  }

  void add(ConditionDraft draft) {
    add(parts.size(), draft);
  }

  void add(int at, ConditionDraft draft) {
    for (var part : draft.parts()) {
      part.addListener(changed);
    }
    parts.add(at, draft);
  }

  /// Removes a part, wherever it stands below; a group that is left empty goes with it.
  void remove(Part part) {
    if (!parts.remove(part)) {
      for (Part other : List.copyOf(parts)) {
        if (other instanceof GroupDraft group) {
          boolean held = group.drafts().size() > 0;
          group.remove(part);
          if (held && group.parts.isEmpty()) {
            parts.remove(group);
          }
        }
      }
    }
  }

  void clear() {
    parts.clear();
    match.set(Match.ALL);
    negated.set(false);
  }

  /// All conditions in it and below, in their order.
  List<ConditionDraft> drafts() {
    List<ConditionDraft> all = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case ConditionDraft draft -> all.add(draft);
        case GroupDraft group -> all.addAll(group.drafts());
      }
    }
    return all;
  }

  /// What must hold, one for each part where all must; empty groups say nothing.
  List<Condition> conditions() {
    List<Condition> all =
        parts.stream()
            .filter(part -> !(part instanceof GroupDraft group) || !group.drafts().isEmpty())
            .map(Part::condition)
            .toList();
    if (all.isEmpty() || match.get() == Match.ALL && !negated.get()) {
      return all;
    }
    Condition whole =
        all.size() == 1
            ? all.getFirst()
            : match.get() == Match.ALL ? new Condition.And(all) : new Condition.Or(all);
    return List.of(negated.get() ? new Condition.Not(whole) : whole);
  }

  @Override
  public Condition condition() {
    List<Condition> all = conditions();
    return all.size() == 1 ? all.getFirst() : new Condition.And(all);
  }
}
