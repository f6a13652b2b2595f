package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.aws.SdkConnector;
import dev.sortkey.core.edit.Change;
import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Connection;
import dev.sortkey.core.session.Environment;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableSchema;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import dev.sortkey.sandbox.TestSandbox;
import dev.sortkey.ui.editor.ItemEditorViewModel.Phase;
import dev.sortkey.ui.work.Work;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The ways of a conflict against DynamoDB Local, whose conditions decide.
class ConflictOnDynamoDbTest {
  private Session session;
  private TableSchema table;
  private ItemEditorViewModel model;

  @BeforeEach
  void openTheOrder() {
    session =
        new SdkConnector()
            .open(
                new Connection(
                    "id",
                    "test",
                    Connection.Kind.ENDPOINT,
                    null,
                    TestSandbox.shared().endpoint(),
                    "eu-west-1",
                    Environment.DEVELOPMENT),
                new Keys("K" + UUID.randomUUID().toString().replace("-", ""), "secret", null));
    session
        .tables()
        .create(
            new TableDraft(
                "CustomerOrders", Orders.TABLE.keys(), Capacity.onDemand(), List.of(), false));
    table = session.tables().describe("CustomerOrders");
    model = new ItemEditorViewModel(table, Work.direct(), session.reader(), session.writer());
    elsewhere(new Change.Insert(Orders.order()));
    model.open(table.keyOf(Orders.order()));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void bothChangesAreKeptWhenTheyTouchOtherPaths() {
    elsewhere(update(Orders.order().with("Carrier", new Attr.S("DHL"))));
    save("OrderDate", "mine");
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.EDITING);
    assertThat(stored())
        .isEqualTo(
            Orders.order()
                .with("OrderDate", new Attr.S("mine"))
                .with("Carrier", new Attr.S("DHL")));
  }

  @Test
  void theSamePathChangedTwiceIsAConflictThatLosesNothing() {
    Item theirs =
        Orders.order().with("OrderDate", new Attr.S("theirs")).with("Carrier", new Attr.S("DHL"));
    elsewhere(update(theirs));
    save("OrderDate", "mine");
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.CONFLICT);
    assertThat(model.conflictProperty().get().theirs()).isEqualTo(theirs);
    assertThat(stored()).isEqualTo(theirs);
    model.keepMine();
    model.review();
    model.confirm();
    assertThat(stored()).isEqualTo(theirs.with("OrderDate", new Attr.S("mine")));
  }

  @Test
  void anItemDeletedMeanwhileIsCreatedAnewOnlyWhenTold() {
    elsewhere(new Change.Delete(Orders.order()));
    save("OrderDate", "mine");
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.CONFLICT);
    assertThat(session.reader().get(table, table.keyOf(Orders.order()))).isEmpty();
    model.createAnew();
    model.review();
    model.confirm();
    assertThat(stored()).isEqualTo(Orders.order().with("OrderDate", new Attr.S("mine")));
  }

  @Test
  void aTakenKeyIsNotOverwritten() {
    model.create(Orders.order().with("OrderDate", new Attr.S("mine")));
    model.review();
    model.confirm();
    assertThat(model.takenProperty().get()).isEqualTo(Orders.order());
    assertThat(stored()).isEqualTo(Orders.order());
  }

  @Test
  void aDeletionOfWhatChangedMeanwhileIsHeldBack() {
    Item theirs = Orders.order().with("OrderDate", new Attr.S("theirs"));
    elsewhere(update(theirs));
    model.delete();
    model.confirm();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.CONFLICT);
    assertThat(stored()).isEqualTo(theirs);
  }

  private void save(String name, String text) {
    model.setText(model.draft().at(AttrPath.of(name)), text);
    model.review();
    model.confirm();
  }

  private static Change update(Item edited) {
    return new Change.Update(Orders.order(), edited);
  }

  private void elsewhere(Change change) {
    assertThat(session.writer().write(table, List.of(change), Progress.none()).applied()).isOne();
  }

  private Item stored() {
    return session.reader().get(table, table.keyOf(Orders.order())).orElseThrow();
  }
}
