package org.pressmark.search;

/// What a user wants to know.
///
/// @param words in the query language of the README: words, "phrases", AND OR NOT, author:curtis,
/// date:[2021-01 TO 2021-12], wild*, fuzzy~
/// @param skip how many hits to pass over, for the second page and further
/// @param limit how many hits to give at the most; 0 only counts
public record Question(String words, Order order, int skip, int limit) {
  public enum Order {
    RELEVANCE,
    NEWEST,
    OLDEST
  }

  public Question {
    if (skip < 0 || limit < 0) {
      throw new IllegalArgumentException("skip " + skip + " or limit " + limit + " is negative");
    }
  }
}
