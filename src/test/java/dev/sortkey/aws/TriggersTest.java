package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sortkey.core.problem.Problem;
import dev.sortkey.core.problem.ProblemException;
import dev.sortkey.core.session.Session;
import dev.sortkey.core.stream.KinesisDestination;
import dev.sortkey.core.stream.KinesisDestination.Precision;
import dev.sortkey.core.stream.KinesisDestination.Status;
import dev.sortkey.core.stream.Trigger;
import dev.sortkey.core.stream.Trigger.State;
import dev.sortkey.core.stream.TriggerDraft;
import dev.sortkey.standin.KinesisDestinations;
import dev.sortkey.standin.Lambda;
import dev.sortkey.standin.SetClock;
import dev.sortkey.standin.StandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Lambda's mappings and Kinesis destinations with their states, pages and refusals.
class TriggersTest {
  private static final String STREAM =
      "arn:aws:dynamodb:eu-west-1:123456789012:table/t/stream/2026-03-01T10:00:00.000";
  private static final String KINESIS = "arn:aws:kinesis:eu-west-1:123456789012:stream/orders";
  private static final Duration TAKES = Duration.ofSeconds(10);

  private final SetClock clock = new SetClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final StandIn standIn =
      new StandIn(
          null,
          new Lambda(clock, TAKES, 2, "ship", "bill", "index", "mail", "count"),
          new KinesisDestinations(clock, TAKES, KINESIS));
  private final Session session = Sessions.open(standIn.endpoint(), Sessions.freshKeys());

  @AfterEach
  void close() {
    session.close();
    standIn.close();
  }

  private static TriggerDraft draft(String function, boolean enabled) {
    return new TriggerDraft(STREAM, function, 250, Duration.ofSeconds(5), true, enabled);
  }

  private State state(String id) {
    return session.triggers().get(id).map(Trigger::state).orElseThrow();
  }

  @Test
  void aTriggerIsCreatedTurnedOffAndOnAndDeleted() {
    String id = session.triggers().create(draft("ship", true));
    assertThat(state(id)).isEqualTo(State.CREATING);
    clock.pass(TAKES);
    assertThat(session.triggers().list(STREAM))
        .singleElement()
        .satisfies(trigger -> {
          assertThat(trigger.state()).isEqualTo(State.ENABLED);
          assertThat(trigger.function()).isEqualTo("ship");
          assertThat(trigger.batchSize()).isEqualTo(250);
          assertThat(trigger.window()).isEqualTo(Duration.ofSeconds(5));
          assertThat(trigger.position()).isEqualTo("TRIM_HORIZON");
        });
    session.triggers().setEnabled(id, false);
    assertThat(state(id)).isEqualTo(State.DISABLING);
    clock.pass(TAKES);
    assertThat(state(id)).isEqualTo(State.DISABLED);
    session.triggers().setEnabled(id, true);
    assertThat(state(id)).isEqualTo(State.ENABLING);
    clock.pass(TAKES);
    session.triggers().delete(id);
    assertThat(state(id)).isEqualTo(State.DELETING);
    clock.pass(TAKES);
    assertThat(session.triggers().get(id)).isEmpty();
    assertThat(session.triggers().list(STREAM)).isEmpty();
  }

  @Test
  void allPagesAreRead() {
    for (String function : List.of("ship", "bill", "index", "mail", "count")) {
      session.triggers().create(draft(function, false));
    }
    assertThat(session.triggers().list(STREAM)).hasSize(5);
    assertThat(session.triggers().list(STREAM + "9")).isEmpty();
    assertThat(session.triggers().functions())
        .containsExactly("bill", "count", "index", "mail", "ship");
  }

  @Test
  void refusalsAreInPlainWords() {
    String id = session.triggers().create(draft("ship", true));
    assertThat(problem(() -> session.triggers().create(draft("ship", true))).title())
        .isEqualTo("This trigger exists already");
    assertThat(problem(() -> session.triggers().setEnabled(id, false)).title())
        .isEqualTo("The trigger is being changed");
    assertThat(problem(() -> session.triggers().create(draft("none", true))).kind())
        .isEqualTo(Problem.Kind.NOT_FOUND);
    assertThat(
            problem(() ->
                    session
                        .triggers()
                        .create(new TriggerDraft(STREAM, "bill", 0, Duration.ZERO, false, true)))
                .title())
        .isEqualTo("Lambda refused the trigger");
  }

  @Test
  void anEndpointWithoutLambdaSaysSo() {
    try (Session local = Sessions.fresh()) {
      assertThat(problem(() -> local.triggers().list(STREAM)).kind())
          .isEqualTo(Problem.Kind.UNSUPPORTED_BY_ENDPOINT);
      assertThat(problem(() -> local.destinations().list("t")).kind())
          .isEqualTo(Problem.Kind.UNSUPPORTED_BY_ENDPOINT);
    }
  }

  @Test
  void aDestinationIsTurnedOnAndOff() {
    session.destinations().enable("t", KINESIS, Precision.MICROSECOND);
    assertThat(status()).isEqualTo(Status.ENABLING);
    assertThat(problem(() -> session.destinations().disable("t", KINESIS)).code())
        .isEqualTo("ResourceInUseException");
    clock.pass(TAKES);
    assertThat(session.destinations().list("t"))
        .singleElement()
        .isEqualTo(new KinesisDestination(KINESIS, Status.ACTIVE, null, Precision.MICROSECOND));
    session.destinations().disable("t", KINESIS);
    assertThat(status()).isEqualTo(Status.DISABLING);
    clock.pass(TAKES);
    assertThat(status()).isEqualTo(Status.DISABLED);
  }

  @Test
  void aDestinationThatCannotBeTurnedOnSaysWhy() {
    session.destinations().enable("t", KINESIS + "2", Precision.MILLISECOND);
    clock.pass(TAKES);
    KinesisDestination failed = session.destinations().list("t").getFirst();
    assertThat(failed.status()).isEqualTo(Status.ENABLE_FAILED);
    assertThat(failed.said()).contains("not found");
  }

  private Status status() {
    return session.destinations().list("t").getFirst().status();
  }

  private static Problem problem(ThrowingCallable call) {
    var thrown = new Problem[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ProblemException.class, e -> thrown[0] = e.problem());
    return thrown[0];
  }
}
