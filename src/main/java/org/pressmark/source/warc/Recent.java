package org.pressmark.source.warc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The last records of a stream that later ones may refer to, where it can not be read twice.
public final class Recent {
  public static final long MAX_BYTES = 64L << 20;

  private final Map<String, WarcRecord> records = new HashMap<>();
  private final Deque<Kept> order = new ArrayDeque<>();
  private final Originals gone = new Originals();
  private final long maxBytes;
  private long bytes;

  private record Kept(WarcRecord record, List<String> names) {}

  public Recent(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /// @param names by which others may refer to it
  public void put(WarcRecord record, List<String> names) {
    List<String> fresh =
        names.stream().filter(name -> records.putIfAbsent(name, record) == null).toList();
    if (fresh.isEmpty()) {
      return;
    }
    order.add(new Kept(record, fresh));
    bytes += record.block().length;
    while (bytes > maxBytes) {
      Kept oldest = order.remove();
      bytes -= oldest.record().block().length;
      oldest.names().forEach(name -> {
        records.remove(name);
        gone.put(name, 0);
      });
    }
  }

  public Optional<WarcRecord> find(String name) {
    return Optional.ofNullable(records.get(name));
  }

  /// Whether a record of this name was there, and had to make room.
  public boolean isGone(String name) {
    return gone.find(name).isPresent();
  }
}
