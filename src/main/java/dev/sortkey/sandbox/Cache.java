package dev.sortkey.sandbox;

import dev.sortkey.core.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/// The folder that holds the fetched files of a [Distribution]; each is there whole and checked, or
/// not at all.
final class Cache {
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final Path folder;
  private final Distribution distribution;

  Cache(Path folder, Distribution distribution) {
    this.folder = folder;
    this.distribution = distribution;
  }

  /// One file's part in the progress of all.
  private record Share(Progress progress, long before, long total) {
    void report(long here) {
      progress.report(before + here, total);
    }
  }

  /// A quick look by size, for showing the state.
  boolean looksComplete() {
    return distribution.artifacts().stream().allMatch(this::looksPresent);
  }

  /// Reads all files and compares their checksums; removes those that do not match.
  boolean verify() throws IOException {
    boolean whole = true;
    for (Artifact artifact : distribution.artifacts()) {
      whole &= verified(artifact);
    }
    return whole;
  }

  String classPath() {
    return String.join(
        System.getProperty("path.separator"),
        distribution.artifacts().stream().map(artifact -> file(artifact).toString()).toList());
  }

  void fetch(URI repository, Progress progress) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      fetch(client, repository, progress);
    } catch (InterruptedException e) {
      throw Problems.cancelled();
    } catch (IOException | UncheckedIOException e) {
      // An interrupt closes the file that is being written.
      if (Thread.interrupted()) {
        throw Problems.cancelled();
      }
      throw Problems.cache("cache-unwritable", e, folder, Problems.reason(e));
    } finally {
      // close() would wait for an answer that nobody reads any more.
      client.shutdownNow();
    }
  }

  private void fetch(HttpClient client, URI repository, Progress progress)
      throws IOException, InterruptedException {
    long total = distribution.bytes();
    long done = 0;
    for (Artifact artifact : distribution.artifacts()) {
      progress.report(done, total);
      if (!verified(artifact)) {
        fetch(client, repository, artifact, new Share(progress, done, total));
      }
      done += artifact.bytes();
    }
    progress.report(done, total);
  }

  private void fetch(HttpClient client, URI repository, Artifact artifact, Share share)
      throws IOException, InterruptedException {
    Path file = file(artifact);
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
    try {
      MessageDigest digest = sha256();
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(part), digest)) {
        download(client, repository.resolve(artifact.path()), artifact, out, share);
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(artifact.sha256())) {
        throw Problems.network("checksum", null, artifact.coordinates(), repository.getHost());
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void download(
      HttpClient client, URI source, Artifact artifact, OutputStream out, Share share)
      throws InterruptedException, IOException {
    HttpRequest request = HttpRequest.newBuilder(source).timeout(ANSWER).build();
    HttpResponse<InputStream> response;
    try {
      response = client.send(request, BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      throw Problems.network("unreachable", e, source.getHost());
    } catch (IOException e) {
      throw broken(source, e);
    }
    try (InputStream in = response.body()) {
      if (response.statusCode() != 200) {
        throw Problems.network(
            "refused", null, source.getHost(), response.statusCode(), artifact.coordinates());
      }
      copy(in, out, source, artifact, share);
    }
  }

  private static void copy(
      InputStream in, OutputStream out, URI source, Artifact artifact, Share share)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[64 * 1024];
    long here = 0;
    while (here <= artifact.bytes()) {
      int read;
      try {
        read = in.read(buffer);
      } catch (IOException e) {
        throw broken(source, e);
      }
      if (read < 0) {
        return;
      }
      out.write(buffer, 0, read);
      here += read;
      share.report(Math.min(here, artifact.bytes()));
      if (share.progress().cancelled() || Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /// The HTTP client wraps an interrupt of its body stream into an [IOException].
  private static RuntimeException broken(URI source, IOException e) throws InterruptedException {
    if (e.getCause() instanceof InterruptedException || Thread.interrupted()) {
      throw new InterruptedException();
    }
    return Problems.network("broken-off", e, source.getHost(), Problems.reason(e));
  }

  private Path file(Artifact artifact) {
    return folder.resolve(artifact.path());
  }

  private boolean looksPresent(Artifact artifact) {
    return file(artifact).toFile().length() == artifact.bytes();
  }

  private boolean verified(Artifact artifact) throws IOException {
    if (!looksPresent(artifact)) {
      return false;
    }
    byte[] bytes = Files.readAllBytes(file(artifact));
    if (HexFormat.of().formatHex(sha256().digest(bytes)).equals(artifact.sha256())) {
      return true;
    }
    Files.delete(file(artifact));
    return false;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
