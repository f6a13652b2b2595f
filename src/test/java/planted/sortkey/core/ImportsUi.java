package planted.sortkey.core;

import planted.sortkey.ui.items.ItemsThing;

/// Planted: core imports the user interface, which imports core again.
class ImportsUi {
  ItemsThing thing;
}
