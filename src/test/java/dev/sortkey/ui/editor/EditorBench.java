package dev.sortkey.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.Item;
import dev.sortkey.core.value.ItemSize;
import dev.sortkey.ui.Ui;
import dev.sortkey.ui.kit.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long the editor takes for the largest items: to open one in the form and as JSON, up to the
/// first frame, and for a letter typed.
@Tag("bench")
class EditorBench {
  private static final int OPENED = 12;
  private static final int WARM = 4;
  private static final int LETTERS = 120;

  @Test
  void largeItems() {
    System.out.println("| item | to | p50 | longest ms |");
    System.out.println("|---|---|---|---|");
    measure("a small item", Orders.order().with("Note", new Attr.S("note")));
    measure("12,000 small fields", fields());
    measure("one list of 20,000", list());
    measure("32 levels, 400 KB", deep());
    measure("one string of 390 KB", text());
  }

  private static void measure(String name, Item item) {
    assertThat(ItemSize.of(item)).as(name).isLessThanOrEqualTo(ItemSize.LIMIT);
    try (var window = new EditorWindow(Theme.LIGHT)) {
      long[] form = new long[OPENED];
      long[] json = new long[OPENED];
      for (int i = 0; i < OPENED; i++) {
        form[i] = time(() -> window.model.show(item));
        json[i] = time(() -> window.model.setMode(DraftViewModel.Mode.JSON));
        Ui.run(() -> {
          window.model.setMode(DraftViewModel.Mode.FORM);
          window.model.clear();
        });
        Ui.pulse();
      }
      System.out.printf(
          "| %s | first in the JVM | %.0f | %.0f |%n", name, form[0] / 1e6, json[0] / 1e6);
      report(name, "form", Arrays.copyOfRange(form, WARM, OPENED));
      report(name, "JSON", Arrays.copyOfRange(json, WARM, OPENED));
      window.show(item);
      Ui.click(window.in("Note", ".sk-value-field"));
      report(name, "a letter in the form", letters(window, "x"));
      assertThat(window.item().get("Note")).isEqualTo(new Attr.S("note" + "x".repeat(LETTERS)));
      Ui.run(() -> window.model.setMode(DraftViewModel.Mode.JSON));
      Ui.click(Ui.find("#json"));
      Ui.press(KeyCode.CONTROL, KeyCode.HOME);
      report(name, "a letter in JSON, at the top", letters(window, " "));
      var area = (CodeArea) Ui.find("#json");
      Ui.run(() -> {
        int middle = area.getModel().size() / 2;
        area.select(TextPos.ofLeading(middle, 0));
      });
      Ui.pulse();
      report(name, "a letter in JSON, midway", letters(window, " "));
    }
  }

  /// What the FX thread does for a letter, its layout included.
  private static long[] letters(EditorWindow window, String letter) {
    long[] times = new long[LETTERS];
    for (int i = 0; i < LETTERS; i++) {
      times[i] =
          Ui.onFx(() -> {
            long began = System.nanoTime();
            type(window, letter);
            window.stage.getScene().getRoot().applyCss();
            window.stage.getScene().getRoot().layout();
            return System.nanoTime() - began;
          });
      Ui.pulse();
    }
    return Arrays.copyOfRange(times, LETTERS / 4, LETTERS);
  }

  private static void type(EditorWindow window, String letter) {
    Event.fireEvent(
        window.stage.getScene().getFocusOwner(),
        new KeyEvent(
            KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
  }

  private static long time(Runnable action) {
    long began = System.nanoTime();
    Ui.run(action);
    Ui.pulse();
    return System.nanoTime() - began;
  }

  private static void report(String name, String what, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "| %s | %s | %.1f | %.1f |%n",
        name, what, sorted[sorted.length / 2] / 1e6, sorted[sorted.length - 1] / 1e6);
  }

  private static Item base() {
    return Orders.item(
        "OrderID", new Attr.S("1"),
        "CustomerID", new Attr.S("2"),
        "Note", new Attr.S("note"));
  }

  private static Item fields() {
    Object[] pairs = new Object[24_000];
    for (int i = 0; i < 12_000; i++) {
      pairs[2 * i] = "attribute" + i;
      pairs[2 * i + 1] = i % 3 == 0 ? new Attr.N("" + i * 17L) : new Attr.S("value of field " + i);
    }
    Item item = base();
    var all = new LinkedHashMap<>(item.attributes());
    all.putAll(Orders.map(pairs).fields());
    return new Item(all);
  }

  private static Item list() {
    var elements = new ArrayList<Attr>();
    for (int i = 0; i < 20_000; i++) {
      elements.add(new Attr.S("element number " + i));
    }
    return base().with("All", new Attr.L(elements));
  }

  private static Item deep() {
    Attr inside = Orders.map("leaf", new Attr.S("end"));
    for (int level = 30; level > 1; level--) {
      Object[] pairs = new Object[2 * 121];
      for (int i = 0; i < 120; i++) {
        pairs[2 * i] = "field" + level + "_" + i;
        pairs[2 * i + 1] =
            i % 2 == 0
                ? new Attr.S("x".repeat(180) + i)
                : new Attr.L(List.of(new Attr.N("" + i), new Attr.Bool(true)));
      }
      pairs[240] = "below";
      pairs[241] = inside;
      inside = Orders.map(pairs);
    }
    return base().with("Deep", inside);
  }

  private static Item text() {
    return base().with("Long", new Attr.S("word ".repeat(78_000)));
  }
}
