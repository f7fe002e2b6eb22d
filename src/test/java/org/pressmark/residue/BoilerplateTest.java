package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.article.Draft;

class BoilerplateTest {
  private static String rule(String line) {
    return new Boilerplate()
        .line(line, 0, line.length(), false)
        .map(found -> found.rule().name() + (found.isSure() ? "" : "?"))
        .orElse("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Comments are closed. ~ comments-line",
        "12 Comments ~ comments-line",
        "Les commentaires sont fermés. ~ comments-line",
        "Los comentarios están cerrados ~ comments-line",
        "Комментарии закрыты ~ comments-line",
        "评论已关闭 ~ comments-line",
        "التعليقات مغلقة ~ comments-line",
        "Yorumlar kapalı ~ comments-line",
        "Share Facebook Twitter WhatsApp Email ~ share-bar",
        "Teilen | Facebook | Twitter ~ share-bar",
        "We use cookies to give you a better voyage. Read our policy. ~ cookie-notice",
        "Ce site utilise des cookies pour mesurer son audience. ~ cookie-notice",
        "Sign up for our newsletter and get the tides every morning ~ newsletter-bar",
        "Read more: Storm hits the coast ~ pointer-line",
        "Lire aussi : La tempête frappe la côte ~ pointer-line",
        "Lesen Sie auch: Sturm trifft die Küste ~ pointer-line",
        "Lee también: La tormenta golpea la costa ~ pointer-line",
        "Czytaj też: Sztorm uderza w wybrzeże ~ pointer-line",
        "Home > News > Harbour ~ navigation-run",
        "Home | News | Sport | Contact ~ navigation-run",
        "Back to top ~ page-line",
        "Werbung ~ ad-label",
        "Advertisement: Story continues below ~ ad-label?",
        "► Read more: Storm hits the coast ~ pointer-line",
        "Share on Facebook  Share on Twitter  Share on WhatsApp ~ share-bar",
        "Partager sur Facebook Partager sur Twitter ~ share-bar",
        "Facebook 12 Twitter 3 WhatsApp 0 ~ share-bar",
        "شارك فيسبوك تويتر ~ share-bar",
        "Home News Sport Weather Contact ~ navigation-run",
        "首页 > 新闻 > 国际 ~ navigation-run",
        "Главная » Новости » Спорт ~ navigation-run",
        "© 2018 Quayside Mail. All rights reserved. ~ rights-line?",
        "Copyright 2008 by The Harbour Press ~ rights-line?",
        "(c) 2003 Ina Holt ~ rights-line?",
        "© 2020 Hafenblatt. Alle Rechte vorbehalten. ~ rights-line?",
        "© 2011 Le Quai. Tous droits réservés. ~ rights-line?",
        "© 港湾新聞社 無断転載を禁じます ~ rights-line?",
        "Posted on 3 May 2019 by Ina Holt ~ posted-line?",
        "Tags: ferry, tide, council ~ posted-line?",
        "Veröffentlicht am 3. Mai 2019 ~ posted-line?",
        "发布时间：2019-05-03 08:00 ~ posted-line?",
        "Baca juga: Badai melanda pantai ~ pointer-line",
        "Xem thêm: Bão đổ bộ vào bờ biển ~ pointer-line",
        "Olvassa el ezt is: Vihar a parton ~ pointer-line",
        "Přečtěte si také: Bouře zasáhla pobřeží ~ pointer-line",
        "Διαβάστε επίσης: Καταιγίδα στην ακτή ~ pointer-line",
        "İlgili haber: Fırtına kıyıyı vurdu ~ pointer-line",
        "اقرأ أيضا: العاصفة تضرب الساحل ~ pointer-line",
        "यह भी पढ़ें: तट पर तूफ़ान ~ pointer-line",
        "ข่าวที่เกี่ยวข้อง: พายุเข้าฝั่ง ~ pointer-line",
        "相关阅读：风暴袭击海岸 ~ pointer-line",
        "関連記事：嵐が海岸を襲う ~ pointer-line",
        "관련기사: 폭풍이 해안을 강타 ~ pointer-line",
        "Pročitajte još: Oluja pogodila obalu ~ pointer-line",
        "Loe ka: Torm tabas rannikut ~ pointer-line",
        "התגובות סגורות ~ comments-line",
        "نظرات بسته شده است ~ comments-line",
        "コメントは締め切りました ~ comments-line",
        "A hozzászólások lezárva ~ comments-line",
        "Коментарите са затворени ~ comments-line",
        "Käytämme evästeitä parantaaksemme sivustoa. ~ cookie-notice",
        "Používáme cookies, abychom vám usnadnili plavbu. ~ cookie-notice",
        "Ez a weboldal sütiket használ. ~ cookie-notice",
        "当サイトではクッキーを使用しています。 ~ cookie-notice",
        "Prenumerera på vårt nyhetsbrev och få tidvattnet varje morgon ~ newsletter-bar",
        "Подпишитесь на нашу рассылку ~ newsletter-bar?",
        "Iratkozz fel hírlevelünkre! ~ newsletter-bar?",
        "뉴스레터 구독하고 매일 아침 소식을 받아보세요 ~ newsletter-bar",
        "Instagram and Facebook ~ -",
        "Facebook, Twitter ~ -",
        "Copyright law is a mess, she said. ~ -",
        "(c) The harbour master may close the quay at any time. ~ -",
        "© is a sign that nobody at the table could type, and so the printers of Quayside wrote it out in full for years. ~ -",
        "Posted on the wall was a note that nobody had signed. ~ -",
        "Published by the council, the report runs to 300 pages. ~ -",
        "Start • Ziel • Zeit ~ -",
        "World news is bad news. ~ -",
        "Home is where the boat is. ~ -",
        "Werbung wirkt, sagt sie. ~ -",
        "Publicité mensongère : le maire porte plainte ~ -",
        "Реклама на пристани подорожала вдвое ~ -",
        "广告费涨了一倍。 ~ -",
        "Comments are closed to nobody, the editor said. ~ -",
        "The comments are closed tonight because of the storm. ~ -",
        "Readers want more: less of this please ~ -",
        "Facebook and Twitter denied it. ~ -",
        "The harbour office uses cookies, the edible kind, to calm the queue. ~ -",
        "Holt | Vik | Paz | de Boer ~ -",
        "Home ~ -",
        "Sport ~ -",
        "Share prices fell. ~ -",
      })
  void cutsWholeLinesOfThePageAndNoProse(String line, String expected) {
    assertThat(rule(line)).isEqualTo(expected);
  }

