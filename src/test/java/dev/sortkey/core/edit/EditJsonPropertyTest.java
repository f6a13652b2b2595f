package dev.sortkey.core.edit;

import static dev.sortkey.core.edit.Edits.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sortkey.core.problem.Problem;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What is written down is read again as it was, whatever it is.
class EditJsonPropertyTest {
  @Provide
  Arbitrary<Change.Update> updates() {
    return Edits.updates();
  }

  @Property(tries = 300)
  void aStepComesBackAsItWas(@ForAll("updates") Change.Update update, @ForAll Random random) {
    Change change =
        switch (random.nextInt(3)) {
          case 0 -> new Change.Insert(update.edited());
          case 1 -> new Change.Delete(update.original());
          default -> update;
        };
    List<Place> places = change.diff().places();
    Standing standing =
        switch (random.nextInt(4)) {
          case 0 -> new Standing.Changed(update.edited(), Instant.ofEpochSecond(5, 123456789));
          case 1 -> new Standing.Changed(null, Instant.EPOCH);
          case 2 ->
              new Standing.Refused(
                  new Problem(
                      Problem.Kind.THROTTLED, "title", "detail\n\u2028", List.of(), "Code", null));
          default -> new Standing.Ready();
        };
    var staged =
        new Staged(
            random.nextLong(Long.MAX_VALUE),
            change,
            new LinkedHashSet<>(places.stream().filter(_ -> random.nextBoolean()).toList()),
            random.nextBoolean() ? Instant.now() : null,
            Instant.ofEpochMilli(random.nextInt()),
            standing);
    var swap = new Step.Swap(change.key(TABLE).byValue(), null, staged);
    var gone = new Step.Swap(TABLE.keyOf(update.original().with("id", Edits.s("x"))), null, null);

    String line = EditJson.write(new Step(List.of(gone, swap)));
    assertThat(line).doesNotContain("\n").matches("\\p{ASCII}*");
    Step read = EditJson.readStep(line);
    assertThat(read).isEqualTo(new Step(List.of(gone, swap)));
    // A record's equality of items leaves the order of attributes out; it is kept as well.
    assertThat(digits(read.swaps().getLast().after().change())).isEqualTo(digits(change));
    assertThat(EditJson.readChange(EditJson.write(change))).isEqualTo(change);
  }

  private static String digits(Change change) {
    return "" + change.before() + change.after();
  }

  @Example
  void whatIsNoLineOfTheKindIsRefused() {
    for (String line : List.of("", "{", "[]", "{}", "{\"put\":[{}],\"drop\":[]}", "null")) {
      assertThatIllegalArgumentException().as(line).isThrownBy(() -> EditJson.readStep(line));
      assertThatIllegalArgumentException().as(line).isThrownBy(() -> EditJson.readHead(line));
      assertThatIllegalArgumentException().as(line).isThrownBy(() -> EditJson.readChange(line));
    }
  }
}
