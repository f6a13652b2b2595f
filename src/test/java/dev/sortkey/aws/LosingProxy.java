package dev.sortkey.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Passes everything on to an endpoint, and loses some answers: what was sent has its effect, and
/// the client sees the connection reset.
final class LosingProxy implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final BooleanSupplier loses;
  private final URI target;

  /// @param losses how many of the first answers are lost
  LosingProxy(URI target, int losses) throws IOException {
    this(target, losing(losses));
  }

  /// @param loses asked for each answer
  LosingProxy(URI target, BooleanSupplier loses) throws IOException {
    this.target = target;
    this.loses = loses;
    Thread.startVirtualThread(this::accept);
  }

  private static BooleanSupplier losing(int losses) {
    var left = new AtomicInteger(losses);
    return () -> left.getAndDecrement() > 0;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.startVirtualThread(() -> serve(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket upstream = new Socket(target.getHost(), target.getPort())) {
      var begun = new AtomicBoolean();
      Thread.startVirtualThread(() -> copy(client, upstream, begun));
      InputStream answers = upstream.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[16_384];
      for (int n = answers.read(buffer); n >= 0; n = answers.read(buffer)) {
        // An answer may come in several pieces: it is lost as a whole or not at all.
        if (begun.compareAndSet(false, true) && loses.getAsBoolean()) {
          client.setSoLinger(true, 0);
          return;
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException _) {
      // Either side has gone.
    }
  }

  /// @param begun whether the answer to what was sent last has begun
  private static void copy(Socket from, Socket to, AtomicBoolean begun) {
    try {
      InputStream requests = from.getInputStream();
      byte[] buffer = new byte[16_384];
      for (int n = requests.read(buffer); n >= 0; n = requests.read(buffer)) {
        begun.set(false);
        to.getOutputStream().write(buffer, 0, n);
      }
    } catch (IOException _) {
      // Either side has gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
