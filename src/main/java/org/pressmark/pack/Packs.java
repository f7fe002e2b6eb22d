package org.pressmark.pack;

import java.util.List;
import java.util.Optional;

/// The forms in which an archive leaves the house.
public final class Packs {
  public static final List<Pack> ALL = List.of(new Warc(), new Wacz(), new Bag());

  private Packs() {}

  public static Optional<Pack> named(String name) {
    return ALL.stream().filter(pack -> pack.name().equals(name)).findFirst();
  }
}
