package dev.sortkey.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.table.TableDraft.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRulesTest {
  private static final TableDraft DRAFT = Drafts.everything("Orders");
  private static final Settings GOOD = DRAFT.settings();

  private static List<TableRules.Flaw> of(Settings settings) {
    return TableRules.check(DRAFT.with(settings));
  }

  private static void onlyFlaw(Settings settings, String field, String message) {
    assertThat(of(settings))
        .singleElement()
        .satisfies(flaw -> {
          assertThat(flaw.field()).isEqualTo(field);
          assertThat(flaw.message()).contains(message);
        });
  }

  private static Settings settings(
      Encryption encryption,
      @Nullable String policy,
      List<Tag> tags,
      @Nullable String ttl,
      @Nullable Integer days,
      @Nullable WarmThroughput warm,
      List<ScaledUnits> scaling) {
    return new Settings(
        TableClass.STANDARD, encryption, policy, tags, ttl, days, null, warm, scaling);
  }

  private static Settings tagged(List<Tag> tags) {
    return settings(new Encryption.AwsOwned(), null, tags, null, null, null, List.of());
  }

  private static Settings policed(String policy) {
    return settings(new Encryption.AwsOwned(), policy, List.of(), null, null, null, List.of());
  }

  private static Settings scaled(AutoScaling scaling) {
    return settings(
        new Encryption.AwsOwned(),
        null,
        List.of(),
        null,
        null,
        null,
        List.of(new ScaledUnits(null, ScaledUnits.Side.READ, scaling)));
  }

  private static Settings with(@Nullable String ttl, @Nullable Integer days) {
    return settings(new Encryption.AwsOwned(), null, List.of(), ttl, days, null, List.of());
  }

  @Test
  void everySettingAtOnceIsGood() {
    assertThat(of(GOOD)).isEmpty();
    assertThat(of(Settings.defaults())).isEmpty();
  }

  @Test
  void scalingHasBoundsAndATarget() {
    assertThat(of(scaled(new AutoScaling(10, 10, 20)))).isEmpty();
    assertThat(of(scaled(new AutoScaling(1, 10, 90)))).isEmpty();
    onlyFlaw(scaled(new AutoScaling(0, 10, 70)), "scaling.read.least", "1 unit");
    onlyFlaw(scaled(new AutoScaling(11, 10, 70)), "scaling.read.most", "below the minimum of 11");
    onlyFlaw(scaled(new AutoScaling(5, 20, 19)), "scaling.read.target", "between 20 and 90");
    onlyFlaw(scaled(new AutoScaling(5, 20, 91)), "scaling.read.target", "between 20 and 90");
    onlyFlaw(scaled(new AutoScaling(11, 20, 70)), "capacity.read", "between 11 and 20");
    onlyFlaw(scaled(new AutoScaling(1, 9, 70)), "capacity.read", "between 1 and 9");
  }

  @Test
  void anIndexStartsWithinItsBounds() {
    List<ScaledUnits> scaling = new ArrayList<>(GOOD.scaling());
    scaling.add(
        new ScaledUnits(
            "CustomerID-OrderDate-index", ScaledUnits.Side.WRITE, new AutoScaling(6, 9, 70)));
    onlyFlaw(
        settings(new Encryption.AwsOwned(), null, List.of(), null, null, null, scaling),
        "index[0].write",
        "between 6 and 9");
  }

  @Test
  void warmThroughputIsAtLeastOneUnit() {
    onlyFlaw(
        settings(
            new Encryption.AwsOwned(),
            null,
            List.of(),
            null,
            null,
            new WarmThroughput(0L, null),
            List.of()),
        "warm.read",
        "1 unit");
  }

  @ParameterizedTest
  @CsvSource({"'', No key is chosen", "'my key', no spaces"})
  void aKeyOfOnesOwnIsNamed(String key, String message) {
    onlyFlaw(
        settings(new Encryption.Customer(key), null, List.of(), null, null, null, List.of()),
        "encryption.key",
        message);
  }

  @Test
  void tagsAreCountedNamedAndMeasured() {
    List<Tag> fifty = IntStream.range(0, 50).mapToObj(i -> new Tag("k" + i, "")).toList();
    assertThat(of(tagged(fifty))).isEmpty();
    List<Tag> more = new ArrayList<>(fifty);
    more.add(new Tag("more", ""));
    onlyFlaw(tagged(more), "tags", "there are 51");
    assertThat(of(tagged(List.of(new Tag("ß".repeat(128), "v".repeat(256)))))).isEmpty();
    onlyFlaw(tagged(List.of(new Tag("k".repeat(129), ""))), "tag[0].key", "128 is the most");
    onlyFlaw(tagged(List.of(new Tag("k", "v".repeat(257)))), "tag[0].value", "256 is the most");
    onlyFlaw(tagged(List.of(new Tag("", "v"))), "tag[0].key", "is missing");
    onlyFlaw(tagged(List.of(new Tag("a", ""), new Tag("a", "b"))), "tag[1].key", "already");
    onlyFlaw(tagged(List.of(new Tag("AWS:team", ""))), "tag[0].key", "begin with aws:");
    onlyFlaw(tagged(List.of(new Tag("a;b", ""))), "tag[0].key", "Take out");
    onlyFlaw(tagged(List.of(new Tag("a", "b|c"))), "tag[0].value", "Take out");
  }

  @Test
  void theAttributeOfExpiryIsANumber() {
    assertThat(of(with("Weight", null))).isEmpty();
    onlyFlaw(with("", null), "ttl", "not named");
    onlyFlaw(with("OrderDate", null), "ttl", "a key of type String");
    onlyFlaw(with("x".repeat(256), null), "ttl", "256 bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 36})
  void theRecoveryPeriodIsUpTo35Days(int days) {
    assertThat(of(with(null, 1))).isEmpty();
    assertThat(of(with(null, 35))).isEmpty();
    onlyFlaw(with(null, days), "recovery", "1 to 35 days");
  }

  @Test
  void aPolicyIsCheckedAsFarAsItGoes() {
    assertThat(of(policed(Drafts.POLICY))).isEmpty();
    onlyFlaw(policed(" "), "policy", "empty");
    onlyFlaw(policed("{\n  \"Statement\": [}"), "policy", "Line 2");
    onlyFlaw(policed("[]"), "policy", "begins with a brace");
    onlyFlaw(policed("{}"), "policy", "has a Statement");
    onlyFlaw(policed("{\"Statement\":[]}"), "policy", "has a Statement");
    onlyFlaw(policed("{\"Statement\":[1]}"), "policy", "has a Statement");
    UnaryOperator<String> without = field -> Drafts.POLICY.replace("\"" + field + "\"", "\"X\"");
    onlyFlaw(policed(without.apply("Effect")), "policy", "lacks its Effect");
    onlyFlaw(policed(without.apply("Allow")), "policy", "lacks its Effect");
    onlyFlaw(policed(without.apply("Principal")), "policy", "lacks its Principal");
    onlyFlaw(policed(without.apply("Action")), "policy", "lacks its Action");
    onlyFlaw(policed(without.apply("Resource")), "policy", "lacks its Resource");
  }

  @Test
  void aPolicyHas20KbAtMostWhiteSpaceIncluded() {
    String fits = Drafts.POLICY + " ".repeat(PolicyRules.LONGEST - Drafts.POLICY.length());
    assertThat(of(policed(fits))).isEmpty();
    onlyFlaw(policed(fits + " "), "policy", "20,481 bytes");
  }
}
