package dev.sortkey.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// AWS on loopback, for what DynamoDB Local does not do: services that keep state and answer as the
/// API references say. What no service answers goes to the DynamoDB Local behind it, if there is
/// one; else it is an unknown operation.
public final class StandIn implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Service> services;
  private final @Nullable Behind behind;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /// One AWS service, or a part of one.
  @FunctionalInterface
  public interface Service {
    /// Empty for what this service does not know.
    Optional<Reply> answer(Request request);
  }

  /// @param headers by lower-case name
  public record Request(String method, URI uri, Map<String, String> headers, byte[] body) {
    /// `DynamoDB_20120810.CreateBackup`, or empty where the service does not name its operations
    /// so.
    public String target() {
      return headers.getOrDefault("x-amz-target", "");
    }

    /// The operation's name without its service.
    public String operation() {
      return target().substring(target().indexOf('.') + 1);
    }

    public JsonNode json() {
      return JSON.readTree(body.length == 0 ? new byte[] {'{', '}'} : body);
    }
  }

  public record Reply(int status, Map<String, String> headers, byte[] body) {
    /// A 200 in AWS JSON.
    public static Reply json(Object body) {
      return json(200, body);
    }

    public static Reply json(int status, Object body) {
      return new Reply(
          status,
          Map.of("Content-Type", "application/x-amz-json-1.0", "x-amzn-RequestId", "STANDIN0001"),
          JSON.writeValueAsBytes(body));
    }

    /// An error of AWS JSON: `com.amazonaws.dynamodb.v20120810#BackupInUseException`.
    public static Reply error(String type, String message) {
      return json(400, Map.of("__type", type, "message", message));
    }

    public static Reply text(int status, String contentType, String body) {
      return new Reply(
          status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// @param behind the DynamoDB Local that answers the rest, or null
  public StandIn(@Nullable URI behind, Service... services) {
    this.behind = behind == null ? null : new Behind(behind);
    this.services = List.of(services);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI endpoint() {
    return URI.create(
        "http://"
            + server.getAddress().getAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort());
  }

  /// All requests so far, in the order of their arrival.
  public List<Request> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    if (behind != null) {
      behind.close();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              exchange.getRequestHeaders().entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          header -> header.getKey().toLowerCase(Locale.ROOT),
                          header -> header.getValue().getFirst())),
              exchange.getRequestBody().readAllBytes());
      requests.add(request);
      Reply reply = answer(request);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Reply answer(Request request) throws IOException, InterruptedException {
    for (Service service : services) {
      Optional<Reply> reply = service.answer(request);
      if (reply.isPresent()) {
        return reply.get();
      }
    }
    return behind == null
        ? Reply.error("com.amazon.coral.service#UnknownOperationException", "")
        : behind.ask(request, request.body());
  }
}
