package planted.sortkey.ui.kit;

/// Planted: a name that says nothing.
public class ThingManager {}
