package planted.sortkey.core;

/// Planted: something of core that others may import.
public interface CoreThing {}
