package dev.sortkey.ui.shell;

import dev.sortkey.ui.calls.CallsPanel;
import dev.sortkey.ui.createtable.CreateTablePanel;
import dev.sortkey.ui.items.ItemsPanel;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.Panel;

/// Makes the panel of each destination.
@FunctionalInterface
interface Panels {
  Panel make(Desk desk, Destination destination);

  /// The real ones.
  static Panels all() {
    return (desk, destination) ->
        switch (destination) {
          case Destination.Items(String table) -> new ItemsPanel(desk, table);
          case Destination.CreateTable _ -> new CreateTablePanel(desk);
          case Destination.Calls _ -> new CallsPanel(desk);
        };
  }
}
