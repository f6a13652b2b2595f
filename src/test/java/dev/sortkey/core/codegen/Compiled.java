package dev.sortkey.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/// Generated Java, compiled against the libraries of the tests.
final class Compiled implements AutoCloseable {
  private final URLClassLoader loader;

  Compiled(List<SourceFile> files, Path folder) throws IOException {
    List<SimpleJavaFileObject> sources =
        files.stream().filter(file -> file.name().endsWith(".java")).map(Compiled::source).toList();
    var said = new StringWriter();
    boolean good =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                said,
                null,
                null,
                List.of(
                    "-proc:none",
                    "-parameters",
                    "-d",
                    folder.toString(),
                    "-classpath",
                    System.getProperty("java.class.path")),
                null,
                sources)
            .call();
    assertThat(good).as(said + "\n" + files).isTrue();
    URL enhanced = DynamoDbEnhancedClient.class.getProtectionDomain().getCodeSource().getLocation();
    loader = new Loader(folder.toUri().toURL(), enhanced);
  }

  /// The Enhanced Client reaches a bean's methods from its own class loader, so it is loaded beside
  /// the beans, as it is in an application.
  private static final class Loader extends URLClassLoader {
    private static final String ENHANCED = "software.amazon.awssdk.enhanced.";

    Loader(URL... urls) {
      super(urls, Compiled.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(ENHANCED)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }

  Class<?> type(String name) {
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  ClassLoader loader() {
    return loader;
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  private static SimpleJavaFileObject source(SourceFile file) {
    String path = file.name().replaceFirst("^src/main/java", "");
    return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return file.text();
      }
    };
  }
}
