package dev.sortkey.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A server channel that binds to 127.0.0.1 whatever address it is asked for. It cannot be
/// registered with a selector; Jetty, which accepts in blocking mode, does not.
final class LoopbackServerChannel extends ServerSocketChannel {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final ServerSocketChannel channel;

  LoopbackServerChannel(SelectorProvider provider, ServerSocketChannel channel) {
    super(provider);
    this.channel = channel;
  }

  @Override
  public ServerSocketChannel bind(@Nullable SocketAddress address, int backlog) throws IOException {
    int port = address instanceof InetSocketAddress inet ? inet.getPort() : 0;
    channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), backlog);
    return this;
  }

  @Override
  public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) throws IOException {
    channel.setOption(name, value);
    return this;
  }

  @Override
  public <T> T getOption(SocketOption<T> name) throws IOException {
    return channel.getOption(name);
  }

  @Override
  public Set<SocketOption<?>> supportedOptions() {
    return channel.supportedOptions();
  }

  @Override
  public ServerSocket socket() {
    return channel.socket();
  }

  @Override
  public @Nullable SocketChannel accept() throws IOException {
    return channel.accept();
  }

  @Override
  public @Nullable SocketAddress getLocalAddress() throws IOException {
    return channel.getLocalAddress();
  }

  @Override
  protected void implCloseSelectableChannel() throws IOException {
    channel.close();
  }

  @Override
  protected void implConfigureBlocking(boolean block) throws IOException {
    channel.configureBlocking(block);
  }
}
