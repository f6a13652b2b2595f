package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.edit.Change;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import dev.sortkey.core.value.Item;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListMoveTest {
  private static final Item ITEM =
      Orders.order()
          .with("L", new Attr.L(Stream.of("a", "b", "c").<Attr>map(Attr.S::new).toList()));

  private final Orders orders = new Orders(ITEM);
  private final ItemEditorViewModel model = orders.editor();

  ListMoveTest() {
    model.show(ITEM);
  }

  @Test
  void anElementMovesAndOnlyItIsMarked() {
    assertThat(model.move(node("L[2]"), 0)).isTrue();
    assertThat(list()).containsExactly("c", "a", "b");
    assertThat(node("L[0]").mark()).isEqualTo(DraftNode.Mark.EDITED);
    assertThat(node("L[1]").mark()).isEqualTo(DraftNode.Mark.NONE);
    assertThat(model.dirtyProperty().get()).isTrue();
    model.review();
    model.confirm();
    assertThat(((Change.Update) orders.changes.getFirst()).edited().get("L"))
        .isEqualTo(new Attr.L(Stream.of("c", "a", "b").<Attr>map(Attr.S::new).toList()));
  }

  @Test
  void theSameElementMovesBackAndNothingIsLeftToSave() {
    model.move(node("L[0]"), 2);
    model.move(node("L[2]"), 0);
    assertThat(list()).containsExactly("a", "b", "c");
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  @Test
  void equalElementsThatChangePlacesChangeNothing() {
    var twins = new Attr.L(List.of(new Attr.S("x"), new Attr.S("x")));
    model.show(ITEM.with("L", twins));
    model.move(node("L[0]"), 1);
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  @Test
  void takingItBackPutsItWhereItWas() {
    DraftNode last = node("L[2]");
    model.move(last, 0);
    model.setText(last, "changed");
    model.revert(last);
    assertThat(list()).containsExactly("a", "b", "c");
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  @Test
  void aMovedElementIsRemovedFromItsOldPlace() {
    DraftNode last = node("L[2]");
    model.move(last, 0);
    model.remove(last);
    assertThat(list()).containsExactly("a", "b");
    model.revert(last);
    assertThat(list()).containsExactly("a", "b", "c");
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  @Test
  void newElementsMoveAmongTheOthers() {
    DraftNode added = model.add(node("L"), AttrType.S);
    model.setText(added, "new");
    model.move(added, 0);
    assertThat(list()).containsExactly("new", "a", "b", "c");
    assertThat(node("L[1]").mark()).isEqualTo(DraftNode.Mark.NONE);
    assertThat(model.move(added, -1)).as("there is no place before the first").isFalse();
  }

  @Test
  void onlyElementsOfListsMove() {
    assertThat(model.movable(node("OrderDate"))).isFalse();
    assertThat(model.move(node("OrderDate"), 0)).isFalse();
    assertThat(model.draft().toItem()).isEqualTo(ITEM);
  }

  @Test
  void stepsAreTakenBackOneByOneAndDoneAgain() {
    model.move(node("L[2]"), 0);
    model.setText(node("L[0]"), "c1");
    model.setText(node("L[0]"), "c12");
    model.retype(node("TotalAmount"), AttrType.S);
    model.remove(node("OrderDate"));
    Item last = model.draft().toItem();
    model.undo(true);
    assertThat(model.draft().toItem().get("OrderDate")).isEqualTo(ITEM.get("OrderDate"));
    model.undo(true);
    assertThat(model.draft().toItem().get("TotalAmount")).isEqualTo(new Attr.N("199.99"));
    model.undo(true);
    assertThat(list()).containsExactly("c", "a", "b");
    model.undo(true);
    assertThat(model.draft().toItem()).isEqualTo(ITEM);
    assertThat(model.dirtyProperty().get()).isFalse();
    assertThat(model.undo(true)).isNull();
    while (model.undo(false) != null) {
      // until there is no more to do again
    }
    assertThat(model.draft().toItem()).isEqualTo(last);
  }

  @Test
  void whatWasTypedAsJsonIsTakenBackInTheForm() {
    model.setMode(DraftViewModel.Mode.JSON);
    model.typeJson(model.json().textProperty().get().replace("199.99", "1"));
    model.typeJson(model.json().textProperty().get().replace("2024", "2025"));
    model.setMode(DraftViewModel.Mode.FORM);
    model.undo(true);
    assertThat(model.draft().toItem()).isEqualTo(ITEM);
  }

  private List<String> list() {
    return node("L").live().stream().map(DraftNode::text).toList();
  }

  private DraftNode node(String path) {
    return model.draft().at(AttrPath.parse(path));
  }
}
