package dev.sortkey.ui.items;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.typing.ListText;
import dev.sortkey.core.typing.TypedValue;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts conditions into a group as a person would have typed them.
final class ConditionReading {
  private ConditionReading() {}

  /// @param conditions all of which must hold
  static void into(GroupDraft group, List<Condition> conditions) {
    group.clear();
    if (conditions.size() == 1 && conditions.getFirst() instanceof Condition.Or(var parts)) {
      group.matchProperty().set(GroupDraft.Match.ANY);
      parts.forEach(part -> add(group, part));
    } else {
      conditions.forEach(condition -> add(group, condition));
    }
  }

  private static void add(GroupDraft group, Condition condition) {
    switch (condition) {
      case Condition.And(var parts) -> inner(group, GroupDraft.Match.ALL, false, parts);
      case Condition.Or(var parts) -> inner(group, GroupDraft.Match.ANY, false, parts);
      case Condition.Not(Condition.Contains(AttrPath path, Attr operand)) ->
          group.add(typed(path, Operator.NOT_CONTAINS, operand));
      case Condition.Not(Condition.And(var parts)) ->
          inner(group, GroupDraft.Match.ALL, true, parts);
      case Condition.Not(Condition.Or(var parts)) ->
          inner(group, GroupDraft.Match.ANY, true, parts);
      case Condition.Not(Condition part) -> inner(group, GroupDraft.Match.ALL, true, List.of(part));
      case Condition.Compare(AttrPath path, var comparison, Attr value) ->
          group.add(typed(path, Operator.valueOf(comparison.name()), value));
      case Condition.Between(AttrPath path, Attr low, Attr high) ->
          group.add(
              ConditionDraft.filter(
                  path.toString(),
                  low.type(),
                  Operator.BETWEEN,
                  TypedValue.write(low),
                  TypedValue.write(high)));
      case Condition.BeginsWith(AttrPath path, Attr prefix) ->
          group.add(typed(path, Operator.BEGINS_WITH, prefix));
      case Condition.Contains(AttrPath path, Attr operand) ->
          group.add(typed(path, Operator.CONTAINS, operand));
      case Condition.In(AttrPath path, var values) -> in(group, path, values);
      case Condition.Exists(AttrPath path) -> group.add(plain(path, Operator.EXISTS, ""));
      case Condition.NotExists(AttrPath path) -> group.add(plain(path, Operator.NOT_EXISTS, ""));
      case Condition.HasType(AttrPath path, AttrType type) ->
          group.add(plain(path, Operator.TYPE, type.name()));
      case Condition.Size(AttrPath path, var comparison, long size) ->
          group.add(plain(path, Operator.SIZE, SizeText.write(comparison, size)));
    }
  }

  private static void inner(
      GroupDraft group, GroupDraft.Match match, boolean negated, List<Condition> parts) {
    GroupDraft inside = group.addGroup();
    inside.matchProperty().set(match);
    inside.negatedProperty().set(negated);
    parts.forEach(part -> add(inside, part));
  }

  /// A list of values has one type where it is typed; mixed ones become several lists.
  private static void in(GroupDraft group, AttrPath path, List<Attr> values) {
    Map<AttrType, List<String>> byType = new LinkedHashMap<>();
    for (Attr value : values) {
      byType.computeIfAbsent(value.type(), _ -> new ArrayList<>()).add(TypedValue.write(value));
    }
    GroupDraft target = group;
    if (byType.size() > 1) {
      target = group.addGroup();
      target.matchProperty().set(GroupDraft.Match.ANY);
    }
    for (var entry : byType.entrySet()) {
      AttrType type = entry.getKey();
      boolean listed = type == AttrType.S || type == AttrType.N || type == AttrType.B;
      if (listed) {
        target.add(
            ConditionDraft.filter(
                path.toString(), type, Operator.IN, ListText.write(entry.getValue()), ""));
      } else {
        GroupDraft each = target;
        if (each == group && entry.getValue().size() > 1) {
          each = group.addGroup();
          each.matchProperty().set(GroupDraft.Match.ANY);
        }
        for (String value : entry.getValue()) {
          each.add(ConditionDraft.filter(path.toString(), type, Operator.EQ, value, ""));
        }
      }
    }
  }

  private static ConditionDraft typed(AttrPath path, Operator operator, Attr value) {
    return ConditionDraft.filter(
        path.toString(), value.type(), operator, TypedValue.write(value), "");
  }

  private static ConditionDraft plain(AttrPath path, Operator operator, String value) {
    return ConditionDraft.filter(path.toString(), AttrType.S, operator, value, "");
  }
}
