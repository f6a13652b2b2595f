package dev.sortkey.ui.streams;

import dev.sortkey.core.stream.StreamState;
import dev.sortkey.ui.workbench.Desk;
import dev.sortkey.ui.workbench.Section;
import java.time.Clock;
import java.time.Duration;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The streams of one table. Its changes are followed from when the page is first looked at until
/// the tab closes.
public final class StreamsSection implements Section {
  private final StreamViewModel stream;
  private final TailViewModel tail;
  private final TriggersViewModel triggers;
  private final DestinationsViewModel destinations;
  private final LiveView live;
  private final Versions versions;
  private final SettingsView settings;
  private final TriggersCard triggersCard;
  private final StackPane root = new StackPane();
  private final SimpleBooleanProperty unsaved = new SimpleBooleanProperty();
  private @Nullable String tailed;
  private boolean opened;

  public StreamsSection(Desk desk, String table) {
    this(desk, table, Duration.ofSeconds(1));
  }

  /// @param every the pause between two looks at the endpoint
  StreamsSection(Desk desk, String table, Duration every) {
    Clock clock = Clock.systemUTC();
    Pace pace = Pace.of(every);
    var session = desk.session();
    stream = new StreamViewModel(table, session.streams(), desk.work(), pace);
    tail = new TailViewModel(table, session.streams(), desk.work(), clock, pace);
    triggers = new TriggersViewModel(session.triggers(), desk.work(), pace);
    destinations = new DestinationsViewModel(table, session.destinations(), desk.work(), pace);
    triggersCard = new TriggersCard(desk, triggers);
    settings =
        new SettingsView(
            this::showLive,
            new StreamCard(desk, stream, this::readLeft).node(),
            triggersCard.node(),
            new DestinationsCard(desk, destinations).node());
    versions = new Versions(desk, table);
    live =
        new LiveView(
            tail, clock, this::restart, this::showSettings, versions, desk.workbench()::remedy);
    root.getChildren().setAll(settings);
    settings.backShown(false);
    stream.stateProperty().subscribe(this::arrived);
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public ObservableValue<Boolean> unsaved() {
    return unsaved;
  }

  @Override
  public void shown() {
    if (!opened) {
      opened = true;
      refresh();
    }
    live.focus();
  }

  @Override
  public void refresh() {
    stream.load();
    if (root.getChildren().contains(settings)) {
      destinations.load();
    }
  }

  @Override
  public void closed() {
    live.close();
    versions.close();
    tail.close();
    stream.close();
    triggers.close();
    destinations.close();
  }

  /// A stream that is new to the page is followed: from now, or from its beginning where it takes
  /// the place of one that was followed.
  private void arrived(@Nullable StreamState now) {
    if (now == null) {
      return;
    }
    String arn = now.arn();
    if (now.on() && arn != null && !arn.equals(tailed)) {
      live.describe(now);
      follow(arn, tailed != null);
    } else if (now.on()) {
      live.describe(now);
    } else {
      showSettings();
    }
    settings.backShown(tailed != null);
    if (root.getChildren().contains(settings)) {
      triggersCard.stream(now);
    }
  }

  private void restart(boolean fromHorizon) {
    if (tailed != null) {
      tail.start(tailed, fromHorizon);
    }
  }

  private void readLeft() {
    StreamState now = stream.stateProperty().get();
    if (now != null && now.arn() != null) {
      live.describe(now);
      follow(now.arn(), true);
      settings.backShown(true);
    }
  }

  private void follow(String arn, boolean fromHorizon) {
    tailed = arn;
    live.began(fromHorizon);
    tail.start(arn, fromHorizon);
    showLive();
  }

  private void showLive() {
    root.getChildren().setAll(live);
    live.focus();
  }

  private void showSettings() {
    root.getChildren().setAll(settings);
    destinations.load();
    triggersCard.stream(stream.stateProperty().get());
  }
}
