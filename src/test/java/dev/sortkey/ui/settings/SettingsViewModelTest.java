package dev.sortkey.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sortkey.core.table.Capacity;
import dev.sortkey.core.table.KeyAttribute;
import dev.sortkey.core.table.KeySchema;
import dev.sortkey.core.table.KeyType;
import dev.sortkey.core.table.TableClass;
import dev.sortkey.core.table.TableDraft;
import dev.sortkey.core.table.TableUpdate;
import dev.sortkey.core.table.Tag;
import dev.sortkey.ui.AwsDesk;
import dev.sortkey.ui.kit.Theme;
import dev.sortkey.ui.settings.ApplyViewModel.State;
import dev.sortkey.ui.work.Work;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
  private final AwsDesk aws = new AwsDesk(Work.direct(), Theme.LIGHT);
  private final SettingsViewModel model =
      new SettingsViewModel(aws.desk, "orders", Duration.ofMillis(1));
  private String arn = "";

  @BeforeEach
  void read() {
    arn =
        aws.session
            .tables()
            .create(
                new TableDraft(
                    "orders",
                    new KeySchema(List.of(new KeyAttribute("pk", KeyType.S)), List.of()),
                    Capacity.onDemand(),
                    List.of(),
                    false))
            .arn();
    model.read();
  }

  @AfterEach
  void close() {
    model.close();
    aws.close();
  }

  private ApplyViewModel reviewed() {
    ApplyViewModel[] shown = new ApplyViewModel[1];
    model.review(applying -> shown[0] = applying);
    assertThat(shown[0]).isNotNull();
    return shown[0];
  }

  @Test
  void nothingIsWrittenBeforeTheDiffIsAppliedAndDiscardBringsAllBack() {
    model.form().guardedProperty().set(true);
    assertThat(model.editedProperty().get()).isTrue();
    reviewed();
    assertThat(aws.changes()).containsExactly("CreateTable");
    model.discard();
    assertThat(model.editedProperty().get()).isFalse();
    assertThat(model.form().guardedProperty().get()).isFalse();
  }

  @Test
  void aStepThatFailsIsNamedAndCanBeTriedAgain() {
    aws.tables.deny("UpdateTimeToLive");
    model.form().expiresProperty().set(true);
    model.form().ttlProperty().set("expires");
    model.form().addTag();
    model.form().tags().getFirst().keyProperty().set("team");
    ApplyViewModel applying = reviewed();
    applying.run();
    assertThat(applying.rows())
        .extracting(ApplyViewModel.Row::state)
        .containsExactly(State.FAILED, State.WAITING);
    assertThat(applying.rows().getFirst().problem().detail()).contains("dynamodb:UpdateTimeToLive");
    assertThat(applying.overProperty().get()).isFalse();
    aws.tables.allow("UpdateTimeToLive");
    applying.run();
    assertThat(applying.rows())
        .extracting(ApplyViewModel.Row::state)
        .containsExactly(State.DONE, State.DONE);
    assertThat(aws.session.admin().timeToLive("orders").on()).isTrue();
    assertThat(model.editedProperty().get()).isFalse();
  }

  @Test
  void aStepThatFailsCanBeSkippedOrEndTheRest() {
    aws.tables.deny("UpdateTable");
    model.form().guardedProperty().set(true);
    model.form().addTag();
    model.form().tags().getFirst().keyProperty().set("team");
    ApplyViewModel stopped = reviewed();
    stopped.run();
    stopped.stop();
    assertThat(stopped.overProperty().get()).isTrue();
    assertThat(aws.session.admin().tags(arn)).isEmpty();
    assertThat(model.editedProperty().get()).as("what failed is still typed").isTrue();

    ApplyViewModel skipped = reviewed();
    skipped.run();
    skipped.skip();
    assertThat(skipped.rows())
        .extracting(ApplyViewModel.Row::state)
        .containsExactly(State.SKIPPED, State.DONE);
    assertThat(aws.session.admin().tags(arn)).containsExactly(new Tag("team", ""));
    assertThat(model.form().guardedProperty().get()).isTrue();
  }

  @Test
  void whatSomeoneElseChangedMeanwhileIsNotUndone() {
    model.form().guardedProperty().set(true);
    aws.session.admin().tag(arn, List.of(new Tag("theirs", "1")));
    ApplyViewModel applying = reviewed();
    assertThat(applying.moved()).isTrue();
    assertThat(applying.lines()).hasSize(1);
    applying.run();
    assertThat(aws.session.admin().tags(arn)).containsExactly(new Tag("theirs", "1"));
    assertThat(aws.session.admin().details("orders").schema().deletionProtection()).isTrue();
  }

  @Test
  void someoneElsesChangeUnderWayIsWaitedFor() {
    model.form().tableClassProperty().set(TableClass.STANDARD_INFREQUENT_ACCESS);
    ApplyViewModel applying = reviewed();
    aws.session.admin().update("orders", new TableUpdate.Protect(true));
    applying.run();
    assertThat(applying.rows().getFirst().state()).isEqualTo(State.DONE);
    assertThat(aws.session.admin().details("orders").schema().tableClass())
        .isEqualTo("STANDARD_INFREQUENT_ACCESS");
  }

  @Test
  void whatCannotBeReadLeavesTheRestStanding() {
    aws.tables.deny("ListTagsOfResource");
    model.read();
    assertThat(model.problemProperty().get()).isNull();
    assertThat(
            model.readingProperty().get().tags().problem().title()
                + model.readingProperty().get().tags().problem().detail())
        .contains("dynamodb:ListTagsOfResource");
    assertThat(model.readingProperty().get().ttl().problem()).isNull();
  }

  @Test
  void whatIsTypedWrongHoldsTheReviewBack() {
    model.form().provisionedProperty().set(true);
    model.form().units().getFirst().unitsProperty().set("many");
    assertThat(model.flaws()).isNotEmpty();
    model.review(_ -> {
      throw new AssertionError("reviewed");
    });
  }
}
