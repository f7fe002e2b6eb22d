package org.pressmark.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pressmark.article.Candidate;
import org.pressmark.article.Fact;
import org.pressmark.article.Field;
import org.pressmark.export.Screen;

/// Why a fact is what it is: in sentences, and below them every place that says something.
record Why(Fact fact) {
  // More are in the list below.
  private static final int MOST_IN_SENTENCE = 3;

  /// ```
  /// datePublished: 2021-10-03
  /// json-ld says so (json-ld[1]/datePublished), and meta agrees. Against it, markup says
  /// 2021-10-05 (time[datetime]). Refused: meta says 1970-01-01 (meta[name=date]), which is where
  /// a computer's clock begins, given where no date is known.
  ///   believed  0.95  json-ld     2021-10-03  (json-ld[1]/datePublished)
  ///   agrees    0.80  meta        2021-10-03  (meta[name=pubdate])
  ///   differs   0.50  markup      2021-10-05  (time[datetime])
  ///   refused   0.60  meta        1970-01-01  (meta[name=date])
  /// ```
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(fact.field()).append(": ");
    text.append(fact.isKnown() ? values(fact.values()) : "not known").append('\n');
    text.append(String.join(" ", sentences())).append('\n');
    fact.conflict()
        .ifPresent(conflict -> text.append("contradiction: " + Screen.line(conflict) + "\n"));
    for (int i = 0; i < fact.candidates().size(); i++) {
      Candidate candidate = fact.candidates().get(i);
      text.append(String.format(
          Locale.ROOT,
          "  %-8s  %.2f  %-10s  %s  (%s)\n",
          standing(i),
          candidate.confidence(),
          candidate.source(),
          values(candidate.values()),
          Screen.line(candidate.place())));
    }
    return text.toString();
  }

  private String standing(int number) {
    if (fact.candidates().get(number).refusal().isPresent()) {
      return "refused";
    }
    return number >= fact.agreeing() ? "differs" : number == 0 ? "believed" : "agrees";
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(fact.isKnown() ? belief() : "Nothing that is said is certain enough.");
    List<Candidate> others = those("differs");
    if (!others.isEmpty()) {
      sentences.add((fact.isKnown() ? "Against it, " : "Too weak: ") + says(others) + ".");
    }
    List<Candidate> refused = those("refused");
    if (!refused.isEmpty()) {
      sentences.add("Refused: " + says(refused) + ".");
    }
    return sentences;
  }

  private String belief() {
    Candidate believed = fact.source();
    Set<String> agreeing = new LinkedHashSet<>();
    those("agrees").forEach(other -> agreeing.add(other.source().toString()));
    boolean isAgain = agreeing.remove(believed.source().toString());
    String belief = believed.source() + " says so (" + Screen.line(believed.place()) + ")";
    if (!agreeing.isEmpty()) {
      belief +=
          ", and " + listed(List.copyOf(agreeing)) + (agreeing.size() == 1 ? " agrees" : " agree");
    } else if (isAgain) {
      belief += ", in more than one place";
    }
    return belief + ".";
  }

  private List<Candidate> those(String standing) {
    List<Candidate> those = new ArrayList<>();
    for (int i = 0; i < fact.candidates().size(); i++) {
      if (standing(i).equals(standing)) {
        those.add(fact.candidates().get(i));
      }
    }
    return those;
  }

  /// `markup says 2021-10-05 (time[datetime]); url says 2021-10-06 (capture); 2 more, listed below`
  private static String says(List<Candidate> candidates) {
    List<String> parts = new ArrayList<>();
    for (Candidate candidate :
        candidates.subList(0, Math.min(MOST_IN_SENTENCE, candidates.size()))) {
      parts.add(candidate.source() + " says " + values(candidate.values()) + " ("
          + Screen.line(candidate.place()) + ")"
          + (isMonth(candidate) ? ", a month without its day" : "")
          + candidate.refusal().map(why -> ", which " + Screen.line(why)).orElse(""));
    }
    int more = candidates.size() - parts.size();
    if (more > 0) {
      parts.add(more == 1 ? "one more, listed below" : more + " more, listed below");
    }
    return String.join("; ", parts);
  }

  private static boolean isMonth(Candidate candidate) {
    boolean isDate =
        candidate.field() == Field.DATE_PUBLISHED || candidate.field() == Field.DATE_MODIFIED;
    return isDate && candidate.values().getFirst().length() == "2021-09".length();
  }

  private static String listed(List<String> names) {
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static String values(List<String> values) {
    return Screen.line(String.join("; ", values));
  }
}
