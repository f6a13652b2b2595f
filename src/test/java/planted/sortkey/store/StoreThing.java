package planted.sortkey.store;

import planted.sortkey.ui.kit.ThingManager;

/// Planted: a store that imports the user interface and holds itself.
public class StoreThing {
  static final StoreThing INSTANCE = new StoreThing();
  static int count;
  ThingManager things;
}
