package planted.sortkey.ui.items;

import javafx.scene.control.Tooltip;
import planted.sortkey.aws.AwsThing;
import planted.sortkey.core.CoreThing;
import planted.sortkey.ui.streams.StreamsThing;

/// Planted: a panel imports another panel and an adapter, and makes a tip that eats Esc.
public class ItemsThing {
  StreamsThing other;
  AwsThing adapter;
  CoreThing core;

  Tooltip tip() {
    return new Tooltip("planted");
  }
}
