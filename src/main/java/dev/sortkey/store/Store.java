package dev.sortkey.store;

/// The person's files.
public final class Store {}
