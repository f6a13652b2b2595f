package dev.sortkey.core.edit;

import static dev.sortkey.core.edit.Edits.l;
import static dev.sortkey.core.edit.Edits.n;
import static dev.sortkey.core.edit.Edits.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueDiffTest {
  @Test
  void longTextsAreComparedByTheWord() {
    assertThat(words("leave at the door", "leave at the reception, ask for Ana"))
        .isEqualTo("leave at the [door] -> leave at the [reception, ask for Ana]");
    assertThat(words("a big red house", "a small green house"))
        .isEqualTo("a [big red] house -> a [small green] house");
    assertThat(words("one", "one two")).isEqualTo("one -> one[ two]");
  }

  @Test
  void textsWithNothingInCommonDifferAsAWhole() {
    assertThat(ValueDiff.of(s("PENDING"), s("SHIPPED")))
        .isEqualTo(new ValueDiff.Whole(s("PENDING"), s("SHIPPED")));
    assertThat(ValueDiff.of(s("a b"), s("c d")))
        .as("a space is no common ground")
        .isInstanceOf(ValueDiff.Whole.class);
    assertThat(ValueDiff.of(n("1"), s("1"))).isInstanceOf(ValueDiff.Whole.class);
  }

  @Test
  void elementsThatCameInStandBesideNothing() {
    var lists =
        (ValueDiff.Lists)
            ValueDiff.of(l(s("a"), s("b"), s("c")), l(s("a"), s("x"), s("b"), s("d")));
    assertThat(
            lists.rows().stream()
                .map(row ->
                    index(row.before()) + ":" + index(row.after()) + (row.changed() ? "!" : "")))
        .containsExactly("0:0", "-:1!", "1:2", "2:3!");
  }

  @Test
  void anEntirelyDifferentTextOfTheLargestSizeIsComparedAtOnce() {
    String one = IntStream.range(0, 60_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    String two = IntStream.range(0, 60_000).mapToObj(i -> "v" + i).collect(Collectors.joining(" "));
    Instant begun = Instant.now();
    ValueDiff.of(s("same " + one + " end"), s("same " + two + " end"));
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }

  private static String index(ValueDiff.Element element) {
    return element == null ? "-" : "" + element.index();
  }

  private static String words(String before, String after) {
    var words = (ValueDiff.Words) ValueDiff.of(s(before), s(after));
    return marked(words.before()) + " -> " + marked(words.after());
  }

  private static String marked(List<ValueDiff.Span> spans) {
    return spans.stream()
        .map(span -> span.changed() ? "[" + span.text() + "]" : span.text())
        .collect(Collectors.joining());
  }
}
