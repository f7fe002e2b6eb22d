package org.pressmark.parcel;

import static org.pressmark.article.Problem.Kind.ENCRYPTED;
import static org.pressmark.article.Problem.Kind.MALFORMED;
import static org.pressmark.article.Problem.Kind.OVERSIZED;

import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.pressmark.article.Field;
import org.pressmark.article.Refusal;

/// Reads the lines of a PDF, each with its place and its letters.
///
/// PDFBox directly and not through Tika's parser, which gives the text without the size of its
/// letters: then a headline, a byline and a paragraph that follow closely can't be told apart.
final class PdfReader extends PDFTextStripper {
  // On one page. The densest page of a newspaper has some 40,000.
  private static final int MAX_LETTERS = 400_000;
  private static final int BOLD = 600;

  private final long maxText;
  private final List<PdfLine> lines = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<Field, List<String>> given = new EnumMap<>(Field.class);
  private final StringBuilder text = new StringBuilder();
  private double sizes;
  private int letters;
  private int boldLetters;
  private float left;
  private float right;
  private float firstWord;
  private float top;
  private long length;
  private int lettersOnPage;

  /// More text than the limit allows.
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private PdfReader(long maxText) {
    this.maxText = maxText;
  }

  static Contents read(byte[] bytes, long maxBytes) throws Refusal {
    PdfFonts.use();
    PdfReader reader = new PdfReader(maxBytes);
    try (PDDocument document = Loader.loadPDF(
        new RandomAccessReadBuffer(bytes),
        MemoryUsageSetting.setupMainMemoryOnly(4 * maxBytes).streamCache)) {
      reader.readProperties(document);
      reader.writeText(document, Writer.nullWriter());
    } catch (InvalidPasswordException e) {
      throw new Refusal(ENCRYPTED, "is protected with a password");
    } catch (IOException e) {
      throw new Refusal(MALFORMED, "is a broken PDF: " + e.getMessage());
    } catch (Enough e) {
      throw new Refusal(OVERSIZED, "has more text than the limit allows");
    }
    return new Contents.Story(PdfLayout.document(reader.lines), reader.given, reader.notes);
  }

  private void readProperties(PDDocument document) {
    PDDocumentInformation about = document.getDocumentInformation();
    give(Field.HEADLINE, Optional.ofNullable(about.getTitle()));
    give(Field.AUTHOR, Optional.ofNullable(about.getAuthor()));
    give(Field.DESCRIPTION, Optional.ofNullable(about.getSubject()));
    give(Field.KEYWORDS, Optional.ofNullable(about.getKeywords()));
    give(Field.DATE_PUBLISHED, Optional.ofNullable(about.getCreationDate()).map(PdfReader::iso));
    give(Field.DATE_MODIFIED, Optional.ofNullable(about.getModificationDate()).map(PdfReader::iso));
    give(Field.IN_LANGUAGE, Optional.ofNullable(document.getDocumentCatalog().getLanguage()));
  }

  private void give(Field field, Optional<String> value) {
    value.filter(text -> !text.isBlank()).ifPresent(text -> given.put(field, List.of(text)));
  }

  private static String iso(Calendar date) {
    return date.toInstant()
        .truncatedTo(ChronoUnit.SECONDS)
        .atZone(date.getTimeZone().toZoneId())
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /// Reads one page; a broken one is noted and passed over.
  @Override
  public void processPage(PDPage page) throws IOException {
    lettersOnPage = 0;
    try {
      super.processPage(page);
    } catch (IOException e) {
      notes.add("page " + getCurrentPageNo() + " is broken: " + e.getMessage());
    }
    endLine();
  }

  @Override
  protected void processTextPosition(TextPosition letter) {
    lettersOnPage++;
    if (lettersOnPage > MAX_LETTERS || Thread.currentThread().isInterrupted()) {
      throw new Enough();
    }
    super.processTextPosition(letter);
  }

  @Override
  protected void writeString(String word, List<TextPosition> positions) {
    length += word.length();
    if (length > maxText) {
      throw new Enough();
    }
    for (TextPosition letter : positions) {
      addLetter(letter);
    }
    if (text.isEmpty()) {
      firstWord = right - left;
    }
    text.append(word);
  }

  private void addLetter(TextPosition letter) {
    float start = letter.getXDirAdj();
    float end = start + letter.getWidthDirAdj();
    left = letters == 0 ? start : Math.min(left, start);
    right = letters == 0 ? end : Math.max(right, end);
    top = letter.getYDirAdj();
    sizes += letter.getFontSizeInPt();
    boldLetters += isBold(letter.getFont()) ? 1 : 0;
    letters++;
  }

  private static boolean isBold(PDFont font) {
    PDFontDescriptor about = font.getFontDescriptor();
    return Optional.ofNullable(font.getName())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> name.contains("bold") || name.contains("black"))
            .isPresent()
        || (about != null && (about.isForceBold() || about.getFontWeight() >= BOLD));
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphStart() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
  }

  private void endLine() {
    String line = text.toString().strip();
    if (!line.isEmpty()) {
      lines.add(new PdfLine(
          line,
          getCurrentPageNo(),
          (float) (sizes / letters),
          boldLetters == letters,
          left,
          right,
          firstWord,
          top));
    }
    text.setLength(0);
    sizes = 0;
    letters = 0;
    boldLetters = 0;
  }
}
