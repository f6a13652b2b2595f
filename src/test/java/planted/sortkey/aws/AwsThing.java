package planted.sortkey.aws;

import planted.sortkey.core.CoreThing;
import planted.sortkey.store.StoreThing;

/// Planted: an adapter without its prefix, which imports another layer.
public class AwsThing implements CoreThing {
  StoreThing store;
}
