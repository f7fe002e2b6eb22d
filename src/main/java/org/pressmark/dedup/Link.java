package org.pressmark.dedup;

/// Two texts that are alike.
///
/// @param one number of the first, which is the lower
/// @param other number of the second
public record Link(int one, int other, Likeness likeness) implements Comparable<Link> {
  public Link {
    if (one < 0 || other <= one) {
      throw new IllegalArgumentException("link from " + one + " to " + other);
    }
  }

  @Override
  public int compareTo(Link link) {
    return one == link.one ? Integer.compare(other, link.other) : Integer.compare(one, link.one);
  }
}
