package dev.sortkey.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.expr.Condition;
import dev.sortkey.core.expr.Condition.Comparison;
import dev.sortkey.core.library.Asked;
import dev.sortkey.core.library.RunRecord;
import dev.sortkey.core.library.SavedQuery;
import dev.sortkey.core.query.QuerySpec;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.ui.Desks;
import dev.sortkey.ui.PageWindow;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.workbench.Destination;
import dev.sortkey.ui.workbench.SaveQueryDialog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The library as a person uses it.
class LibraryWindowTest {
  private static final String TABLE = "Lib" + UUID.randomUUID().toString().substring(0, 8);
  private static final QuerySpec BY_CUSTOMER =
      QuerySpec.auto(
          List.of(
              new Condition.Compare(AttrPath.of("CustomerID"), Comparison.EQ, new Attr.S("C123")),
              new Condition.Compare(AttrPath.of("Total"), Comparison.GT, new Attr.N("99.50"))));
  private static Session session;

  @BeforeAll
  static void open() {
    session = Desks.session();
    session.tables().create(draft());
  }

  @AfterAll
  static void close() {
    session.tables().delete(TABLE);
    session.close();
  }

  private static TableDraft draft() {
    return new TableDraft(
        TABLE,
        new KeySchema(List.of(new KeyAttribute("id", KeyType.S)), List.of()),
        Capacity.onDemand(),
        List.of(),
        false);
  }

  private static RunRecord run(int minute, Asked asked, String failure) {
    return new RunRecord(
        Instant.parse("2026-11-26T09:00:00Z").plusSeconds(60L * minute),
        "Sandbox",
        asked,
        "CustomerID is given",
        0.5,
        2.5,
        failure == null ? 1.5 : null,
        12,
        40,
        Duration.ofMillis(38),
        failure);
  }

  private static PageWindow window(Theme theme) {
    return new PageWindow(
        session,
        TABLE,
        theme,
        desk -> {
          var history = desk.store().history();
          history.add("sandbox", run(1, new Asked.Conditions(TABLE, QuerySpec.scan()), null));
          history.add("sandbox", run(2, new Asked.Conditions(TABLE, BY_CUSTOMER), null));
          history.add(
              "sandbox",
              run(3, new Asked.Statement("SELECT * FROM Gone"), "The table Gone is gone."));
          return new LibraryPanel(desk);
        });
  }

  @Test
  void aRunIsFoundAndOpenedInTheBuilder() {
    try (var window = window(Theme.LIGHT)) {
      Ui.until("the runs", () -> Ui.showsText("3 of 3"));
      Ui.fill(Ui.find("#library-search"), "c123 99.5");
      Ui.until("one", () -> Ui.showsText("1 of 3"));
      Ui.click(Ui.find("#kept-open"));
      assertThat(window.opened).containsExactly(new Destination.Query(TABLE, BY_CUSTOMER, false));
    }
  }

  @Test
  void aQueryIsSavedWithAValueToAskForAndAsksForItWhenItRuns() {
    try (var window = window(Theme.LIGHT)) {
      Ui.until("the runs", () -> Ui.showsText("3 of 3"));
      Ui.fill(Ui.find("#library-search"), "c123");
      Ui.until("one", () -> Ui.showsText("1 of 3"));
      Ui.click(Ui.find("#kept-save"));
      Ui.fill(Ui.find("#query-name"), "Large orders of a customer");
      Ui.fill(Ui.find("#query-folder"), "orders");
      Ui.click(Ui.find("#ask-0"));
      Ui.click(Ui.find("#query-save"));
      Ui.until("a name is missing", () -> Ui.showsText("Give each value that is asked for a name"));
      Ui.fill(Ui.find("#ask-name-0"), "customer");
      Ui.click(Ui.find("#query-save"));
      Ui.until("saved", () -> !window.toasts.isEmpty());

      Ui.click(Ui.text("Saved"));
      Ui.fill(Ui.find("#library-search"), "large");
      Ui.until("it is there", () -> Ui.showsText("1 of 1"));
      Ui.click(Ui.find("#kept-run"));
      var field = (TextField) Ui.find("#parameter-customer");
      assertThat(Ui.<String>onFx(field::getText)).isEqualTo("C123");
      Ui.fill(field, "C9");
      Ui.click(Ui.find("#parameters-run"));
      Ui.until("it ran", () -> !window.opened.isEmpty());
      var place = (Destination.Query) window.opened.getLast();
      assertThat(place.run()).isTrue();
      assertThat(((Condition.Compare) place.spec().filters().getFirst()).value())
          .isEqualTo(new Attr.S("C9"));
    }
  }

  @Test
  void aSharedFolderIsShownAndItsQueriesAreRenamedAndDeleted(@TempDir Path shared) {
    try (var window = window(Theme.LIGHT)) {
      window
          .desk
          .store()
          .queries()
          .create(
              shared,
              new SavedQuery(
                  "", "of the team", "", "", new Asked.Statement("SELECT * FROM t"), List.of()));
      Ui.click(Ui.text("Saved"));
      window.files.choose(shared);
      Ui.click(Ui.find("#share-folder"));
      Ui.until("it is there", () -> Ui.showsText("1 of 1"));
      Ui.click(Ui.find("#kept-edit"));
      Ui.fill(Ui.find("#query-name"), "of us all");
      Ui.click(Ui.find("#query-save"));
      Ui.until("renamed", () -> Ui.showsText("of us all"));
      assertThat(window.desk.store().queries().read(shared).queries().getFirst().name())
          .isEqualTo("of us all");
      Ui.click(Ui.find("#kept-delete"));
      Ui.until("gone", () -> Ui.showsText("No saved queries"));
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void pictures(Theme theme) {
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
    try (var window = window(theme)) {
      Ui.until("the runs", () -> Ui.showsText("3 of 3"));
      window.picture("library-history" + suffix);
      Ui.run(() -> SaveQueryDialog.show(window.desk, new Asked.Conditions(TABLE, BY_CUSTOMER)));
      window.picture("library-save" + suffix);
    }
  }
}
