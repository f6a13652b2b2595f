package dev.sortkey.ui.backups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.backup.LeftBehind;
import dev.sortkey.core.backup.LeftBehind.Setting;
import dev.sortkey.core.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeftTextTest {
  private static LeftBehind left(@Nullable String ttl, Map<Setting, Problem> unread) {
    return new LeftBehind("arn", ttl, List.of(), null, List.of(), null, 0, false, unread);
  }

  @Test
  void whatCouldNotBeReadIsNamedBesideWhatIsSetAgain() {
    Problem denied = Problem.of(Problem.Kind.ACCESS_DENIED, "Not allowed", "Ask for it.");
    assertThat(LeftText.of(left("expires", Map.of()))).contains("expires");
    assertThat(LeftText.of(left("expires", Map.of(Setting.TAGS, denied, Setting.POLICY, denied))))
        .startsWith(LeftText.of(left("expires", Map.of())))
        .contains("Tags, Resource policy");
  }
}
