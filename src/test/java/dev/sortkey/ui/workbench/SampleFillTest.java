package dev.sortkey.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.sample.SampleTable;
import dev.sortkey.core.sample.SampleTables;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.sandbox.TestSandbox;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class SampleFillTest {
  private Session session;

  /// DynamoDB Local keeps tables apart by access key, so each test has an empty place of its own.
  @BeforeEach
  void open(TestInfo test) {
    var running = TestSandbox.shared();
    session =
        new SdkConnector()
            .open(
                new Connection(
                    "fill",
                    "fill",
                    Connection.Kind.SANDBOX,
                    null,
                    running.endpoint(),
                    "us-east-1",
                    Environment.SANDBOX),
                new Keys("samplefill" + test.getTestMethod().orElseThrow().getName(), "x", null));
  }

  @AfterEach
  void close() {
    session.tables().names().forEach(session.tables()::delete);
    session.close();
  }

  private record Step(long done, long total) {}

  private static final class Watching implements Progress {
    private final List<Step> steps = new ArrayList<>();
    private final long patience;

    private Watching(long patience) {
      this.patience = patience;
    }

    @Override
    public void report(long done, long total) {
      steps.add(new Step(done, total));
    }

    @Override
    public boolean cancelled() {
      return !steps.isEmpty() && steps.getLast().done() >= patience;
    }
  }

  @Test
  void allSampleTablesAreThereWithAllTheirItems() throws InterruptedException {
    var progress = new Watching(Long.MAX_VALUE);
    long written = SampleFill.fill(session, _ -> {}, progress);

    long total = 0;
    for (SampleTable table : SampleTables.all()) {
      long size = size(table.items().get());
      assertThat(session.tables().describe(table.draft().name()).itemCount()).isEqualTo(size);
      total += size;
    }
    assertThat(written).isEqualTo(total);
    assertThat(progress.steps.getFirst()).isEqualTo(new Step(0, total));
    assertThat(progress.steps.getLast()).isEqualTo(new Step(total, total));
  }

  @Test
  void anExistingTableIsNotTouched() throws InterruptedException {
    SampleTable first = SampleTables.all().getFirst();
    session.tables().create(first.draft());

    SampleFill.fill(session, _ -> {}, Progress.none());

    assertThat(session.tables().describe(first.draft().name()).itemCount()).isZero();
    assertThat(session.tables().names()).hasSize(SampleTables.all().size());
    assertThat(SampleFill.fill(session, _ -> {}, Progress.none())).isZero();
  }

  @Test
  void aCancelStopsBetweenTwoRequests() throws InterruptedException {
    long written = SampleFill.fill(session, _ -> {}, new Watching(25));

    assertThat(written).isEqualTo(25);
    assertThat(session.tables().names()).hasSize(1);
  }

  private static long size(Iterator<?> items) {
    long size = 0;
    for (; items.hasNext(); items.next()) {
      size++;
    }
    return size;
  }
}
