package org.pressmark.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/// What a crawler has of the network.
public record Net(Resolver resolver, Dialer dialer, SSLSocketFactory tls) {
  /// Knows the machines behind a name.
  public interface Resolver {
    List<InetAddress> machines(String host) throws UnknownHostException;
  }

  /// Connects to one machine.
  public interface Dialer {
    void connect(Socket socket, InetAddress machine, int port, Duration limit) throws IOException;
  }

  public static Net real() {
    return new Net(
        host -> List.of(InetAddress.getAllByName(host)),
        (socket, machine, port, limit) ->
            socket.connect(new InetSocketAddress(machine, port), Math.toIntExact(limit.toMillis())),
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }
}
