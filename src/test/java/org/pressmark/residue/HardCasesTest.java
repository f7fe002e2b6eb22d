package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pressmark.article.Candidate;
import org.pressmark.article.Cut;
import org.pressmark.article.Field;

/// Hard cases made by hand; outlets, people and vendors' ids are invented.
class HardCasesTest {
  private static final String OPENING =
      "The ferry to Quayside was cancelled again on Tuesday, and the island council wants to know why.";
  private static final String CLOSING =
      "The weeks before had been quiet, the harbour master said, and the boats had run on time.";

  /// Code alone on a line between two paragraphs; all of it goes.
  static List<String> codeOnItsOwnLine() {
    return List.of(
        "fbq('init', '771002003004005'); fbq('track', 'PageView');",
        "window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new Date());",
        "!function(q,u,a,y){q.tide=q.tide||function(){(q.tide.q=q.tide.q||[]).push(arguments)};}(window,document,'script','https://cdn.example.net/tide.js');",
        "n!function(f,b,e,v){if(f.tq)return;n=f.tq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};}(window,document);",
        "googletag.cmd.push(function() { googletag.display('div-gpt-ad-1700000000001-0'); });",
        "(adsbygoogle = window.adsbygoogle || []).push({});",
        "var _quay = _quay || []; _quay.push(['setAccount', 'QY-4711-1']); _quay.push(['trackPageview']);",
        ".promo-box{margin:0 auto;padding:10px;background:#fff}.promo-box a:hover{color:#c00;text-decoration:none}",
        "@media (max-width: 600px) { .quay-nav { display: none; } .quay-main { width: 100% !important; } }",
        "<div class=\"ad-slot\" id=\"mpu-3\"><script>loadAd('mpu-3', {lazy: true});</script></div>",
        "<span style=\"display:none\" class=\"quay-ad\" data-slot=\"inline-2\" onload=\"quayAds.load(this)\"></span>",
        "&lt;style&gt; .quay-box { float: left; margin: 4px; color: #333; } &lt;/style&gt;",
        "<!--[if lt IE 9]><script src=\"https://cdn.example.net/html5shiv.min.js\"></script><![endif]-->",
        "//<![CDATA[ var quayConfig = {\"id\":\"a1b2\",\"lazy\":true,\"slots\":[1,2,3]}; //]]>",
        "[caption id=\"attachment_4711\" align=\"aligncenter\" width=\"640\"]",
        "{{#if user.subscribed}}{{> newsletter-box list=\"daily\" }}{{/if}}",
        "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Ferry cancelled again\",\"author\":{\"@type\":\"Person\",\"name\":\"Ina Holt\"},\"datePublished\":\"2024-03-05\"}",
        "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Council: \"No more excuses\" for the ferry\",\"author\":{\"@type\":\"Person\",\"name\":\"Ina Holt\"},}",
        "“,” author “: {” @ type “:” Person “,” name “:” Ina Holt “},” articleSection “:[“Harbour”]}",
        "función (w, d) {w. quay = w. quay || []; w. quay. push ({‘evento’: ‘página’, ‘id’: ‘QY-4711’});} (ventana, documento);",
        "if (typeof quayLoader !== \"undefined\") { quayLoader.load(\"mid-2\", { refresh: 30 }); }",
        "document.write('<scr' + 'ipt src=\"//cdn.example.net/count.js?id=4711\"></scr' + 'ipt>');");
  }

  @ParameterizedTest
  @MethodSource("codeOnItsOwnLine")
  void cutsCodeOnItsOwnLineAndNothingElse(String code) {
    assertThat(Flat.clean(OPENING + "\n\n" + code + "\n\n" + CLOSING))
        .isEqualTo(OPENING + "\n" + CLOSING);
  }

