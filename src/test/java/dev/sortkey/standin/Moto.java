package dev.sortkey.standin;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// `moto_server`, an emulator of AWS that others wrote, as a second opinion. Tests that ask for it
/// are skipped where it is not installed.
public final class Moto implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final int port;

  private Moto(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts one of the test's own on loopback; skips the test when there is none.
  public static Moto start() throws IOException, InterruptedException {
    Optional<Path> program = program();
    Assumptions.assumeTrue(program.isPresent(), "moto_server is not installed");
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(program.get().toString(), "-H", "127.0.0.1", "-p", "" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!answers(port)) {
      if (System.nanoTime() > deadline || process.waitFor(50, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        Assumptions.abort("moto_server does not start here");
      }
    }
    return new Moto(process, port);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Puts a Lambda function there; Moto asks, as Lambda does, for a role of the account.
  public void function(String name) throws IOException, InterruptedException {
    post(
        "iam",
        "/",
        "application/x-www-form-urlencoded",
        "Action=CreateRole&Version=2010-05-08&AssumeRolePolicyDocument={}&RoleName=" + name);
    post(
        "lambda",
        "/2015-03-31/functions",
        "application/json",
        """
        {"FunctionName": "NAME", "Runtime": "python3.12", "Handler": "a.b",
         "Role": "arn:aws:iam::123456789012:role/NAME",
         "Code": {"ZipFile": "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="}}
        """
            .replace("NAME", name));
  }

  /// Moto tells services apart by the scope of the signature, which it does not check.
  private void post(String service, String path, String type, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(endpoint().resolve(path))
            .header("Content-Type", type)
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AK/20260101/eu-west-1/"
                    + service
                    + "/aws4_request, SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IOException(service + ": " + answer.body());
      }
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  /// On the path, or in one of the Pythons that pyenv keeps.
  private static Optional<Path> program() throws IOException {
    List<Path> folders = new ArrayList<>();
    Path pythons = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    if (Files.isDirectory(pythons)) {
      try (Stream<Path> versions = Files.list(pythons)) {
        versions.map(version -> version.resolve("bin")).forEach(folders::add);
      }
    }
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (!folder.isEmpty()) {
        folders.add(Path.of(folder));
      }
    }
    return folders.stream()
        .map(folder -> folder.resolve("moto_server"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
