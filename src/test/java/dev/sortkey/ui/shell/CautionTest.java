package dev.sortkey.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.calls.CallLog;
import dev.sortkey.core.session.Environment;
import dev.sortkey.store.Store;
import dev.sortkey.ui.work.Work;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CautionTest {
  @TempDir Path folder;
  private Fakes.FakeSession session;

  private Caution open(Environment environment) {
    session =
        new Fakes.FakeSession(Fakes.profile("shop", environment), new FakeCatalog(), new CallLog());
    var memory = new Memory(Store.open(folder), Work.direct(), _ -> {});
    return new Caution(session, memory);
  }

  @Test
  void productionIsReadOnlyEachTimeItIsOpened() {
    Caution first = open(Environment.PRODUCTION);
    assertThat(first.readOnlyProperty().get()).isTrue();
    first.allowWrites();
    assertThat(first.readOnlyProperty().get()).isFalse();
    assertThat(session.readOnly()).isFalse();

    assertThat(open(Environment.PRODUCTION).readOnlyProperty().get()).isTrue();
    assertThat(session.readOnly()).isTrue();
  }

  @Test
  void anyOtherConnectionStaysAsThePersonLeftIt() {
    Caution first = open(Environment.STAGING);
    assertThat(first.readOnlyProperty().get()).isFalse();
    first.forbidWrites();
    assertThat(session.readOnly()).isTrue();

    Caution second = open(Environment.STAGING);
    assertThat(second.readOnlyProperty().get()).isTrue();
    second.allowWrites();
    assertThat(open(Environment.STAGING).readOnlyProperty().get()).isFalse();
  }

  @Test
  void whatBecomesProductionTurnsReadOnlyAtOnceAndIsRemembered() {
    Caution caution = open(Environment.NONE);
    caution.environment(Environment.PRODUCTION);
    assertThat(session.readOnly()).isTrue();
    assertThat(caution.connection().environment()).isEqualTo(Environment.PRODUCTION);
    assertThat(Store.open(folder).connections().get().environments())
        .containsEntry("shop", Environment.PRODUCTION);

    caution.environment(Environment.DEVELOPMENT);
    assertThat(session.readOnly()).as("only a word of the person's allows writes").isTrue();
  }
}
