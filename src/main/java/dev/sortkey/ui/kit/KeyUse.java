package dev.sortkey.ui.kit;

import javafx.scene.input.KeyCombination;

/// What some keys do, for the list of all keys.
public record KeyUse(String label, KeyCombination keys) {}
