package org.pressmark.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.pressmark.article.Subject;

/// What is still to be fetched, host by host.
///
/// A host's pages come before the next of its lists is opened, and no list is opened while too many
/// pages wait: so what waits is bounded, however long the sitemaps are. Hosts that have pages never
/// wait for others.
final class Frontier {
  /// What became of an address that was offered.
  enum Reception {
    TAKEN,
    TWICE,
    TOO_MANY
  }

  /// At some 100 bytes each. A sitemap that makes up addresses has no end.
  static final int MAX_ADDRESSES = 2_000_000;

  private static final int MAX_WAITING = 100_000;

  private static final class Host {
    final Deque<Task> pages = new ArrayDeque<>();
    final Deque<Task> lists = new ArrayDeque<>();
    boolean isServed;
  }

  /// Of an address, so that the set of all that were seen stays small.
  private record Hash(long high, long low) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Map<String, Host> hosts = new HashMap<>();
  private final Set<Hash> seen = new HashSet<>();
  private final Consumer<String> server;
  private final Runnable end;
  private int pagesWaiting;
  private int listsWaiting;
  private int underWay;
  private boolean isClosed;

  /// @param server is told of a host that has something to be fetched and nobody who does it
  /// @param end is told once, when nothing is left and nothing more will come
  Frontier(Consumer<String> server, Runnable end) {
    this.server = server;
    this.end = end;
  }

  /// What two addresses have alike that lead to the same article.
  static String key(Address address) {
    return Subject.ofUrl(address.toString()).key();
  }

  private static Hash hash(Address address) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256")
          .digest(key(address).getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.wrap(digest);
      return new Hash(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Whether nobody else has this address.
  boolean claim(Address address) {
    Hash hash = hash(address);
    lock.lock();
    try {
      return seen.add(hash);
    } finally {
      lock.unlock();
    }
  }

  Reception offer(Task task) {
    Hash hash = hash(task.address());
    String name = task.address().host();
    boolean isIdle;
    lock.lock();
    try {
      if (seen.size() >= MAX_ADDRESSES) {
        return Reception.TOO_MANY;
      }
      if (!seen.add(hash)) {
        return Reception.TWICE;
      }
      Host host = hosts.computeIfAbsent(name, ignored -> new Host());
      if (task.mayBeList()) {
        host.lists.add(task);
        listsWaiting++;
      } else {
        host.pages.add(task);
        pagesWaiting++;
      }
      isIdle = !host.isServed;
      host.isServed = true;
    } finally {
      lock.unlock();
    }
    if (isIdle) {
      server.accept(name);
    }
    return Reception.TAKEN;
  }

  /// Waits while too much of what the user named waits.
  void awaitRoom() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (listsWaiting > MAX_WAITING) {
        room.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /// The next task of a host. Where there is none, the host is served no more.
  Optional<Task> next(String name) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Host host = hosts.computeIfAbsent(name, ignored -> new Host());
      while (host.pages.isEmpty() && !host.lists.isEmpty() && pagesWaiting > MAX_WAITING) {
        room.await();
      }
      boolean isPage = !host.pages.isEmpty();
      Task task = isPage ? host.pages.poll() : host.lists.poll();
      if (task == null) {
        host.isServed = false;
        return Optional.empty();
      }
      pagesWaiting -= isPage ? 1 : 0;
      listsWaiting -= isPage ? 0 : 1;
      underWay++;
      room.signalAll();
      return Optional.of(task);
    } finally {
      lock.unlock();
    }
  }

  /// A task is done, and what it led to was offered.
  void done() {
    lock.lock();
    try {
      underWay--;
    } finally {
      lock.unlock();
    }
    endIfEmpty();
  }

  /// Nothing more comes from outside.
  void close() {
    lock.lock();
    try {
      isClosed = true;
    } finally {
      lock.unlock();
    }
    endIfEmpty();
  }

  private void endIfEmpty() {
    boolean isEmpty;
    lock.lock();
    try {
      isEmpty = isClosed && pagesWaiting == 0 && listsWaiting == 0 && underWay == 0;
    } finally {
      lock.unlock();
    }
    if (isEmpty) {
      end.run();
    }
  }
}
