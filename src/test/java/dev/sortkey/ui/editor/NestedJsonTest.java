package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.Item;
import org.junit.jupiter.api.Test;

class NestedJsonTest {
  private static final String TEXT = "{\"a\":1.0,\"b\":[\"\\u00e9\",2]}";
  private static final Item ITEM = Orders.order().with("Payload", new Attr.S(TEXT));

  private final ItemEditorViewModel model = new Orders(ITEM).editor();
  private final NestedJson nested = model.nested();

  NestedJsonTest() {
    model.show(ITEM);
    nested.open(model.draft().at(AttrPath.of("Payload")));
  }

  @Test
  void whatIsTypedGoesIntoTheStringInItsOwnLayout() {
    type("1.0", "1.5");
    assertThat(text()).isEqualTo(TEXT.replace("1.0", "1.5"));
    assertThat(nested.close()).isTrue();
    model.undo(true);
    assertThat(model.draft().toItem()).isEqualTo(ITEM);
  }

  @Test
  void lookingChangesNothing() {
    type("\n", "\n ");
    assertThat(nested.close()).isTrue();
    assertThat(model.draft().toItem()).isEqualTo(ITEM);
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  @Test
  void whatIsNotSoundIsNotLostAndNotSaved() {
    type("1.0", "1.5");
    type("1.0,", "1.5 ");
    assertThat(nested.close()).as("there is something to mend").isFalse();
    assertThat(nested.faultProperty().get().line()).isEqualTo(3);
    model.review();
    assertThat(model.phaseProperty().get()).isEqualTo(ItemEditorViewModel.Phase.EDITING);
    assertThat(model.flawsProperty().get().getFirst().message()).contains("Payload is not sound");
    assertThat(model.setMode(DraftViewModel.Mode.JSON)).isFalse();
    assertThat(text()).as("the last sound text").contains("1.5");
    type("1.0", "2");
    model.review();
    assertThat(model.phaseProperty().get()).isEqualTo(ItemEditorViewModel.Phase.REVIEW);
  }

  @Test
  void savingTakesWhatWasTypedAMomentAgo() {
    nested.typing(() -> nested.openProperty().get().pretty().replace("1.0", "7"));
    model.review();
    assertThat(model.phaseProperty().get()).isEqualTo(ItemEditorViewModel.Phase.REVIEW);
    assertThat(text()).isEqualTo(TEXT.replace("1.0", "7"));
  }

  @Test
  void discardingBringsTheStringBack() {
    type("1.0", "1.5");
    type("1.0,", "1.5 ");
    nested.discard();
    assertThat(model.draft().toItem()).isEqualTo(ITEM);
    assertThat(model.dirtyProperty().get()).isFalse();
    assertThat(model.flawsProperty().get()).isEmpty();
  }

  @Test
  void anotherItemClosesIt() {
    type("1.0,", "1.5 ");
    model.clear();
    assertThat(nested.openProperty().get()).isNull();
    model.show(Orders.order());
    assertThat(model.flawsProperty().get()).isEmpty();
  }

  private void type(String part, String other) {
    nested.typing(() -> nested.openProperty().get().pretty().replace(part, other));
    nested.read();
  }

  private String text() {
    return model.draft().at(AttrPath.of("Payload")).text();
  }
}
