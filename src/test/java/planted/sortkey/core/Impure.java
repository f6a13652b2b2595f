package planted.sortkey.core;

import java.net.Socket;

/// Planted: core reaches into the network and starts threads.
class Impure {
  Socket socket;

  void run() {
    Thread.ofVirtual().start(() -> {});
  }
}
