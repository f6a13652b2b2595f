package dev.sortkey.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovedPolicyTest {
  private static final String POLICY = "{\"Resource\":[\"arn:a\",\"arn:a/index/*\",\"arn:ab\"]}";

  @Test
  void thePolicyIsAboutTheNewTableAndOthersStay() {
    assertThat(SettingAgain.moved(POLICY, "arn:a", "arn:$1"))
        .isEqualTo("{\"Resource\":[\"arn:$1\",\"arn:$1/index/*\",\"arn:ab\"]}");
    assertThat(SettingAgain.moved(POLICY, "", "arn:b"))
        .as("the old table is not known")
        .isEqualTo(POLICY);
  }
}
