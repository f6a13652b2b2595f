package dev.sortkey.build;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Writes `dynamodb-local.lock`, the list of what the sandbox fetches and runs. Resolve first, then
/// run this main with the directory and the lock file as its arguments:
///
/// ```
/// mvn -f src/test/resources/dev/sortkey/sandbox/dynamodb-local-pom.xml
///     dependency:copy-dependencies -Dmdep.useRepositoryLayout=true -DoutputDirectory=DIR
/// java -cp target/test-classes dev.sortkey.build.SandboxLock
///     DIR src/main/resources/dev/sortkey/sandbox/dynamodb-local.lock
/// ```
public final class SandboxLock {
  private SandboxLock() {}

  public static void main(String[] args) throws Exception {
    Path repository = Path.of(args[0]);
    try (PrintStream lock = new PrintStream(args[1])) {
      for (Path jar : jars(repository)) {
        byte[] bytes = Files.readAllBytes(jar);
        String sha256 =
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        lock.printf(
            "%s %s %s %d\n",
            coordinates(repository.relativize(jar)),
            repository.relativize(jar).toString().replace('\\', '/'),
            sha256,
            bytes.length);
      }
    }
  }

  private static List<Path> jars(Path repository) throws IOException {
    try (Stream<Path> files = Files.walk(repository)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static String coordinates(Path jar) {
    int names = jar.getNameCount();
    String group =
        jar.subpath(0, names - 3).toString().replace(jar.getFileSystem().getSeparator(), ".");
    return group + ":" + jar.getName(names - 3) + ":" + jar.getName(names - 2);
  }
}
