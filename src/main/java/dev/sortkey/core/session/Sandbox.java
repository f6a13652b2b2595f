package dev.sortkey.core.session;

import dev.sortkey.core.progress.Progress;
import java.net.URI;
import java.util.function.Consumer;

/// DynamoDB Local on this computer. All methods but [#state], [#onChange] and [#stop] block.
public interface Sandbox {
  sealed interface State {
    /// Never fetched here; the person must see the licence first.
    record Missing() implements State {}

    record Fetched() implements State {}

    record Starting() implements State {}

    record Running(URI endpoint, Keys keys) implements State {}

    /// It ran and ended by itself (killed, crashed).
    record Died(int exitCode, String lastOutput) implements State {}
  }

  State state();

  /// Calls back on any thread after each change of state.
  void onChange(Consumer<State> listener);

  /// Version, licence name and address, and download size in bytes, to be shown before [#fetch].
  Offer offer();

  record Offer(String version, String licence, String licenceAddress, long bytes) {}

  /// Fetches from Maven Central into the cache, with checksums verified; resumes what is there.
  /// Ends at an interrupt.
  void fetch(Progress progress);

  /// Starts it if need be, and waits until it answers.
  State.Running start();

  void stop();
}
