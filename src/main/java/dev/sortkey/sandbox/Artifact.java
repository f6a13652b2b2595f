package dev.sortkey.sandbox;

/// One file that DynamoDB Local is made of, as Maven Central has it.
///
/// @param path below the repository's root, and below the cache folder
record Artifact(String coordinates, String path, String sha256, long bytes) {
  static Artifact parse(String line) {
    String[] fields = line.split(" ");
    return new Artifact(fields[0], fields[1], fields[2], Long.parseLong(fields[3]));
  }
}
