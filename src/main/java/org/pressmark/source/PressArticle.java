package org.pressmark.source;

import static org.pressmark.article.Problem.Kind.TEXTLESS;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pressmark.article.Capture;
import org.pressmark.article.Field;
import org.pressmark.article.Reading;
import org.pressmark.article.Refusal;
import org.pressmark.source.press.PressExport.Layout;
import org.pressmark.source.press.PressLabel;
import org.pressmark.source.press.PressLabel.Labelled;
import org.pressmark.source.press.PressLine;
import org.pressmark.source.text.Decoding;

/// One article of a press database's export: what its labels and the lines around them say, and
/// the text between.
final class PressArticle {
  private static final int LONGEST_HEADER = 60; // lines
  private static final int PROSE = 100; // signs: no line of a header is so long
  private static final int WRAPPED = 50; // signs: two such lines below each other are prose
  private static final int NEAR = 8; // lines in which a header that goes on says so
  private static final int LONGEST_HEADLINE = 300;
  private static final int MOST_CONTINUED = 3; // lines of one label at the end
  private static final int LEAST_SHORTAGE = 30; // words

  private final List<String> lines;
  private final Layout layout;
  private final Map<Field, List<String>> values = new EnumMap<>(Field.class);
  private final Map<Field, String> columns = new EnumMap<>(Field.class);
  private final List<String> notes = new ArrayList<>();
  // Lines of the header that have no label: before the date, and behind it.
  private final List<String> above = new ArrayList<>();
  private final List<String> below = new ArrayList<>();
  private final List<String> lead = new ArrayList<>();
  private boolean isDated;
  private boolean isHeadlineRead; // what stands below the date, up to an empty line
  private String counted = ""; // `512 words`, as the export has it
  private int start; // of what is still to be read
  private int end;

  private PressArticle(List<String> lines, Layout layout) {
    this.lines = lines;
    this.layout = layout;
    end = lines.size();
  }

  static Page open(Capture capture, Decoding decoding, Layout layout) throws Refusal {
    PressArticle article = new PressArticle(decoding.text().lines().toList(), layout);
    String text = article.read();
    if (text.isBlank()) {
      throw new Refusal(TEXTLESS, "is an entry of a press database's export without a text");
    }
    List<String> notes = new ArrayList<>(decoding.notes());
    notes.addAll(article.notes);
    article.shortage(text).ifPresent(notes::add);
    Reading reading =
        new Reading("text/plain", decoding.charset().name(), decoding.source(), notes);
    Given given = new Given(article.values, article.columns);
    return new Page.Flat(capture, reading, text, given.values(), given.columns());
  }

