package dev.sortkey.standin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The server behind a stand-in, asked with the headers of the request at hand, so that it sees the
/// same access key.
final class Behind implements AutoCloseable {
  private static final Set<String> NOT_FORWARDED =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;

  Behind(URI server) {
    this.server = server;
  }

  StandIn.Reply ask(StandIn.Request request, byte[] body) throws IOException, InterruptedException {
    return ask(request, request.target(), body);
  }

  /// Likewise, for another operation.
  StandIn.Reply ask(StandIn.Request request, String target, byte[] body)
      throws IOException, InterruptedException {
    var forwarded =
        HttpRequest.newBuilder(server.resolve(request.uri().toString()))
            .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body));
    request
        .headers()
        .forEach((name, value) -> {
          if (!NOT_FORWARDED.contains(name) && !name.equals("x-amz-target")) {
            forwarded.header(name, value);
          }
        });
    if (!target.isEmpty()) {
      forwarded.header("x-amz-target", target);
    }
    HttpResponse<byte[]> response =
        client.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
    Map<String, String> headers =
        response.headers().map().entrySet().stream()
            .filter(header -> !NOT_FORWARDED.contains(header.getKey().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().getFirst()));
    return new StandIn.Reply(response.statusCode(), headers, response.body());
  }

  @Override
  public void close() {
    client.close();
  }
}
