package dev.sortkey.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolFamily;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import org.jspecify.annotations.Nullable;

/// Confines the child, inside of which the JDK makes this its network provider (a system property
/// names it): servers listen on 127.0.0.1 only, which DynamoDB Local has no option for, and the JVM
/// ends as soon as its standard input does, which is when Sortkey has ended in whatever way.
public final class LoopbackSelectorProvider extends SelectorProvider {
  private final SelectorProvider jdk = jdkProvider();

  /// For the JDK.
  public LoopbackSelectorProvider() {
    Thread.ofVirtual().name("parent").start(LoopbackSelectorProvider::endWithParent);
  }

  private static void endWithParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // A broken pipe is an end like any other.
    }
    Runtime.getRuntime().halt(0);
  }

  /// The JDK's own provider. It has no public door, so the child is started with the package
  /// exported; without it the child does not start, rather than listen to everyone.
  private static SelectorProvider jdkProvider() {
    try {
      return (SelectorProvider)
          Class.forName("sun.nio.ch.DefaultSelectorProvider").getMethod("get").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JDK has another network provider", e);
    }
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    return new LoopbackServerChannel(this, jdk.openServerSocketChannel());
  }

  @Override
  public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
    return new LoopbackServerChannel(this, jdk.openServerSocketChannel(family));
  }

  @Override
  public DatagramChannel openDatagramChannel() throws IOException {
    return jdk.openDatagramChannel();
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
    return jdk.openDatagramChannel(family);
  }

  @Override
  public Pipe openPipe() throws IOException {
    return jdk.openPipe();
  }

  @Override
  public AbstractSelector openSelector() throws IOException {
    return jdk.openSelector();
  }

  @Override
  public SocketChannel openSocketChannel() throws IOException {
    return jdk.openSocketChannel();
  }

  @Override
  public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
    return jdk.openSocketChannel(family);
  }

  @Override
  public @Nullable Channel inheritedChannel() throws IOException {
    return jdk.inheritedChannel();
  }
}