  /// A note where much less was read than the export says that there is.
  private Optional<String> shortage(String text) {
    String digits = counted
        .chars()
        .takeWhile(sign -> !Character.isLetter(sign))
        .filter(Character::isDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
    if (digits.isEmpty() || digits.length() > 7) {
      return Optional.empty();
    }
    int said = Integer.parseInt(digits);
    long read =
        Stream.of(text.split("\\s+", -1)).filter(word -> !word.isEmpty()).count();
    return said - read > LEAST_SHORTAGE && read * 4 < said * 3L
        ? Optional.of("the export counts " + said + " words, " + read + " were read")
        : Optional.empty();
  }

  private String read() {
    trim();
    skipCover();
    readFooter();
    readHeader();
    settleNames();
    return body();
  }

  /// Takes the lines away that part this article from others.
  private void trim() {
    while (start < end && isFence(lines.get(start))) {
      start++;
    }
    while (end > start && isFence(lines.get(end - 1))) {
      end--;
    }
  }

  private static boolean isFence(String line) {
    return line.isBlank()
        || PressLine.isRule(line)
        || PressLine.isEnd(line)
        || PressLine.isAccession(line)
        || PressLine.isNewsNumber(line)
        || PressLine.count(line).isPresent();
  }

  /// Before the first article of a file there may be a page that lists them all. The article begins
  /// with the headline and the source above its date, which is the last date above its labels.
  private void skipCover() {
    int labelled = start;
    while (labelled < end && !isBodyLabel(lines.get(labelled))) {
      labelled++;
    }
    if (layout != Layout.ENDED || labelled == end || labelled - start < NEAR * 2) {
      return;
    }
    int date = labelled;
    while (date > start && labelled - date < 3 * NEAR && !PressLine.isDate(lines.get(date))) {
      date--;
    }
    int at = date;
    for (int found = 0; at > start && found < 2; ) {
      at--;
      found += lines.get(at).isBlank() ? 0 : 1;
    }
    if (PressLine.isDate(lines.get(date)) && at - start >= NEAR) {
      notes.add(at - start + " lines before its headline, the cover of the export, were left out");
      start = at;
    }
  }

  private static boolean isBodyLabel(String line) {
    return PressLabel.in(line)
        .filter(labelled -> labelled.label() == PressLabel.BODY)
        .isPresent();
  }

  /// Labels behind the text, from the end up to the last line that is none.
  private void readFooter() {
    int at = end;
    int continued = 0;
    int last = end;
    while (at > start && continued <= MOST_CONTINUED) {
      String line = lines.get(--at);
      Optional<Labelled> labelled = PressLabel.in(line);
      boolean isLabel = labelled.isPresent() && labelled.get().label() != PressLabel.BODY;
      if (isLabel || isFence(line) || PressLine.isRights(line)) {
        last = isLabel || !line.isBlank() ? at : last;
        if (line.isBlank() && continued > 0) {
          break;
        }
        continued = 0;
      } else if (labelled.isPresent()) {
        break;
      } else {
        continued++;
      }
    }
    for (int i = last; i < end; i++) {
      PressLabel.in(lines.get(i)).ifPresent(this::note);
    }
    end = last;
  }

  private void readHeader() {
    int header = headerEnd();
    Optional<Labelled> open = Optional.empty(); // a label whose value stands in the next lines
    for (int i = start; i < header; i++) {
      String line = lines.get(i).strip();
      Optional<Labelled> labelled = PressLabel.in(line);
      if (line.isEmpty() || isFence(line)) {
        open = Optional.empty();
        isHeadlineRead = !below.isEmpty();
      } else if (labelled.isPresent()) {
        open = labelled.get().label() == PressLabel.BODY ? Optional.empty() : labelled;
        if (labelled.get().label() == PressLabel.BODY) {
          lead.add(labelled.get().value());
        } else {
          note(labelled.get());
        }
      } else if (open.isPresent() && goesOn(open.get(), line)) {
        note(new Labelled(open.get().label(), open.get().name(), line));
      } else {
        open = Optional.empty();
        readLine(line);
      }
    }
    start = header;
  }

  /// Whether a line belongs to the label above: if that has no value yet, or is a code's.
  private static boolean goesOn(Labelled open, String line) {
    boolean isCode =
        open.name().length() <= 3 && open.name().equals(open.name().toUpperCase(Locale.ROOT));
    return (open.value().isEmpty() || (isCode && open.label() == PressLabel.HEADLINE))
        && !PressLine.isRights(line);
  }

  /// The line where the text begins: behind its label where there is one, else behind the last line
  /// that has a label or the shape of something that stands above a text.
  private int headerEnd() {
    int most = Math.min(end, start + LONGEST_HEADER);
    int behind = start;
    for (int i = start; i < most; i++) {
      if (isBodyLabel(lines.get(i))) {
        return i + 1;
      }
      if (isOfHeader(lines.get(i))) {
        behind = i + 1;
      } else if (isProse(i)) {
        break;
      }
    }
    Optional<Labelled> last =
        behind > start ? PressLabel.in(lines.get(behind - 1)) : Optional.empty();
    boolean hasOpenValue = last.isPresent() && last.get().value().isEmpty();
    return hasOpenValue ? Math.min(end, behind + 1) : behind;
  }

  private static boolean isOfHeader(String line) {
    return PressLabel.in(line).isPresent()
        || PressLine.isWordCount(line)
        || PressLine.isDate(line)
        || PressLine.isTime(line)
        || PressLine.isRights(line)
        || PressLine.isEdition(line)
        || PressLine.isPage(line)
        || PressLine.isByline(line)
        || PressLine.isLabelled(line)
        || PressLabel.Languages.tag(line).isPresent();
  }

  private boolean isProse(int at) {
    int length = lines.get(at).strip().length();
    boolean isWrapped =
        length >= WRAPPED && at + 1 < end && lines.get(at + 1).strip().length() >= WRAPPED;
    if (length < PROSE && !isWrapped) {
      return false;
    }
    for (int i = at + 1; i < Math.min(end, at + NEAR); i++) {
      if (isOfHeader(lines.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// A line of the header that has no label.
  private void readLine(String line) {
    if (PressLine.isWordCount(line)) {
      counted = line;
    } else if (PressLine.isRights(line) || PressLine.isPage(line) || PressLine.isEdition(line)) {
      return; // neither a fact that we have a place for, nor text
    } else if (!isDated && PressLine.isDate(line)) {
      isDated = true;
      put(Field.DATE_PUBLISHED, line, "");
    } else if (PressLine.isTime(line)) {
      addTime(line);
    } else if (isDated && PressLabel.Languages.tag(line).isPresent()) {
      put(Field.IN_LANGUAGE, PressLabel.Languages.tag(line).orElseThrow(), "");
    } else if (PressLine.isByline(line) && !(above.isEmpty() && below.isEmpty())) {
      isHeadlineRead = !below.isEmpty() && layout != Layout.NUMBERED;
      put(Field.AUTHOR, line, "");
    } else if (PressLine.isLabelled(line)) {
      return; // what it says, nobody here knows
    } else if (isHeadlineRead) {
      lead.add(line);
    } else if (isDated) {
      below.add(line);
    } else {
      above.add(line);
    }
  }

  private void addTime(String time) {
    List<String> date = values.get(Field.DATE_PUBLISHED);
    if (date != null && PressLine.isDate(date.getFirst() + " " + time)) {
      values.put(Field.DATE_PUBLISHED, List.of(date.getFirst() + " " + time));
    }
  }

  private void note(Labelled labelled) {
    String value = labelled.value();
    if (value.isBlank()) {
      return;
    }
    switch (labelled.label()) {
      case HEADLINE -> join(Field.HEADLINE, value, labelled.name());
      case BYLINE -> put(Field.AUTHOR, value, labelled.name());
      case DATE -> {
        isDated = true;
        put(Field.DATE_PUBLISHED, value, labelled.name());
      }
      case SOURCE -> put(Field.PUBLISHER, source(value), labelled.name());
      case SECTION -> put(Field.ARTICLE_SECTION, value.split(";", 2)[0].strip(), labelled.name());
      case LANGUAGE ->
        put(Field.IN_LANGUAGE, PressLabel.Languages.tag(value).orElse(value), labelled.name());
      case PLACE -> put(Field.LOCATION_CREATED, value, labelled.name());
      case DECK -> put(Field.ALTERNATIVE_HEADLINE, value, labelled.name());
      case ABSTRACT -> put(Field.DESCRIPTION, value, labelled.name());
      case KEYWORDS -> put(Field.KEYWORDS, value, labelled.name());
      case URL -> put(Field.URL, value, labelled.name());
      case LENGTH -> counted = value;
      case BODY, OTHER -> {
        return;
      }
    }
  }

  private void put(Field field, String value, String label) {
    if (!value.isBlank() && values.putIfAbsent(field, Value.read(field, List.of(value))) == null) {
      columns.put(field, label.isEmpty() ? field.schemaName() : label);
    }
  }

  private void join(Field field, String value, String label) {
    List<String> before = values.get(field);
    values.put(field, List.of(before == null ? value : before.getFirst() + " " + value));
    columns.put(field, label);
  }

  /// `Le Courrier d'Arvel` of `Le Courrier d'Arvel, no. 1234` and of `Le Courrier d'Arvel (site
  /// web)`.
  private static String source(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    int end = line.length();
    for (String sign : List.of(
        ", no.",
        ", no ",
        ", n°",
        ", nr.",
        ", vol.",
        " (site web",
        " (web site",
        " (online",
        "; ")) {
      int at = lower.indexOf(sign);
      end = at > 0 ? Math.min(end, at) : end;
    }
    return line.substring(0, end).strip();
  }

  /// Which of the lines without a label are the source's name and the headline. Above the date:
  /// source and then headline below it, or headline and then source, or a headline only, with the
  /// source below the date.
  private void settleNames() {
    boolean knowsHeadline = values.containsKey(Field.HEADLINE);
    boolean knowsSource = values.containsKey(Field.PUBLISHER);
    List<String> names = new ArrayList<>(above);
    List<String> others = new ArrayList<>(below);
    others.removeIf(PressLine::isSourceCode);
    if (!knowsSource) {
      if (layout == Layout.NUMBERED && !hasSourceFirst() && !others.isEmpty()) {
        put(Field.PUBLISHER, source(others.removeFirst()), "");
      } else if (layout == Layout.ENDED && names.size() > 1) {
        put(Field.PUBLISHER, source(names.removeLast()), "");
      } else if (!names.isEmpty()
          && (knowsHeadline || !others.isEmpty() || hasSourceFirst() || names.size() > 1)) {
        put(Field.PUBLISHER, source(names.removeFirst()), "");
      }
    }
    if (!knowsHeadline) {
      List<String> headline = names.isEmpty() ? others : names;
      if (layout == Layout.NUMBERED
          && names.size() > 1
          && names.getFirst().length() <= 30
          && !values.containsKey(Field.ARTICLE_SECTION)) {
        put(Field.ARTICLE_SECTION, names.removeFirst(), "");
      }
      String joined = String.join(" ", headline);
      if (!joined.isBlank() && joined.length() <= LONGEST_HEADLINE) {
        put(Field.HEADLINE, joined, "");
        headline.clear();
      }
    }
    lead.addAll(names);
    lead.addAll(others);
  }

  /// Europresse and older databases put the source first, Factiva below the date.
  private boolean hasSourceFirst() {
    return lines.stream().anyMatch(PressLine::isNewsNumber) || layout == Layout.COUNTED;
  }

  private String body() {
    List<String> body = new ArrayList<>();
    lead.stream().filter(line -> !line.isBlank()).forEach(body::add);
    List<String> rest = lines.subList(start, end);
    boolean isWrapped = isWrapped(rest);
    StringBuilder paragraph = new StringBuilder();
    for (String line : rest) {
      Optional<Labelled> label = PressLabel.in(line);
      boolean isCode = label.isPresent() && label.get().name().equals("TD");
      String text = isCode ? label.get().value() : line.strip();
      if (line.isBlank() || !isWrapped || isCode) {
        finish(paragraph, body);
      }
      if (!text.isEmpty()) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(text);
      }
    }
    finish(paragraph, body);
    if (!values.containsKey(Field.HEADLINE)
        && body.size() > 1
        && body.getFirst().length() <= LONGEST_HEADLINE
        && !body.getFirst().endsWith(".")) {
      put(Field.HEADLINE, body.removeFirst(), "");
    }
    return String.join("\n\n", body);
  }

  private static void finish(StringBuilder paragraph, List<String> body) {
    if (!paragraph.isEmpty()) {
      body.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }

  /// Whether paragraphs are parted by empty lines, and their lines broken at some width.
  private static boolean isWrapped(List<String> lines) {
    int inside = 0; // lines that have a line right above them
    int paragraphs = 0;
    int longest = 0;
    boolean wasBlank = true;
    for (String line : lines) {
      boolean isBlank = line.isBlank();
      inside += !isBlank && !wasBlank ? 1 : 0;
      paragraphs += !isBlank && wasBlank ? 1 : 0;
      longest = Math.max(longest, line.strip().length());
      wasBlank = isBlank;
    }
    return inside > 0 && paragraphs > 0 && longest <= 120 && inside * 2 >= paragraphs;
  }
}
