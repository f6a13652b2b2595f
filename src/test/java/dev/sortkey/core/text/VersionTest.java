package dev.sortkey.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void isTheBuildsNumberOrAWordForNone() {
    assertThat(Version.text("0.1.0")).isEqualTo("0.1.0");
    assertThat(Version.text("${project.version}")).isEqualTo("unreleased");
    assertThat(Version.text()).matches("unreleased|\\d+\\.\\d+\\.\\d+.*");
  }
}
