package org.pressmark.search;

/// The words of a question break the query language, or ask for too much; the message says where,
/// and what to do.
public final class QuestionException extends Exception {
  private static final long serialVersionUID = 1;

  public QuestionException(String message) {
    super(message);
  }

  /// @param at an offset into the question; the message counts characters from 1
  static QuestionException at(String question, int at, String what) {
    return new QuestionException("column " + (question.codePointCount(0, at) + 1) + ": " + what);
  }
}
