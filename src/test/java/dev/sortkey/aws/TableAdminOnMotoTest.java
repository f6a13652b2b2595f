package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.progress.Progress;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.table.AutoScaling;
import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.ScaledUnits;
import dev.sortkey.core.table.StreamView;
import dev.sortkey.core.table.TableAdmin;
import dev.sortkey.core.table.TableDetails;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.table.Tag;
import dev.sortkey.core.table.TimeToLive;
import dev.sortkey.standin.Moto;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The table's settings against an emulator that knows nothing of this code.
class TableAdminOnMotoTest {
  @Test
  void settingsAreReadAndChanged() throws Exception {
    try (Moto moto = Moto.start();
        Session session = Sessions.open(moto.endpoint(), Sessions.freshKeys())) {
      TableAdmin admin = session.admin();
      String arn = session.tables().create(Sessions.draft("orders")).arn();

      admin.tag(arn, List.of(new Tag("team", "shop"), new Tag("owner", "ana")));
      admin.untag(arn, Set.of("owner"));
      assertThat(admin.tags(arn)).containsExactly(new Tag("team", "shop"));

      assertThat(admin.timeToLive("orders").on()).isFalse();
      admin.setTimeToLive("orders", "expires", true);
      assertThat(admin.timeToLive("orders"))
          .isEqualTo(new TimeToLive(TimeToLive.Status.ENABLED, "expires"));

      assertThat(admin.policy(arn)).isEmpty();
      String revision = admin.putPolicy(arn, "{\"Statement\":[]}", null, false);
      assertThat(admin.policy(arn).orElseThrow().revision()).isEqualTo(revision);
      admin.deletePolicy(arn, revision);
      assertThat(admin.policy(arn)).isEmpty();

      change(admin, new TableUpdate.Protect(true));
      change(admin, new TableUpdate.Stream(StreamView.NEW_AND_OLD_IMAGES));
      TableDetails provisioned =
          change(
              admin, new TableUpdate.Units(new Capacity.Provisioned(5, 6), new LinkedHashMap<>()));
      assertThat(provisioned.schema().capacity()).isEqualTo(new Capacity.Provisioned(5, 6));
      assertThat(provisioned.schema().deletionProtection()).isTrue();
      assertThat(provisioned.stream().view()).isEqualTo(StreamView.NEW_AND_OLD_IMAGES);

      var reads = new ScaledUnits(null, ScaledUnits.Side.READ, new AutoScaling(5, 50, 70));
      var more = new ScaledUnits(null, ScaledUnits.Side.READ, new AutoScaling(6, 60, 80));
      admin.setAutoScaling("orders", reads);
      assertThat(admin.autoScaling(provisioned.schema())).containsExactly(reads);
      admin.setAutoScaling("orders", more);
      assertThat(admin.autoScaling(provisioned.schema())).containsExactly(more);
      admin.removeAutoScaling("orders", null, ScaledUnits.Side.READ);
      assertThat(admin.autoScaling(provisioned.schema())).isEmpty();

      assertThat(admin.keys()).allMatch(key -> key.arn().startsWith("arn:"));
    }
  }

  private static TableDetails change(TableAdmin admin, TableUpdate update) {
    admin.update("orders", update);
    return admin.follow("orders", Duration.ofMillis(20), Progress.none(), _ -> {});
  }
}
