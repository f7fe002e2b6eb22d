package org.pressmark.article;

/// A stretch of the original text that is not the story, and the rule that says so.
///
/// Offsets count UTF-16 units, as `String` does; code points would disagree after the first emoji.
///
/// @param offset where it begins in the original text
/// @param was the original text that goes, exactly; may be empty where only `put` matters
/// @param put what stands in its place, mostly nothing; a space where code had glued two sentences
/// together
/// @param confidence from 0 to 1
public record Cut(int offset, String was, String put, Rule rule, double confidence) {
  public Cut {
    if (offset < 0 || was.equals(put) || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "cut of rule " + rule.id() + " at " + offset + " changes nothing or makes no sense");
    }
  }

  public static Cut of(String text, int start, int end, Rule rule, double confidence) {
    return new Cut(start, text.substring(start, end), "", rule, confidence);
  }

  /// The first offset behind it.
  public int end() {
    return offset + was.length();
  }

  /// Whether text went, and not only white space.
  public boolean isText() {
    return rule.kind() != Rule.Kind.LAYOUT;
  }
}
