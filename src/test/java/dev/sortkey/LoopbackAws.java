package dev.sortkey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A server on loopback that knows one access key and has no tables, and that answers to other keys
/// as DynamoDB on AWS does.
final class LoopbackAws implements AutoCloseable {
  static final String KEY = "AKIAGOODKEY";

  private final HttpServer server;

  LoopbackAws(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    server.createContext("/", LoopbackAws::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    boolean known = signed.contains("Credential=" + KEY + "/");
    String body =
        known
            ? "{\"TableNames\":[]}"
            : "{\"__type\":\"com.amazon.coral.service#UnrecognizedClientException\","
                + "\"message\":\"The security token included in the request is invalid.\"}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.getResponseHeaders().set("x-amzn-RequestId", "REQUEST7F3K");
    exchange.sendResponseHeaders(known ? 200 : 400, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
