package org.pressmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.article.Candidate;
import org.pressmark.article.Candidate.Source;
import org.pressmark.article.Draft;
import org.pressmark.article.Field;
import org.pressmark.article.Passage;

/// Bylines of the Chinese press, which stand in front of the story or behind its last sentence:
/// `本报记者 王小明`, `作者：王小明 李红`, `（记者 王小明）`, `责任编辑：王小明`.
final class HanBylines implements Witness {
  /// The surnames of nine in ten Chinese, so that a name can be told from other words.
  private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏"
      + "苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱丘侯江尹薛闫阎段雷龙黎史陶贺毛郝"
      + "顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文殷樊温季俞庄章鲁葛翁尚聂芦岳齐梅庞颜牛申耿关焦柳茅甄"
      + "戚祝阮倪闵柏游霍裴翟詹左包涂柯管喻娄鞠张劉陳楊黃趙吳孫馬許羅鄭謝韓鄧馮蕭葉蘇呂盧鍾譚陸範賈"
      + "鄒閻賀顧龔萬錢嚴湯喬賴溫莊魯聶蘆齊龐顏關閔欧歐诸葛";
  /// Words that follow `作者` and `记者` as names do.
  private static final Set<String> NO_NAMES =
      Set.of("文章", "文集", "简介", "介绍", "不详", "未知", "佚名", "匿名", "查看", "时间", "来源", "单位");
  private static final Pattern ROLE =
      Pattern.compile("(?<writer>作\\s{0,2}者|文\\s?[/／|]|撰文|撰稿人?|执笔人?|編譯|编译)\\s*+[:：/／]?\\s*+"
          + "|(?<reporter>记\\s{0,2}者|記者|通讯员|通訊員)\\s*+[:：]?\\s*+"
          + "|(?<editor>(?:责任|責任)?(?:编\\s{0,2}辑|編輯)|责编|責編)\\s*+[:：]\\s*+"
          + "|(?<source>来源|來源)\\s*+[:：]\\s*+");
  private static final Pattern SIGNED = Pattern.compile("[（(]\\s*+([^（()）]{2,30})[)）]\\s*+$");
  private static final Pattern BETWEEN = Pattern.compile("[\\s、，,/]++");

  private static final double OF_WRITER = .6;
  private static final double OF_REPORTER = .55;
  private static final double OF_EDITOR = .3;
  private static final double OF_SIGNATURE = .35;
  private static final char FIRST_IDEOGRAPH = '\u3005';
  private static final int SHORT = 60;
  private static final int TAIL = 60;
  private static final int MOST_NAMES = 8;

  @Override
  public List<Candidate> candidates(Evidence evidence) {
    Said said = new Said(Source.BYLINE);
    Draft draft = evidence.draft();
    for (Passage passage : draft.passages()) {
      boolean isShort = passage.end() - passage.start() <= SHORT;
      int from = isShort ? 0 : passage.end() - passage.start() - TAIL;
      if (hasIdeograph(draft.text(), passage.start() + from, passage.end())) {
        String end = draft.text().substring(passage.start() + from, passage.end());
        roles(end, passage.start() + from, isShort, said);
        signed(end, passage.start() + from, said);
      }
    }
    for (Evidence.Line line : evidence.nearHeadline()) {
      if (isName(line.text())) {
        said.add(Field.AUTHOR, line.text(), "offset " + line.offset(), OF_SIGNATURE);
      }
    }
    return said.all();
  }

  private static boolean hasIdeograph(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c >= FIRST_IDEOGRAPH
          && Character.isIdeographic(
              Character.isHighSurrogate(c) && at + 1 < end ? text.codePointAt(at) : c)) {
        return true;
      }
    }
    return false;
  }

  private static void roles(String text, int offset, boolean isShort, Said said) {
    Matcher role = ROLE.matcher(text);
    while (role.find()) {
      String behind = text.substring(role.end());
      boolean isAnnounced =
          "：:/／".indexOf(role.group().strip().charAt(role.group().strip().length() - 1)) >= 0;
      List<String> names = names(behind);
      if (names.isEmpty() && isAnnounced && role.group("source") == null) {
        names = penName(behind);
      }
      if (!names.isEmpty() && (isShort || isAnnounced || isInBrackets(text, role.start()))) {
        said.add(Field.AUTHOR, names, "offset " + (offset + role.start()), confidence(role));
      }
    }
  }

  private static double confidence(Matcher role) {
    return role.group("writer") != null
        ? OF_WRITER
        : role.group("reporter") != null ? OF_REPORTER : OF_EDITOR;
  }

  private static boolean isInBrackets(String text, int at) {
    int open = Math.max(text.lastIndexOf('（', at), text.lastIndexOf('(', at));
    return open >= 0 && at - open < 12;
  }

  private static void signed(String text, int offset, Said said) {
    Matcher signed = SIGNED.matcher(text);
    if (signed.find()) {
      List<String> names = names(signed.group(1));
      if (!names.isEmpty()) {
        said.add(Field.AUTHOR, names, "offset " + (offset + signed.start()), OF_SIGNATURE);
      }
    }
  }

  /// The names a text begins with.
  static List<String> names(String text) {
    String line = text.lines().findFirst().orElse("");
    List<String> names = new ArrayList<>();
    for (String word : BETWEEN.split(line, MOST_NAMES + 1)) {
      String name = trimmed(word);
      if (!isName(name)) {
        break;
      }
      names.add(name);
      if (name.length() < word.length()) {
        break;
      }
    }
    return names.stream().limit(MOST_NAMES).toList();
  }

  /// What somebody who is no Wang or Li writes under.
  private static List<String> penName(String text) {
    String word = BETWEEN.split(text.lines().findFirst().orElse(""), 2)[0];
    boolean isWord =
        word.chars().allMatch(Character::isLetterOrDigit) && !ROLE.matcher(word).lookingAt();
    return isWord && word.length() >= 2 && word.length() <= 8 && !NO_NAMES.contains(word)
        ? List.of(word)
        : List.of();
  }

  private static String trimmed(String word) {
    int end = 0;
    while (end < word.length() && Character.isIdeographic(word.charAt(end))) {
      end++;
    }
    return word.substring(0, end);
  }

  private static boolean isName(String word) {
    return word.length() >= 2
        && word.length() <= 3
        && SURNAMES.indexOf(word.charAt(0)) >= 0
        && !NO_NAMES.contains(word);
  }
}
