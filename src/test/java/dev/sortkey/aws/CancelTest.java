package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.session.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CancelTest {
  @Test
  void anInterruptEndsAReadThatIsNeverAnswered() throws Exception {
    try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Session session =
            Sessions.open(
                URI.create("http://127.0.0.1:" + silent.getLocalPort()), Sessions.freshKeys())) {
      var outcome = new CompletableFuture<Throwable>();
      Thread reader =
          Thread.startVirtualThread(() -> {
            try {
              session.tables().names();
              outcome.complete(new AssertionError("answered"));
            } catch (Throwable e) {
              outcome.complete(e);
            }
          });
      try (Socket accepted = silent.accept()) {
        // The request has arrived: the reader now waits for an answer.
        assertThat(accepted.getInputStream().read()).isPositive();
        reader.interrupt();
        assertThat(reader.join(Duration.ofSeconds(1))).as("ended within a second").isTrue();
      }
      assertThat(outcome.get()).isInstanceOf(CancellationException.class);
      assertThat(session.calls().records()).extracting(CallRecord::error).contains("Cancelled");
    }
  }
}
