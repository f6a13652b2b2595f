package dev.sortkey.ui.items;

import dev.sortkey.core.moments.DateForm;
import dev.sortkey.core.moments.DateWords;
import dev.sortkey.core.text.Messages;
import dev.sortkey.core.typing.ListText;
import dev.sortkey.core.value.Attr;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/// A field for a value. It understands times as people say them, and offers what they mean in the
/// attribute's own form, so that what is sent is seen before it is; what is pasted from several
/// lines or cells becomes a list.
final class ValueField extends TextField {
  private static final int MOST = 6;
  private static final double WIDTH = 420;

  private final ConditionDraft draft;
  private final DateWords words;
  private final Supplier<Optional<DateForm>> usual;

  /// @param form in which the value is written when it is taken
  private record Offer(DateWords.Stretch stretch, DateForm form) {
    String low() {
      return form.write(stretch.low());
    }

    String high() {
      return form.write(stretch.high());
    }

    String text() {
      return stretch.isMoment() || low().equals(high())
          ? low()
          : Messages.text("items.moment.range", low(), high());
    }
  }

  /// @param usual the form that the attribute's seen values have
  ValueField(ConditionDraft draft, DateWords words, Supplier<Optional<DateForm>> usual) {
    super(draft.valueProperty().get());
    this.draft = draft;
    this.words = words;
    this.usual = usual;
    new OfferPopup<>(
        this,
        WIDTH,
        this::offers,
        offer -> offer.text() + "  ",
        ValueField::said,
        _ -> DateForm.of(new Attr.S(getText())).isEmpty(),
        this::take);
  }

  private static Node said(Offer offer) {
    String form = Messages.text("items.moment." + offer.form());
    var label = new Label(Messages.text("items.moment.words", offer.stretch().words(), form));
    label.getStyleClass().add("sk-muted");
    return label;
  }

  private List<Offer> offers() {
    if (!draft.operatorProperty().get().typed()
        || draft.operatorProperty().get() == Operator.IN
        || draft.operatorProperty().get() == Operator.BEGINS_WITH) {
      return List.of();
    }
    Optional<DateForm> known = usual.get();
    List<DateForm> forms =
        Arrays.stream(DateForm.values())
            .filter(form -> form.type() == draft.typeProperty().get())
            .sorted(Comparator.comparing(form -> known.filter(form::equals).isEmpty()))
            .limit(known.isPresent() ? 1 : 2)
            .toList();
    return words.read(getText()).stream()
        .flatMap(stretch -> forms.stream().map(form -> new Offer(stretch, form)))
        .filter(offer -> !offer.text().equals(getText()))
        .limit(MOST)
        .toList();
  }

  private void take(Offer offer) {
    boolean whole = !offer.stretch().isMoment() && !offer.low().equals(offer.high());
    if (whole && draft.operators().contains(Operator.BETWEEN)) {
      draft.operatorProperty().set(Operator.BETWEEN);
      draft.highProperty().set(offer.high());
    }
    draft.valueProperty().set(offer.low());
  }

  @Override
  public void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null && draft.operatorProperty().get() == Operator.IN && several(text)) {
      replaceSelection(ListText.write(ListText.read(text)));
    } else {
      super.paste();
    }
  }

  private static boolean several(String text) {
    return text.strip().lines().count() > 1 || text.contains("\t");
  }
}
