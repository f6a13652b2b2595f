package dev.sortkey.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/// Passes everything on to an endpoint, and loses the first answers: what was sent has its effect,
/// and the client sees the connection reset.
final class LosingProxy implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger losses;
  private final URI target;

  LosingProxy(URI target, int losses) throws IOException {
    this.target = target;
    this.losses = new AtomicInteger(losses);
    Thread.startVirtualThread(this::accept);
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
      Thread.startVirtualThread(() -> copy(client, upstream));
      InputStream answers = upstream.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[16_384];
      for (int n = answers.read(buffer); n >= 0; n = answers.read(buffer)) {
        if (losses.getAndDecrement() > 0) {
          client.setSoLinger(true, 0);
          return;
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException _) {
      // Either side has gone.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // Either side has gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
