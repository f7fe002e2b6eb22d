package org.pressmark.fetch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a crawl came to. Written by many threads.
public final class Haul {
  /// What one host gave.
  ///
  /// @param fetched pages that came
  /// @param unchanged pages that are still as the archive has them, as the server says
  /// @param passedOver pages of which the archive has a young capture
  /// @param misses pages that were not had, for whatever reason
  /// @param requests all that were answered, those for lists and robots.txt among them
  /// @param bytes that came over the wire
  public record Host(
      String name,
      long fetched,
      long unchanged,
      long passedOver,
      long misses,
      long requests,
      long bytes) {}

  /// A limit that acted, or something odd.
  public record Note(String address, String note) {}

  private static final class Count {
    long fetched;
    long unchanged;
    long passedOver;
    long misses;
    long requests;
    long bytes;
  }

  /// What a list can name has no end; what is told of it one by one has.
  private static final int MAX_LISTED = 100_000;

  private final Map<String, Count> hosts = new HashMap<>();
  private final Map<Miss.Kind, Long> kinds = new EnumMap<>(Miss.Kind.class);
  private final List<Miss> misses = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private long lists;
  private long twice;
  private long notChosen;
  private long old;
  private long beyondLimit;
  private long tooMany;

  private Count of(Address address) {
    return hosts.computeIfAbsent(address.host(), host -> new Count());
  }

  synchronized void sawReply(Address address, long bytes) {
    of(address).requests++;
    of(address).bytes += bytes;
  }

  synchronized void fetched(Address address) {
    of(address).fetched++;
  }

  synchronized void unchanged(Address address) {
    of(address).unchanged++;
  }

  synchronized void passedOver(Address address) {
    of(address).passedOver++;
  }

  synchronized void opened() {
    lists++;
  }

  synchronized void sawTwice() {
    twice++;
  }

  synchronized void leftOutByChoice() {
    notChosen++;
  }

  synchronized void leftOutAsOld() {
    old++;
  }

  synchronized void leftOutByLimit() {
    beyondLimit++;
  }

  synchronized void leftOutAsTooMany() {
    tooMany++;
  }

  synchronized void missed(Address address, Miss miss) {
    of(address).misses++;
    missed(miss);
  }

  synchronized void missed(Miss miss) {
    kinds.merge(miss.kind(), 1L, Long::sum);
    if (misses.size() < MAX_LISTED) {
      misses.add(miss);
    }
  }

  synchronized void note(String address, String note) {
    if (notes.size() < MAX_LISTED) {
      notes.add(new Note(address, note));
    }
  }

  /// By name.
  public synchronized List<Host> hosts() {
    return hosts.entrySet().stream()
        .map(entry -> host(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Host::name))
        .toList();
  }

  private static Host host(String name, Count count) {
    return new Host(
        name,
        count.fetched,
        count.unchanged,
        count.passedOver,
        count.misses,
        count.requests,
        count.bytes);
  }

  public synchronized Map<Miss.Kind, Long> kinds() {
    return Map.copyOf(kinds);
  }

  /// How many addresses were not had, whether they are listed or not.
  public synchronized long missed() {
    return kinds.values().stream().mapToLong(Long::longValue).sum();
  }

  /// By address: the order in which they came is another one every time. The first 100,000.
  public synchronized List<Miss> misses() {
    return misses.stream().sorted(Comparator.comparing(Miss::toString)).toList();
  }

  /// The first 100,000.
  public synchronized List<Note> notes() {
    return notes.stream().sorted(Comparator.comparing(Note::toString)).toList();
  }

  /// Feeds, sitemaps and lists that were opened.
  public synchronized long lists() {
    return lists;
  }

  /// Addresses that were named more than once.
  public synchronized long twice() {
    return twice;
  }

  /// Addresses that the patterns leave out.
  public synchronized long notChosen() {
    return notChosen;
  }

  /// Addresses that are older than was asked for, as a feed or a sitemap says.
  public synchronized long old() {
    return old;
  }

  /// Addresses that were left out because enough pages had been fetched.
  public synchronized long beyondLimit() {
    return beyondLimit;
  }

  /// Addresses that were left out because more were named than one run keeps apart.
  public synchronized long tooMany() {
    return tooMany;
  }
}
