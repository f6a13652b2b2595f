package dev.sortkey.sandbox;

import dev.sortkey.core.session.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The pinned set of files that make up one version of DynamoDB Local, in class path order.
record Distribution(String version, List<Artifact> artifacts) {
  static final String VERSION = "3.3.1";

  /// The heading of `LICENSE.txt` inside the jar, which has no address of its own there.
  private static final String LICENCE = "Amazon DynamoDB Local License Agreement";

  private static final String LICENCE_ADDRESS =
      "https://aws.amazon.com/dynamodb/dynamodblocallicense/";

  Distribution {
    artifacts = List.copyOf(artifacts);
  }

  /// The list that Sortkey ships; a build step writes it.
  static Distribution pinned() {
    try (InputStream lock =
            Objects.requireNonNull(Distribution.class.getResourceAsStream("dynamodb-local.lock"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(lock, StandardCharsets.US_ASCII))) {
      return new Distribution(VERSION, lines.lines().map(Artifact::parse).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long bytes() {
    return artifacts.stream().mapToLong(Artifact::bytes).sum();
  }

  Sandbox.Offer offer() {
    return new Sandbox.Offer(version, LICENCE, LICENCE_ADDRESS, bytes());
  }
}
