package dev.sortkey.ui.connections;

import javafx.scene.layout.HBox;

/// The start page: the sandbox, the profiles, a custom endpoint.
public final class StartView extends HBox {
  public StartView(StartViewModel model) {}
}
