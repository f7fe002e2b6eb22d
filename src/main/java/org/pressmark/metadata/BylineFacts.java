package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Field;
import org.pressmark.metadata.Evidence.Line;

/// A byline in the text near the headline: "By Jane Doe", "Von Jana Dohm", "Автор: Анна Ковалёва",
/// "3 May 2021 | Jane Doe", or "By" on a line above the name.
final class BylineFacts implements Witness {
  private static final int MOST_LETTERS = 120;
  static final double OF_BYLINE = .5;
  /// A name below "By" may not be the only one there.
  private static final double OF_NEXT_LINE = .47;
  /// A single name is a word like others.
  private static final double OF_FIRST_NAME = .35;
  private static final double BESIDE_DATE = .4;
  private static final double ABOVE_DATE = .35;
  private static final int LONGEST_DATE = 60;
  private static final int LONGEST_WITH_TRADE = 60;
  private static final int MOST_BLANKS = 6;

  /// Opens a byline whoever is named behind it, be it by one name only.
  private static final Wording SURE = Wording.opening(
      "^(?:(?:posted|written|published|authored|created)\\s++by\\b|authors?\\s*+:|autor(?:in)?\\s*+:"
          + "|verfasst von\\b|geschrieben von\\b|veröffentlicht von\\b|erstellt von\\b|eingestellt von\\b"
          + "|gepostet von\\b|publié par\\b|publicad[oa] por\\b|postado por\\b|escrito por\\b|écrit par\\b"
          + "|(?:scritto|pubblicato|postato) da\\b|(?:geschreven|geplaatst) door\\b|lagt inn av\\b"
          + "|upplagd av\\b|indsendt af\\b|lähettänyt\\b|(?:diposting|ditulis) oleh\\b|gönderen\\b"
          + "|auteur\\s*+:|автор\\s*+:)");
  private static final Pattern CLOCK = Pattern.compile(
      "\\b\\d{1,2}[:.]\\d{2}(?:\\s?(?:uhr|am|pm|a\\.m\\.|p\\.m\\.))?", Pattern.CASE_INSENSITIVE);
  /// What says what the date is, behind the name: `Jane Doe Updated 3 May 2021`.
  private static final Pattern LABEL = Pattern.compile(
      "\\s++(?:in|on|am|at|stand|updated|published|posted|last|le|il|den|vom|date|publié|aktualisiert"
          + "|veröffentlicht|erschienen|publicad[oa]|actualizad[oa]|atualizad[oa]|pubblicato|aggiornato"
          + "|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|udgivet|opdateret"
          + "|julkaistu|päivitetty|opublikowano|aktualizacja|publikováno|aktualizováno|megjelent"
          + "|publicat|actualizat|yayınlanma|güncelleme|опубликовано|обновлено)\\s*+:?$",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BETWEEN = Pattern.compile(
      "[ \\t]*+[|·•/,\\n]\\s*+|\\s++[-–—]\\s++|\\s++(?=(?:by|von|par|por|door|av)\\s)");

  private static final WordFinder LAST_POST = new WordFinder(List.of(
      "last post",
      "last reply",
      "letzter beitrag",
      "letzte antwort",
      "dernier message",
      "último mensaje",
      "ultimo messaggio",
      "laatste bericht"));

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.BYLINE);
    DateReader reader = new DateReader(evidence.language());
    List<Line> lines = evidence.nearHeadline();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.isShorterThan(MOST_LETTERS)) {
        String place = "offset " + line.offset();
        List<String> vague = VagueBylines.names(line.text(), evidence.language());
        if (isByline(line.text())) {
          said.add(Field.AUTHOR, lines(line.text()), place, OF_BYLINE);
        } else if (!vague.isEmpty()) {
          said.add(Field.AUTHOR, vague, place, OF_BYLINE);
        } else if (isFirstName(line.text())) {
          said.add(Field.AUTHOR, firstName(line.text()), place, OF_FIRST_NAME);
        } else if (isOpening(line.text()) && i + 1 < lines.size()) {
          name(lines.get(i + 1).text())
              .forEach(name -> said.add(Field.AUTHOR, name, place, OF_NEXT_LINE));
        } else if (!isHeadline(line, evidence)
            && !isCaption(line, evidence)
            && (isAboveDate(lines, i, reader) || isNameWithTrade(line.text()))) {
          said.add(Field.AUTHOR, beforeComma(line.text()), place, ABOVE_DATE);
        } else {
          besideDate(line.text(), reader)
              .forEach(name -> said.add(Field.AUTHOR, name, place, BESIDE_DATE));
        }
      }
    }
    return said.all();
  }

  /// The lines of a byline without those below the first that give an outlet and its town:
  /// `CoastNews, Lindmouth` is no name turned round.
  private static List<String> lines(String byline) {
    List<String> lines = new ArrayList<>();
    for (String line : byline.lines().toList()) {
      int comma = line.indexOf(',');
      boolean isOutlet = !lines.isEmpty() && comma > 0 && line.indexOf(' ') > comma;
      if (!isOutlet) {
        lines.add(line);
      }
    }
    return lines;
  }

  static boolean isByline(String line) {
    return People.OPENING.end(line) >= 0 && arePeople(People.named(List.of(line)));
  }

  /// Whether there are some, and all could be people.
  static boolean arePeople(List<String> names) {
    for (String name : names) {
      if (!People.isPersonal(name)) {
        return false;
      }
    }
    return !names.isEmpty();
  }

  /// `Written by`, `Autor:`, and not only `by`.
  static boolean isSure(String text) {
    return SURE.end(text) > 0;
  }

  private static boolean isFirstName(String line) {
    return !firstName(line).isEmpty();
  }

  /// The one word that stands behind "Posted by", before any sign or clock: `Posted by Tilda @
  /// 12:10`.
  static String firstName(String line) {
    int opening = SURE.end(line);
    if (opening < 0) {
      return "";
    }
    int from = opening;
    while (from < line.length() && " :\u00a0".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    int end = from;
    while (end < line.length()
        && (Character.isLetterOrDigit(line.charAt(end)) || "_-.".indexOf(line.charAt(end)) >= 0)) {
      end++;
    }
    String rest = line.substring(end).strip();
    boolean isAlone = rest.isEmpty() || !Character.isLetter(rest.charAt(0)) || People.isTail(rest);
    String name = line.substring(from, end);
    return isAlone
            && People.isName(name)
            && Months.number(Months.fold(name), "und").isEmpty()
        ? name
        : "";
  }

  /// "By" and nothing else.
  static boolean isOpening(String line) {
    return People.OPENING.end(line) == line.length();
  }

  /// A line that is the names of people and nothing else.
  private static List<String> name(String line) {
    return line.length() < MOST_LETTERS && arePeople(People.named(line))
        ? List.of(line)
        : List.of();
  }

  static boolean isCapital(String name) {
    int first = name.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }

  /// Whether what stands behind a date is no label of anything, but a sentence.
  private static boolean isText(String rest) {
    return rest.endsWith(".") && rest.chars().filter(sign -> sign == ' ').count() > MOST_BLANKS;
  }

  /// Whether a line is a name, be it with a trade, and the next one a date.
  private static boolean isAboveDate(List<Line> lines, int at, DateReader reader) {
    if (at + 1 == lines.size() || !lines.get(at + 1).isShorterThan(LONGEST_DATE)) {
      return false;
    }
    String name = beforeComma(lines.get(at).text());
    boolean isName = GivenNames.begin(name)
        || reader.language().startsWith("hu") && GivenNames.end(name); // `Kovács Eszter`
    return isName && isDated(lines.get(at + 1).text(), reader);
  }

  private static boolean isDated(String line, DateReader reader) {
    return DateReader.hasDigit(line)
        && !LifeDates.without(reader.find(line), line).isEmpty();
  }

  private static boolean isCaption(Line line, Evidence evidence) {
    return evidence.clippings().scraps(Clippings.Mark.CAPTION).stream()
        .anyMatch(caption -> caption.text().equals(line.text()));
  }

  /// Whether a line is what the page is called: it may be called after somebody.
  private static boolean isHeadline(Line line, Evidence evidence) {
    return Headlines.letters(evidence.clippings().title()).contains(Headlines.letters(line.text()));
  }

  /// `Ella Thornby, Chief Reporter`, `Ella Thornby Staff Writer`.
  private static boolean isNameWithTrade(String line) {
    if (line.length() > LONGEST_WITH_TRADE || !People.endsInTrade(line)) {
      return false;
    }
    List<String> names = People.named(line);
    return names.size() == 1
        && names.getFirst().length() < line.length()
        && line.startsWith(names.getFirst())
        && GivenNames.begin(names.getFirst());
  }

  /// Without what follows a comma or a dash: a trade, a town.
  private static String beforeComma(String line) {
    int comma = line.indexOf(',');
    int dash = line.indexOf(" - ");
    int end = comma < 0 || dash >= 0 && dash < comma ? dash : comma;
    return end < 0 ? line : line.substring(0, end);
  }

  /// `12 replies, last post by Tilda 3 May 2021`: a forum's.
  private static boolean isOfReaders(String line) {
    return LAST_POST.in(line) != 0;
  }

  /// Who is named on a line with a date: `03.05.2021, 14:10 Uhr | Jane Doe`.
  private static List<String> besideDate(String line, DateReader reader) {
    List<DateReader.Hit> hits = LifeDates.without(reader.find(line), line);
    if (hits.isEmpty()) {
      return List.of();
    }
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (DateReader.Hit hit : hits) {
      rest.append(line, from, Math.max(from, hit.start())).append(" | ");
      from = Math.max(from, hit.end());
    }
    rest.append(line.substring(from));
    if (isText(line.substring(from)) || isOfReaders(line)) {
      return List.of(); // `PORT ELLERY (May 15, 2021) -- The council …`
    }
    List<String> names = new ArrayList<>();
    List<String> firstNames = new ArrayList<>();
    for (String piece : BETWEEN.split(CLOCK.matcher(rest).replaceAll(" | "), -1)) {
      List<String> vague = VagueBylines.names(piece.strip(), reader.language());
      names.addAll(vague);
      if (!vague.isEmpty()) {
        continue;
      }
      String name = People.alone(LABEL.matcher(piece.strip()).replaceAll(""));
      if (DateLabels.in(name).isSome()) {
        continue; // `Letzte Änderung: 9. 2. 2024`
      }
      if (People.isPersonal(name)
          && !People.isHouse(name)
          && (isCapital(name) || GivenNames.begin(name))) {
        names.add(name);
      } else if (People.OPENING.end(piece.strip()) > 0
          && name.indexOf(' ') < 0
          && People.isName(name)
          && isCapital(name)) {
        firstNames.add(name); // `3 May 2021 by Tilda`
      }
    }
    return names.size() == 1
        ? names
        : names.isEmpty() && firstNames.size() == 1 ? firstNames : List.of();
  }
}
