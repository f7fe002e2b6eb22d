package org.pressmark.article;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Where a document comes from: a path as the user would type it, and inside a file of many
/// documents which one.
///
/// `new Origin("press/2021.jsonl", Optional.of("17"))` is written `press/2021.jsonl#17`. Where
/// files
/// lie in files, `!/` leads from each into the next:
///
/// ```
/// press/2021.zip#05/storm.html            a file in a ZIP file
/// press/2021.zip#05/wire.jsonl!/17        line 17 of a file in a ZIP file
/// press/2021.tar.gz#may.zip!/storm.html   a file in a ZIP file in a TAR file
/// press/crawl.warc.gz#48213               the record that begins at this byte
/// ```
///
/// @param path with `/` between folders on every system
/// @param member the record's number or name inside the file, absent where the file is the document
public record Origin(String path, Optional<String> member) {
  /// The extensions of files that hold one packed file.
  public static final Set<String> PACKED = Set.of("gz", "bz2", "xz", "zst");

  private static final String INTO = "!/";

  public Origin {
    Objects.requireNonNull(path);
    Objects.requireNonNull(member);
  }

  public static Origin of(String path) {
    return new Origin(path, Optional.empty());
  }

  /// One of the records or files in here.
  ///
  /// @param name that of a record: a number; that of a file: as [#label] gives it
  public Origin member(String name) {
    return new Origin(path, Optional.of(member.map(m -> m + INTO + name).orElse(name)));
  }

  /// What a file inside another is called in an origin. The names in an archive are what anybody
  /// wrote there, so what would be read as something else is percent-encoded (RFC 3986, 2.1): the
  /// `/` at the beginning of an absolute path, the first dot of a segment that leads elsewhere, `!`
  /// before `/` and at the end, control characters, and a percent sign that looks like one of
  /// these.
  /// Different names have different labels.
  ///
  /// `../../storm!/a.html` is `%2E./%2E./storm%21/a.html`.
  public static String label(String name) {
    StringBuilder label = new StringBuilder(name.length());
    for (int at = 0; at < name.length(); at++) {
      char sign = name.charAt(at);
      if (isMistakable(name, at)) {
        label.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) sign));
      } else {
        label.append(sign);
      }
    }
    return label.toString();
  }

  private static boolean isMistakable(String name, int at) {
    char next = at + 1 < name.length() ? name.charAt(at + 1) : '/';
    return switch (name.charAt(at)) {
      case '/' -> at == 0;
      case '!' -> next == '/';
      case '%' -> isHex(next) && at + 2 < name.length() && isHex(name.charAt(at + 2));
      case '.' -> leadsElsewhere(name, at);
      default -> name.charAt(at) < ' ' || name.charAt(at) == 0x7F;
    };
  }

  /// Whether a segment `.` or `..` begins here.
  private static boolean leadsElsewhere(String name, int at) {
    if (at > 0 && name.charAt(at - 1) != '/') {
      return false;
    }
    int end = name.indexOf('/', at);
    String segment = name.substring(at, end < 0 ? name.length() : end);
    return segment.equals(".") || segment.equals("..");
  }

  private static boolean isHex(char sign) {
    return (sign >= '0' && sign <= '9')
        || (sign >= 'A' && sign <= 'F')
        || (sign >= 'a' && sign <= 'f');
  }

  /// The path of the innermost file: of the document, or of the file that it is a record of.
  public String file() {
    String inside = member.orElse("");
    int last = inside.lastIndexOf(INTO);
    if (!isNumber(inside.substring(last < 0 ? 0 : last + INTO.length()))) {
      return inside.substring(last < 0 ? 0 : last + INTO.length());
    }
    if (last < 0) {
      return path;
    }
    String file = inside.substring(0, last);
    int before = file.lastIndexOf(INTO);
    return file.substring(before < 0 ? 0 : before + INTO.length());
  }

  private static boolean isNumber(String name) {
    return name.chars().allMatch(sign -> (sign >= '0' && sign <= '9') || sign == '+');
  }

  /// The file's name without folder and extension: `a/storm.html.gz` is `storm`, and its third
  /// record `storm#3`. Of an address that ends in a slash, what stands before it:
  /// `https://varn-echo.example/politics/` is `politics`.
  public String name() {
    String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String file = whole.substring(whole.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    if (dot > 0 && PACKED.contains(file.substring(dot + 1).toLowerCase(Locale.ROOT))) {
      file = file.substring(0, dot);
      dot = file.lastIndexOf('.');
    }
    String stem = dot > 0 ? file.substring(0, dot) : file;
    return member.map(m -> stem + "#" + m).orElse(stem);
  }

  @Override
  public String toString() {
    return member.map(m -> path + "#" + m).orElse(path);
  }
}
