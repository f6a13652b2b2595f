package planted.sortkey.ui.items;

import planted.sortkey.aws.AwsThing;
import planted.sortkey.core.CoreThing;
import planted.sortkey.ui.streams.StreamsThing;

/// Planted: a panel imports another panel and an adapter.
public class ItemsThing {
  StreamsThing other;
  AwsThing adapter;
  CoreThing core;
}
