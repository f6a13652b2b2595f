package dev.sortkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.session.Sandbox;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class LocalSandboxTest {
  @Test
  void theSharedServerAnswers() throws Exception {
    Sandbox.State.Running running = TestSandbox.shared();

    try (HttpClient client = HttpClient.newHttpClient()) {
      var response =
          client.send(HttpRequest.newBuilder(running.endpoint()).build(), BodyHandlers.ofString());
      assertThat(response.body()).contains("MissingAuthenticationToken");
    }
    assertThat(TestSandbox.shared()).isSameAs(running);
  }
}
