package dev.sortkey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/// Stands on loopback before a server; while it is mute it takes what is sent and answers nothing.
final class MuteProxy implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final URI target;
  private volatile boolean mute;

  MuteProxy(URI target) throws IOException {
    this.target = target;
    Thread.startVirtualThread(this::accept);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  void mute(boolean now) {
    mute = now;
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
      Thread.startVirtualThread(() -> pass(upstream, client));
      pass(client, upstream);
    } catch (IOException _) {
      // Either side has gone.
    }
  }

  private void pass(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[16_384];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!mute) {
          out.write(buffer, 0, n);
        }
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
