package dev.sortkey.aws;

import java.time.Duration;

/// How a sign-in waits between two questions, so that tests need not.
@FunctionalInterface
interface Waiting {
  void pass(Duration time) throws InterruptedException;
}