  @Test
  void leavesShortLinesAloneInsideTheStory() {
    String line = "Mehr zum Thema";
    Boilerplate boilerplate = new Boilerplate();
    assertThat(boilerplate.line("Related posts", 0, 13, true)).isEmpty();
    assertThat(boilerplate.line(line, 0, line.length(), true)).isPresent();
  }

  @Test
  void cutsWhatMayBelongToACleanStoryOnlyWhereThePageShowsItself() {
    String story =
        "The ferry to Quayside was cancelled again on Tuesday, and the council, which meets "
            + "on Thursday in the old town hall on the quay, wants to know why.";
    String posted = "Posted on 3 May 2019 by Ina Holt";
    String rights = "© 2019 Quayside Mail";
    String clean = posted + "\n" + story + "\n" + rights;
    assertThat(Flat.clean(clean)).isEqualTo(clean);
    assertThat(Flat.clean(clean + "\nComments are closed.")).isEqualTo(story);
    assertThat(Flat.clean(clean + "\nRead more: Storm hits the coast")).isEqualTo(clean);
  }

  @Test
  void cutsNothingByARuleThatIsOff() {
    String story = "The ferry to Quayside was cancelled again on Tuesday, the council said.";
    String page = "Posted on 3 May 2019\n" + story + "\nComments are closed.\nBack to top";
    assertThat(keeping(page, "comments-line")).isEqualTo(story + "\nComments are closed.");
    assertThat(keeping(page, "comments-line", "page-line"))
        .as("a line that is kept still shows that a page was read")
        .isEqualTo(story + "\nComments are closed.\nBack to top");
    assertThat(keeping(page, "posted-line")).isEqualTo("Posted on 3 May 2019\n" + story);
  }

  @Test
  void cutsCodeOnlyWhereItsRuleIsOn() {
    String story = "The ferry to Quayside was cancelled again on Tuesday, the council said.";
    String page = story + "\n\nfbq('init', '771002003004005'); fbq('track', 'PageView');";
    assertThat(keeping(page, "script")).isEqualTo(page.replace("\n\n", "\n"));
    assertThat(keeping(page, "style")).isEqualTo(story);
  }

  @Test
  void knowsWhichRulesCanBeOff() {
    assertThatThrownBy(() -> new ResidueOptions(Set.of("share-bar", "share-baar")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"share-baar\" is not a rule of this room");
  }

  private static String keeping(String text, String... rules) {
    Draft draft = ResidueBench.draft(text);
    Residue residue = new Residue(new ResidueOptions(Set.of(rules)));
    return draft.with(residue.find(draft).cuts()).finish().body().text();
  }
}
