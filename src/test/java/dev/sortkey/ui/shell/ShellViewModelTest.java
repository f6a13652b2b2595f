package dev.sortkey.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.store.Settings;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.work.Job;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.Destination;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellViewModelTest {
  @TempDir private Path folder;
  private Fakes fakes;
  private ShellViewModel model;

  @BeforeEach
  void build() {
    fakes = new Fakes(folder);
    model = model();
  }

  private ShellViewModel model() {
    Ports ports = fakes.ports(Work.direct());
    var memory = new Memory(ports.store(), ports.work(), _ -> {});
    return new ShellViewModel(
        ports,
        new Appearance(new SimpleObjectProperty<>(Theme.LIGHT), Settings.Appearance.SYSTEM),
        (shell, session) ->
            new Workspace(
                session, ports, (_, where) -> new FakePanel(where), shell, new NoFront(), memory));
  }

  @Test
  void theStartPageIsInFrontUntilAConnectionIsOpen() {
    assertThat(model.startShown().get()).isTrue();
    model.open(Fakes.staging(), null);
    assertThat(model.startShown().get()).isFalse();
    model.showStart();
    assertThat(model.startShown().get()).isTrue();
    model.leaveStart();
    assertThat(model.startShown().get()).isFalse();
  }

  @Test
  void severalConnectionsStayOpenEachWithItsTabs() {
    model.open(Fakes.staging(), null);
    Workspace staging = model.currentProperty().get();
    staging.open(Destination.items("Shop"));
    model.open(Fakes.profile("shop-prod", Environment.PRODUCTION), null);
    assertThat(model.currentProperty().get().tabs().tabs()).isEmpty();
    model.open(Fakes.staging(), null);
    assertThat(model.currentProperty().get()).isSameAs(staging);
    assertThat(fakes.opened).hasSize(2);
    model.close(staging);
    assertThat(model.currentProperty().get().connection().name()).isEqualTo("shop-prod");
    assertThat(fakes.opened.getFirst().closed).isTrue();
    assertThat(fakes.opened.getLast().closed).isFalse();
  }

  @Test
  void aConnectionWithUnsavedWorkIsAskedFor() {
    model.open(Fakes.staging(), null);
    Workspace staging = model.currentProperty().get();
    staging.open(Destination.items("Shop"));
    ((FakePanel) staging.tabs().selectedProperty().get().panel()).unsaved.set(true);
    model.close(staging);
    assertThat(model.askingProperty().get()).isSameAs(staging);
    assertThat(model.unsaved()).isEqualTo(1);
    model.closeNow(staging);
    assertThat(model.workspaces()).isEmpty();
    assertThat(model.startShown().get()).isTrue();
  }

  @Test
  void tabsAndFavouritesComeBackAtTheNextStart() {
    fakes.catalogs.put("shop-staging", Fakes.shop());
    model.open(Fakes.staging(), null);
    Workspace first = model.currentProperty().get();
    first.open(Destination.items("Shop"));
    first.open(new Destination.Calls());
    first.open(Destination.items("Shop"));
    first.sidebar().toggleFavourite("Forum");
    model.closeAllNow();
    ShellViewModel next = model();
    next.open(Fakes.staging(), null);
    Workspace again = next.currentProperty().get();
    assertThat(again.tabs().tabs())
        .extracting(Tab::destination)
        .containsExactly(Destination.items("Shop"), new Destination.Calls());
    assertThat(again.tabs().selectedProperty().get().destination())
        .isEqualTo(Destination.items("Shop"));
    assertThat(again.sidebar().rows().get(1))
        .isInstanceOfSatisfying(
            SidebarRow.Table.class, row -> assertThat(row.entry().name()).isEqualTo("Forum"));
  }

  @Test
  void aDeadSandboxIsSaidAndRestartedWhereItMovedTo() {
    model.open(Fakes.sandbox(URI.create("http://127.0.0.1:1")), new Keys("a", "b", null));
    Workspace before = model.currentProperty().get();
    fakes.sandbox.becomes(new Sandbox.State.Died(137, "killed"));
    assertThat(before.problemProperty().get().remedies())
        .containsExactly(Problem.Remedy.RESTART_SANDBOX);
    before.remedy(Problem.Remedy.RESTART_SANDBOX);
    assertThat(model.workspaces()).containsExactly(before);
    assertThat(before.connection().endpoint()).isEqualTo(fakes.sandbox.next.endpoint());
    assertThat(before.problemProperty().get()).isNull();
    assertThat(fakes.opened.getFirst().closed).isFalse();
  }

  @Test
  void aSandboxThatComesBackInPlaceKeepsEverything() {
    model.open(Fakes.sandbox(fakes.sandbox.next.endpoint()), new Keys("a", "b", null));
    Workspace before = model.currentProperty().get();
    fakes.sandbox.becomes(new Sandbox.State.Died(137, "killed"));
    before.remedy(Problem.Remedy.RESTART_SANDBOX);
    assertThat(model.currentProperty().get()).isSameAs(before);
    assertThat(before.problemProperty().get()).isNull();
  }

  @Test
  void unitsAndIdentityAreTold() {
    model.open(Fakes.staging(), null);
    StatusViewModel status = model.currentProperty().get().status();
    assertThat(status.unitsProperty().get()).isEqualTo("0 RCU this session");
    fakes.opened.getFirst().calls().add(Fakes.call(12.5, 0));
    assertThat(status.unitsProperty().get()).isEqualTo("12.5 RCU this session");
    fakes.opened.getFirst().calls().add(Fakes.call(0, 3));
    assertThat(status.unitsProperty().get()).isEqualTo("12.5 RCU · 3 WCU this session");
    assertThat(status.identityProperty().get().label()).startsWith("SupportEngineer");
  }

  @Test
  void theActivityLineSaysWhatRuns() {
    Work work = Work.direct();
    var activity = new ActivityViewModel(work);
    assertThat(activity.lineProperty().get()).isEqualTo("Idle");
    List<String> said = new ArrayList<>();
    List<String> far = new ArrayList<>();
    Work outer = work;
    outer.read(
        "Reading",
        progress -> {
          said.add(activity.lineProperty().get());
          Job job = outer.jobs().getFirst();
          progress.report(1_200, 12_000);
          far.add(ActivityViewModel.progress(job));
          progress.report(1_300, -1);
          far.add(ActivityViewModel.progress(job));
          outer.read("Other", _ -> said.add(activity.lineProperty().get()), _ -> {});
          return true;
        },
        _ -> {});
    assertThat(said).containsExactly("Reading", "2 jobs running");
    assertThat(far).containsExactly("1,200 of 12,000", "1,300");
    assertThat(activity.lineProperty().get()).isEqualTo("Idle");
  }

  @Test
  void theChosenThemeBeatsTheSystems() {
    var system = new SimpleObjectProperty<>(Theme.LIGHT);
    var appearance = new Appearance(system, Settings.Appearance.SYSTEM);
    system.set(Theme.DARK);
    assertThat(appearance.theme().getValue()).isEqualTo(Theme.DARK);
    appearance.toggle();
    assertThat(appearance.theme().getValue()).isEqualTo(Theme.LIGHT);
    assertThat(appearance.choiceProperty().get()).isEqualTo(Settings.Appearance.LIGHT);
  }

  static final class NoFront implements Front {
    @Override
    public void showDialog(Node content) {
      throw new AssertionError("no dialog expected");
    }

    @Override
    public void closeDialog() {}

    @Override
    public boolean shows(Node content) {
      return false;
    }

    @Override
    public boolean dialogShown() {
      return false;
    }
  }

  @Test
  void openingAgainInAnotherEnvironmentDoesNotThrowUnsavedWorkAway() {
    model.open(Fakes.profile("shop", Environment.NONE), null);
    Workspace shop = model.currentProperty().get();
    shop.open(Destination.items("Shop"));
    ((FakePanel) shop.tabs().selectedProperty().get().panel()).unsaved.set(true);

    model.open(Fakes.profile("shop", Environment.PRODUCTION), null);
    assertThat(model.workspaces()).containsExactly(shop);
    assertThat(model.askingProperty().get()).isSameAs(shop);
    assertThat(fakes.opened).hasSize(1);
  }
}
