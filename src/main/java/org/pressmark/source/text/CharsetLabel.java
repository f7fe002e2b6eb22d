package org.pressmark.source.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names that pages give to charsets, and what browsers take them for.
///
/// After the table in the Encoding Standard of WHATWG, section 4.2: `iso-8859-1` is windows-1252
/// and `gb2312` is GB18030, because pages have always meant the larger one. A label that is not in
/// the table is asked of Java.
public final class CharsetLabel {
  private static final Map<String, String> LABELS = new HashMap<>();

  static {
    add("UTF-8", "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8");
    // A page that could be read as far as its meta element is not in UTF-16, whatever it says.
    add("UTF-8", "utf-16 utf-16le utf-16be unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff");
    add(
        "windows-1252",
        "iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100 latin1 latin-1 l1"
            + " csisolatin1 ibm819 cp819 ascii us-ascii ansi_x3.4-1968 cp1252 x-cp1252 windows-1252"
            + " ansi x-user-defined iso8859_1 8859-1");
    add(
        "GB18030",
        "gb2312 gbk gb_2312 gb_2312-80 gb18030 chinese csgb2312 csiso58gb231280 iso-ir-58 x-gbk"
            + " cp936 ms936 windows-936 euc-cn hz-gb-2312");
    add("Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5 big5hk cp950 ms950 windows-950");
    add(
        "windows-31j",
        "shift_jis shift-jis sjis x-sjis ms_kanji ms932 csshiftjis windows-31j windows-932 cp932");
    add("EUC-JP", "euc-jp x-euc-jp cseucpkdfmtjapanese");
    add("ISO-2022-JP", "iso-2022-jp csiso2022jp");
    add(
        "x-windows-949",
        "euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean cseuckr csksc56011987"
            + " iso-ir-149 windows-949 cp949 ms949 uhc");
    add(
        "windows-1254",
        "iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-ir-148 latin5 l5 csisolatin5"
            + " windows-1254 x-cp1254 cp1254");
    add(
        "x-windows-874",
        "iso-8859-11 iso8859-11 iso885911 tis-620 tis620 windows-874 dos-874 cp874");
    add("ISO-8859-8", "iso-8859-8-i csiso88598i logical iso-8859-8-e visual hebrew");
    add("ISO-8859-2", "latin2 l2");
    add("ISO-8859-15", "latin-9 latin9 l9 iso8859-15 iso885915");
    add("windows-1250", "cp1250 x-cp1250 windows1250");
    add("windows-1251", "cp1251 x-cp1251 windows1251 win-1251 win1251");
    add("windows-1253", "cp1253 x-cp1253");
    add("windows-1255", "cp1255 x-cp1255");
    add("windows-1256", "cp1256 x-cp1256");
    add("windows-1257", "cp1257 x-cp1257");
    add("windows-1258", "cp1258 x-cp1258");
    add("KOI8-R", "koi koi8 koi8_r koi8-r cskoi8r");
    add("KOI8-U", "koi8-ru koi8-u");
    add("IBM866", "866 cp866 csibm866 ibm866");
    add("x-MacRoman", "macintosh mac x-mac-roman csmacintosh");
    add("x-MacCyrillic", "x-mac-cyrillic x-mac-ukrainian");
  }

  private CharsetLabel() {}

  /// The charset that a page means by this name; empty where nobody knows.
  public static Optional<Charset> charset(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      return Optional.of(Charset.forName(LABELS.getOrDefault(name, name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static void add(String charset, String labels) {
    for (String label : labels.split(" ")) {
      LABELS.put(label, charset);
    }
  }
}
