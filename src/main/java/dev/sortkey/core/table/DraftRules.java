package dev.sortkey.core.table;

import dev.sortkey.core.table.TableDraft.IndexDraft;
import dev.sortkey.core.table.TableRules.Flaw;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.value.ItemSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks the draft of one table.
final class DraftRules {
  private static final int MOST_INCLUDED = 100;
  private static final int MOST_OF_A_GSI_KEY = 4;
  private static final int LONGEST_KEY_NAME = 255;

  private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9_.-]*");

  private final TableDraft draft;
  private final Map<String, KeyType> types = new HashMap<>();
  private final List<Flaw> flaws = new ArrayList<>();

  DraftRules(TableDraft draft) {
    this.draft = draft;
  }

  List<Flaw> check() {
    name("name", draft.name());
    keys("", draft.keys(), 1, 1);
    capacity("capacity", draft.capacity());
    count(Index.Kind.GSI, TableRules.MOST_GSIS);
    count(Index.Kind.LSI, TableRules.MOST_LSIS);
    Set<String> names = new HashSet<>();
    int included = 0;
    for (int i = 0; i < draft.indexes().size(); i++) {
      IndexDraft index = draft.indexes().get(i);
      String field = "index[" + i + "].";
      index(field, index);
      if (!names.add(index.name())) {
        add(field + "name", "table.index-twice", index.name());
      }
      projection(field + "projection", index.projection());
      int before = included;
      included += includedBy(index.projection());
      if (before <= MOST_INCLUDED && included > MOST_INCLUDED) {
        add(field + "projection", "table.include-many", MOST_INCLUDED);
      }
    }
    flaws.addAll(new SettingsRules(draft).check());
    return List.copyOf(flaws);
  }

  private void name(String field, String name) {
    if (name.isEmpty()) {
      add(field, "table.name-empty");
    } else if (!LETTERS.matcher(name).matches()) {
      add(field, "table.name-letters");
    } else if (name.length() < 3 || name.length() > 255) {
      add(field, "table.name-length", name.length());
    }
  }

  private void count(Index.Kind kind, int most) {
    long count = draft.indexes().stream().filter(index -> index.kind() == kind).count();
    if (count > most) {
      add("indexes", "table.many-" + kind, most, count);
    }
  }

  private void index(String field, IndexDraft index) {
    name(field + "name", index.name());
    if (index.kind() == Index.Kind.LSI) {
      localIndex(field, index.keys());
    } else {
      keys(field, index.keys(), MOST_OF_A_GSI_KEY, MOST_OF_A_GSI_KEY);
      indexCapacity(field + "capacity", index.capacity());
    }
  }

  private void localIndex(String field, KeySchema keys) {
    if (draft.keys().sort().isEmpty()) {
      add(field + "partition", "table.lsi-table");
    } else if (!keys.partition().equals(draft.keys().partition())) {
      add(field + "partition", "table.lsi-partition", nameOf(draft.keys().partition()));
    }
    if (keys.sort().isEmpty()) {
      add(field + "sort", "table.lsi-sort");
    }
    keys(field, keys, 1, 1);
  }

  private void keys(String field, KeySchema keys, int mostPartition, int mostSort) {
    if (keys.partition().isEmpty()) {
      add(field + "partition", "table.partition-missing");
    }
    Set<String> names = new HashSet<>();
    attributes(field + "partition", keys.partition(), mostPartition, names);
    attributes(field + "sort", keys.sort(), mostSort, names);
  }

  private void attributes(
      String field, List<KeyAttribute> attributes, int most, Set<String> namesOfKey) {
    if (attributes.size() > most) {
      add(field, "table.key-many", most);
    }
    for (KeyAttribute attribute : attributes) {
      String name = attribute.name();
      if (name.isEmpty()) {
        add(field, "table.key-name-empty");
        continue;
      }
      int length = ItemSize.of(name);
      if (length > LONGEST_KEY_NAME) {
        add(field, "table.key-name-long", length, LONGEST_KEY_NAME);
      }
      if (!namesOfKey.add(name)) {
        add(field, "table.key-twice", name);
      }
      KeyType type = types.putIfAbsent(name, attribute.type());
      if (type != null && type != attribute.type()) {
        add(field, "table.two-types", name, KeyRules.name(type), KeyRules.name(attribute.type()));
      }
    }
  }

  private void projection(String field, Projection projection) {
    if (projection.kind() != Projection.Kind.INCLUDE) {
      return;
    }
    if (projection.included().isEmpty()) {
      add(field, "table.include-none");
    }
    Set<String> names = new HashSet<>();
    for (String name : projection.included()) {
      if (name.isEmpty()) {
        add(field, "table.include-empty");
      } else if (!names.add(name)) {
        add(field, "table.include-twice", name);
      }
    }
  }

  private static int includedBy(Projection projection) {
    return projection.kind() == Projection.Kind.INCLUDE ? projection.included().size() : 0;
  }

  private void indexCapacity(String field, Capacity capacity) {
    if (!(draft.capacity() instanceof Capacity.Provisioned)) {
      return; // on-demand indexes follow the table
    }
    if (capacity instanceof Capacity.Provisioned) {
      capacity(field, capacity);
    } else {
      add(field, "table.index-capacity");
    }
  }

  private void capacity(String field, Capacity capacity) {
    boolean enough =
        switch (capacity) {
          case Capacity.Provisioned(long read, long write) -> read >= 1 && write >= 1;
          case Capacity.OnDemand(Long read, Long write) -> unlimitedOrSome(read, write);
        };
    if (!enough) {
      add(field, "table.capacity");
    }
  }

  private static boolean unlimitedOrSome(@Nullable Long read, @Nullable Long write) {
    return (read == null || read >= 1) && (write == null || write >= 1);
  }

  private static String nameOf(List<KeyAttribute> partition) {
    return partition.isEmpty() ? "" : partition.getFirst().name();
  }

  private void add(String field, String key, Object... arguments) {
    flaws.add(new Flaw(field, Messages.text(key, arguments)));
  }
}
