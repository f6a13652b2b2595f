package dev.sortkey.ui.shell;

import dev.sortkey.core.session.Connector;
import dev.sortkey.core.session.ProfileSource;
import dev.sortkey.core.session.Sandbox;
import dev.sortkey.core.session.SignIn;
import dev.sortkey.store.Store;
import dev.sortkey.ui.work.Work;
import dev.sortkey.ui.workbench.FileChoice;

/// What the window needs from outside, built by the composition root.
public record Ports(
    Connector connector,
    ProfileSource profiles,
    Sandbox sandbox,
    Store store,
    Work work,
    FileChoice files,
    SignIn signIn,
    Browser browser) {
  /// With the operating system's own dialogs for files, where nobody signs in.
  public Ports(
      Connector connector, ProfileSource profiles, Sandbox sandbox, Store store, Work work) {
    this(connector, profiles, sandbox, store, work, new FileDialogs());
  }

  /// Where nobody signs in.
  public Ports(
      Connector connector,
      ProfileSource profiles,
      Sandbox sandbox,
      Store store,
      Work work,
      FileChoice files) {
    this(connector, profiles, sandbox, store, work, files, SignIn.none(), _ -> {});
  }

  /// With the operating system's own dialogs for files.
  public Ports(
      Connector connector,
      ProfileSource profiles,
      Sandbox sandbox,
      Store store,
      Work work,
      SignIn signIn,
      Browser browser) {
    this(connector, profiles, sandbox, store, work, new FileDialogs(), signIn, browser);
  }
}
