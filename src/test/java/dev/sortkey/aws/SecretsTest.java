package dev.sortkey.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.sortkey.core.calls.CallRecord;
import dev.sortkey.core.session.Keys;
import dev.sortkey.core.session.Session;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What must stay secret is planted in recognisable form and led through sign-in and work; nothing
/// of it may be left in a log, a call record or an exception's text.
class SecretsTest {
  /// Secret keys, session, access and refresh tokens, client secrets of the stand-ins, what is
  /// typed, and the code of the MFA device.
  private static final Pattern SECRET =
      Pattern.compile(
          "SECRETKEY|SESSIONTOKEN|ACCESSTOKEN|REFRESHTOKEN|CLIENTSECRET|USERSECRET|TYPEDSECRET"
              + "|731946|device-\\d");

  @TempDir Path home;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private CorpAws aws;

  @BeforeEach
  void listen() {
    aws = new CorpAws(home);
    aws.sts.code = "731946";
    log.start();
    root.addAppender(log);
    // As the product's own configuration has it.
    root.setLevel(Level.INFO);
    logger("software.amazon.awssdk").setLevel(Level.WARN);
    logger("org.apache").setLevel(Level.WARN);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    root.setLevel(Level.WARN);
    aws.close();
  }

  @Test
  void signInAndWorkLeaveNoSecretBehind() {
    List<String> left = new ArrayList<>();
    for (String profile : List.of("shop-dev", "shop-prod", "audit", "ana")) {
      aws.signIn().signIn(profile, aws.new Person("000000", "731946"));
      try (Session session = aws.connector().open(CorpAws.profile(profile), null)) {
        session.identity();
        session.tables().names();
        aws.keys.endAll();
        left.add(text(catchThrowable(() -> session.tables().describe("Nowhere"))));
        aws.clock.pass(Duration.ofHours(9));
        aws.oidc.endAll();
        left.add(text(catchThrowable(() -> session.tables().names())));
        left.add(text(catchThrowable(session::identity)));
        session.calls().records().stream().map(CallRecord::toString).forEach(left::add);
        left.add(session.toString() + session.connection());
      }
    }
    var typed = new Keys("AKIATYPED", "TYPEDSECRETw4", "SESSIONTOKENtyped");
    try (Session session = aws.connector().open(Sessions.endpoint(aws.wire.endpoint()), typed)) {
      left.add(text(catchThrowable(() -> session.tables().names())));
      session.calls().records().stream().map(CallRecord::toString).forEach(left::add);
      left.add(typed.toString());
    }
    log.list.stream().map(SecretsTest::text).forEach(left::add);

    assertThat(left)
        .hasSizeGreaterThan(20)
        .allSatisfy(text ->
            assertThat(SECRET.matcher(text).results().map(found -> found.group())).isEmpty());
    assertThat(aws.wire.requests())
        .as("the secrets were used, so that they could have been found")
        .anyMatch(request -> SECRET.matcher(new String(request.body())).find());
  }

  @Test
  void aSecretInALogWouldBeFound() {
    root.info("planted SECRETKEY1");
    assertThat(log.list.stream().map(SecretsTest::text))
        .anyMatch(text -> SECRET.matcher(text).find());
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  private static String text(ILoggingEvent event) {
    return event.getFormattedMessage()
        + (event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }

  private static String text(Throwable thrown) {
    var text = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}
