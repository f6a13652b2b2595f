package dev.sortkey.ui.workbench;

import dev.sortkey.core.session.Session;
import dev.sortkey.store.Store;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Work;
import javafx.beans.value.ObservableValue;

/// What every panel of one open connection is given.
///
/// @param tables the connection's tables as last described
/// @param theme for panels that draw by themselves
public record Desk(
    Session session,
    Tables tables,
    Store store,
    Work work,
    Workbench workbench,
    ObservableValue<Theme> theme) {}
