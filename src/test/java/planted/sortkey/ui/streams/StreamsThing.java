package planted.sortkey.ui.streams;

/// Planted: the panel that must not be imported.
public class StreamsThing {}
