package dev.sortkey.core.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One item: attributes by name, in the order they were read or typed; compared without the order.
public record Item(SequencedMap<String, Attr> attributes) {
  public Item {
    attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
  }

  public static Item of(Map<String, Attr> attributes) {
    return new Item(new LinkedHashMap<>(attributes));
  }

  public @Nullable Attr get(String name) {
    return attributes.get(name);
  }

  /// The attribute at a path, or null when there is none.
  public @Nullable Attr get(AttrPath path) {
    Attr here = path.steps().getFirst() instanceof AttrPath.Name(String name) ? get(name) : null;
    for (int i = 1; i < path.steps().size() && here != null; i++) {
      here = child(here, path.steps().get(i));
    }
    return here;
  }

  /// The same item with one top-level attribute set, in its old place or at the end.
  public Item with(String name, Attr value) {
    var copy = new LinkedHashMap<>(attributes);
    copy.put(name, value);
    return new Item(copy);
  }

  /// The same item without one top-level attribute.
  public Item without(String name) {
    var copy = new LinkedHashMap<>(attributes);
    copy.remove(name);
    return new Item(copy);
  }

  /// The same item with what stands at a path changed, or added where the last step is new.
  public Item with(AttrPath path, Attr value) {
    return new Item(((Attr.M) with(new Attr.M(attributes), path.steps(), value)).fields());
  }

  /// The same item without what stands at a path; the elements behind one of a list move up.
  public Item without(AttrPath path) {
    return new Item(((Attr.M) with(new Attr.M(attributes), path.steps(), null)).fields());
  }

  private static Attr with(Attr parent, List<AttrPath.Step> steps, @Nullable Attr value) {
    AttrPath.Step step = steps.getFirst();
    List<AttrPath.Step> rest = steps.subList(1, steps.size());
    return switch (parent) {
      case Attr.M(var fields) when step instanceof AttrPath.Name(String name) -> {
        var copy = new LinkedHashMap<>(fields);
        Attr now =
            rest.isEmpty() || fields.get(name) == null
                ? value
                : with(fields.get(name), rest, value);
        if (now == null) {
          copy.remove(name);
        } else {
          copy.put(name, now);
        }
        yield new Attr.M(copy);
      }
      case Attr.L(var elements) when step instanceof AttrPath.Index(int index) -> {
        var copy = new ArrayList<>(elements);
        Attr now =
            rest.isEmpty() || index >= copy.size() ? value : with(copy.get(index), rest, value);
        if (now == null) {
          if (index < copy.size()) {
            copy.remove(index);
          }
        } else if (index < copy.size()) {
          copy.set(index, now);
        } else {
          copy.add(now);
        }
        yield new Attr.L(copy);
      }
      default -> parent;
    };
  }

  private static @Nullable Attr child(Attr parent, AttrPath.Step step) {
    return switch (step) {
      case AttrPath.Name(String name) when parent instanceof Attr.M m -> m.fields().get(name);
      case AttrPath.Index(int index)
          when parent instanceof Attr.L l && index < l.elements().size() ->
          l.elements().get(index);
      default -> null;
    };
  }
}
