package dev.sortkey.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.bulk.BulkEdit;
import dev.sortkey.core.bulk.Formula;
import dev.sortkey.core.bulk.Operation;
import dev.sortkey.core.value.Attr;
import dev.sortkey.core.value.AttrPath;
import dev.sortkey.core.value.AttrType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// An unfinished edit is said in words that leave nothing out.
class BulkWordsTest {
  private static final AttrPath AT = AttrPath.parse("a.b[0]");

  private static String words(Operation... operations) {
    return BulkWords.of(new BulkEdit.Steps(List.of(operations)));
  }

  @Test
  void eachOperationIsSaid() {
    assertThat(BulkWords.of(new BulkEdit.Delete())).isEqualTo("Delete the items");
    assertThat(words(new Operation.Put(AT, new Attr.S("it's {0}"))))
        .isEqualTo("Set a.b[0] to \"it's {0}\"");
    assertThat(words(new Operation.Remove(AT), new Operation.Rename(AT, "c")))
        .isEqualTo("Remove a.b[0]; Rename a.b[0] to c");
    assertThat(words(new Operation.Add(AT, "12345678901234567890123456789012345678")))
        .isEqualTo("Add 12345678901234567890123456789012345678 to a.b[0]");
    assertThat(words(new Operation.Append(AT, new Attr.L(List.of(new Attr.S("x"))))))
        .isEqualTo("Append [\"x\"] to a.b[0]");
    assertThat(words(new Operation.Convert(AT, AttrType.N))).startsWith("Convert a.b[0] to ");
    assertThat(words(new Operation.Replace(AT, "a+", 0, "$0"))).contains("a+", "$0", "regular");
    assertThat(
            words(
                new Operation.Replace(AT, "a$", Pattern.LITERAL, Matcher.quoteReplacement("\\$1"))))
        .isEqualTo("Replace “a$” in a.b[0] with “\\$1”");
    assertThat(words(new Operation.Compute(AT, Formula.parse("n + 1"))))
        .isEqualTo("Compute a.b[0] as n + 1");
  }
}
