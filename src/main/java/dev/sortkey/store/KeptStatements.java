package dev.sortkey.store;

import java.util.Map;

/// What stands in the PartiQL editor, by connection id.
public record KeptStatements(Map<String, String> texts) {
  static final KeptStatements NONE = new KeptStatements(Map.of());

  public KeptStatements {
    texts = Copies.map(texts);
  }

  public String of(String connectionId) {
    return texts.getOrDefault(connectionId, "");
  }

  public KeptStatements with(String connectionId, String text) {
    return new KeptStatements(Copies.with(texts, connectionId, text));
  }
}
