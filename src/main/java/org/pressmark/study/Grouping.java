package org.pressmark.study;

import java.io.IOException;

/// Which groups an article belongs to: one of publishers, several of authors.
///
/// Is asked of one document after the other, in their order.
interface Grouping {
  /// Takes the number of a group.
  interface Taker {
    void take(int group);
  }

  /// How many groups there are.
  int size();

  String label(int group) throws IOException;

  /// What became of an article.
  enum Answer {
    TOLD,
    /// Nothing is known of it.
    UNKNOWN,
    /// A date such as `2021` may mean several of the stretches of time.
    COARSE
  }

  Answer tell(int document, Taker taker) throws IOException;
}
