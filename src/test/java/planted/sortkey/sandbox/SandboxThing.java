package planted.sortkey.sandbox;

import planted.sortkey.store.StoreThing;

/// Planted: the sandbox imports another layer.
class SandboxThing {
  StoreThing store;
}
