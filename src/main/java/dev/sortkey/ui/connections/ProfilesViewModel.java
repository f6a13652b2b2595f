package dev.sortkey.ui.connections;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Profile;
import dev.sortkey.core.session.ProfileSource;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.core.session.SignIn.Standing;
import dev.sortkey.core.text.Messages;
import dev.sortkey.ui.work.Outcome;
import dev.sortkey.ui.work.Slot;
import dev.sortkey.ui.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The profiles of this computer, what each is for, and the way into them.
final class ProfilesViewModel {
  /// One profile as shown.
  ///
  /// @param id the connection's
  /// @param used null when it was never opened
  /// @param standing how its sign-in stands
  record Row(
      Profile profile,
      String id,
      Environment environment,
      @Nullable Instant used,
      Standing standing) {
    boolean flawed() {
      return profile.flaw() != null;
    }
  }

  /// The profiles as read and the rows that fit the filter; null before the files are read.
  record Shown(int count, List<Row> rows) {}

  /// A profile as it was read.
  private record Read(Profile profile, Standing standing) {}

  private final ProfileSource source;
  private final SignIn signIn;
  private final Remembered remembered;
  private final Slot reading;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable String> expanded = new ReadOnlyObjectWrapper<>();
  private final StringProperty region = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper regionProblem = new ReadOnlyStringWrapper("");
  private @Nullable List<Read> profiles;

  ProfilesViewModel(ProfileSource source, SignIn signIn, Remembered remembered, Work work) {
    this.source = source;
    this.signIn = signIn;
    this.remembered = remembered;
    reading = work.slot();
    filter.subscribe((_, _) -> fill());
    remembered.connectionsProperty().subscribe((_, _) -> fill());
    region.subscribe((_, _) -> regionProblem.set(""));
    refresh();
  }

  ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  StringProperty filterProperty() {
    return filter;
  }

  /// The id of the one row that shows what is missing, or null.
  ReadOnlyObjectProperty<@Nullable String> expandedProperty() {
    return expanded.getReadOnlyProperty();
  }

  /// What is typed as the region of the expanded profile.
  StringProperty regionProperty() {
    return region;
  }

  ReadOnlyStringProperty regionProblemProperty() {
    return regionProblem.getReadOnlyProperty();
  }

  /// Reads the files anew; the old list stays until then.
  void refresh() {
    reading.read(
        Messages.text("connections.profiles.reading"),
        _ -> source.profiles().stream().map(this::read).toList(),
        (Outcome<List<Read>> outcome) -> {
          switch (outcome) {
            case Outcome.Done<List<Read>>(List<Read> found) -> {
              problem.set(null);
              profiles = found;
              fill();
            }
            case Outcome.Failed<List<Read>>(Problem why) -> problem.set(why);
            case Outcome.Cancelled<List<Read>> _ -> {}
          }
        });
  }

  private Read read(Profile profile) {
    boolean none = profile.flaw() != null || profile.kind() == Profile.Kind.ENVIRONMENT;
    return new Read(profile, none ? new Standing.Lasting() : signIn.standing(profile.name()));
  }

  /// Opens the profile, or shows in its row what is missing for that.
  void open(Row row) {
    String where = region(row);
    if (row.flawed() || where == null) {
      boolean close = row.id().equals(expanded.get());
      region.set("");
      regionProblem.set("");
      expanded.set(close ? null : row.id());
    } else {
      open(row, where);
    }
  }

  /// Opens the profile in the region that was typed.
  void openInRegion(Row row) {
    String typed = region.get() == null ? "" : region.get().strip();
    if (typed.isEmpty()) {
      regionProblem.set(Messages.text("connections.profiles.region.missing"));
    } else {
      expanded.set(null);
      open(row, typed);
    }
  }

  void environment(Row row, Environment environment) {
    remembered.environment(row.id(), environment);
  }

  private void open(Row row, String where) {
    Profile profile = row.profile();
    remembered.open(
        new Connection(
            row.id(),
            profile.name(),
            Connection.Kind.PROFILE,
            profile.kind() == Profile.Kind.ENVIRONMENT ? null : profile.name(),
            null,
            where,
            row.environment()),
        null);
  }

  /// The profile's region, or the one typed for it when it was last opened.
  private @Nullable String region(Row row) {
    String named = row.profile().region();
    return named != null
        ? named
        : remembered.recent(row.id()).map(used -> used.connection().region()).orElse(null);
  }

  private void fill() {
    if (profiles == null) {
      return;
    }
    String sought = filter.get() == null ? "" : filter.get().strip().toLowerCase(Locale.ROOT);
    List<Row> rows =
        profiles.stream().filter(read -> fits(read.profile(), sought)).map(this::row).toList();
    shown.set(new Shown(profiles.size(), rows));
  }

  private static boolean fits(Profile profile, String sought) {
    return profile.name().toLowerCase(Locale.ROOT).contains(sought)
        || profile.detail().toLowerCase(Locale.ROOT).contains(sought);
  }

  private Row row(Read read) {
    Profile profile = read.profile();
    String id =
        profile.kind() == Profile.Kind.ENVIRONMENT ? "environment" : "profile:" + profile.name();
    return new Row(
        profile,
        id,
        remembered.environment(id),
        remembered.recent(id).map(used -> used.lastUsed()).orElse(null),
        read.standing());
  }
}