  static Stream<Arguments> joins() {
    return Stream.of(
        Arguments.of(
            "Nobody told the citizens.!function(a,b){a.quay=b;window.addEventListener('load',function(){a.start(b)})}(window,1);The weeks before had been quiet.",
            "Nobody told the citizens. The weeks before had been quiet."),
        Arguments.of(
            "Nobody told the citizens. fbq('init', '771002003004005'); fbq('track', 'PageView'); The weeks before had been quiet.",
            "Nobody told the citizens. The weeks before had been quiet."),
        Arguments.of(
            "The council met in the old (function(){var s=document.createElement('script');s.src='//cdn.example.net/t.js';document.head.appendChild(s);})(); town hall on the quay, as it always does.",
            "The council met in the old town hall on the quay, as it always does."),
        Arguments.of(
            "The council met in the old <img src=\"https://t.example.net/p.gif?id=4711&amp;u=1\" width=\"1\" height=\"1\" alt=\"\" /> town hall on the quay, as it always does.",
            "The council met in the old town hall on the quay, as it always does."));
  }

  @ParameterizedTest
  @MethodSource("joins")
  void leavesOneSpaceWhereCodeWasCutOutOfASentence(String text, String clean) {
    assertThat(Flat.clean(OPENING + "\n\n" + text)).isEqualTo(OPENING + "\n" + clean);
  }

  @Test
  void leavesAnHonestArticleAboutJavaScriptAlone() {
    String text = String.join(
        "\n\n",
        "Last week I taught a room full of sailors to program, and JavaScript was the language they asked for.",
        "We began with a function that greets:",
        "function greet(name) {",
        "return \"Hello, \" + name;",
        "}",
        "Nobody was impressed until the second example, which counts boats:",
        "const boats = [\"Ina\", \"Ole\", \"Maria\"];",
        "for (const boat of boats) {",
        "console.log(boat);",
        "}",
        "The third one broke, as third examples do, because of a missing brace:",
        "if (boats.length > 2) {",
        "console.log(\"a fleet\");",
        "}",
        "By the evening, all of them could read the code aloud.");
    assertThat(Flat.clean(text)).isEqualTo(text.replace("\n\n", "\n"));
  }

  @Test
  void leavesCleanSpanishAlone() {
    String text =
        "El transbordador de Quayside volvió a fallar el martes; «nadie sabe por qué», dijo la alcaldesa.\n"
            + "La función de las ocho —la última del día— se canceló, y unas 300 personas esperaron en el muelle (algunas, hasta la medianoche).";
    assertThat(Flat.clean(text)).isEqualTo(text);
  }

  @Test
  void salvagesWhatTornDataStillSay() {
    Residue.Findings found = Flat.find(
        OPENING
            + "\n\nn! function (f, b, e) {if (f.tq) return; f.tq = function () {f.queue.push (arguments)};} (window, document, ‘script’); n tq ( ‘init’, ‘4711’); n “,” author “: {” @ type “:” Person “,” name “:” Ina Holt “,” url “:” https: / / / author / oleg / “},” articleSection “:[“Harbour”], “image”: {“@ type”: “ImageObject”, “url”: “https: / / / wp-content / uploads / 2024 / 03 / 1709629200_ferry -on-the-quay.jpg “}}\n\nComments are closed.");
    assertThat(values(found, Field.AUTHOR)).containsExactly("Ina Holt", "oleg");
    assertThat(values(found, Field.ARTICLE_SECTION)).containsExactly("Harbour");
    assertThat(values(found, Field.IMAGE))
        .containsExactly("https:///wp-content/uploads/2024/03/1709629200_ferry-on-the-quay.jpg");
    assertThat(values(found, Field.DATE_PUBLISHED)).containsExactly("2024-03-05");
    assertThat(found.cuts().stream().map(cut -> cut.rule().id()).distinct())
        .containsExactly("script/1", "json-ld/1", "comments-line/1");
  }

  private static List<String> values(Residue.Findings found, Field field) {
    return found.salvage().stream()
        .filter(candidate -> candidate.field() == field)
        .map(Candidate::values)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void cutsNothingByRulesThatAreOff() {
    String code = "fbq('init', '771002003004005'); fbq('track', 'PageView');";
    String text = OPENING + "\n\n" + code + "\n\n" + CLOSING;
    Residue residue = new Residue(new ResidueOptions(java.util.Set.of("script")));
    List<Cut> cuts = residue.find(ResidueBench.draft(text)).cuts();
    assertThat(cuts).isEmpty();
  }
}
