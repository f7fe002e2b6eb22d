package org.pressmark.search;

/// The words of a question break the query language; the message says where, and what to do.
public final class QuestionException extends Exception {
  private static final long serialVersionUID = 1;

  public QuestionException(String message) {
    super(message);
  }
}
