package org.pressmark.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole stories with code in several places, and clean ones that speak of code. All invented.
class WholeStoriesTest {
  private static final List<String> STORY = List.of(
      "The lighthouse at Saltby has been dark since Sunday, and the keeper says the bulb is not to blame.",
      "It was built in 1871 by a widow who had lost two husbands to the same rock, and who paid for it, the parish book says, “in full and in anger”.",
      "Tove Lind has kept it for thirty-one years. She has painted the stairs twice, fallen down them once, and counted them (there are 188) more often than she can say.",
      "On Sunday evening she climbed them as usual. She turned the key, heard the click, and saw nothing. “It clicked the way it always clicks,” she said. “It just did not mean it any more.”",
      "The county sent an electrician on Monday; he found the fuse whole, the cable whole and the bulb, to his surprise, warm. He wrote “inexplicable” on the form and had it countersigned.",
      "By Tuesday the story had reached the mainland. A bus company offered a tour to see the dark, at £12 a head, and sold it out in an hour. The harbour café ran out of scones.",
      "Ben Okafor, who fishes off the point, was less amused. “I have two engines, three radios and a son who can read a chart,” he said. “But I steer by that light; my father steered by it, too.”",
      "On Wednesday the council met. It resolved, by seven votes to two, to form a committee; it resolved, by nine votes to none, to have tea first.",
      "Among the papers was a letter of 1902, in which the widow’s nephew offers to remove the tower altogether, “stone by stone, and at no cost, provided that I may keep the stones”.",
      "The committee has a month to report. Its chair, Paule Moreau, said that it would leave no stone unturned, and then asked the secretary to strike the remark.",
      "By Thursday the light was back, and the keeper had gone home without a word to anyone. The key, the electrician noticed, was a different one.");

  private static final List<String> CODE = List.of(
      "window.saltbyAds=window.saltbyAds||{cmd:[]};saltbyAds.cmd.push(function(){saltbyAds.define('/77/inline',[300,250],'ad-77').service(saltbyAds.pub());});",
      "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Dark light: \"inexplicable\", says the form\",\"author\":{\"@type\":\"Person\",\"name\":\"Kei Tanaka\"},\"datePublished\":\"2024-11-07T06:00:00Z\",}",
      "fbq('init', '7700770077'); fbq('track', 'PageView');",
      ".promo-77{display:flex;margin:0 auto;padding:1em}.promo-77 h3{font-size:18px;color:#111}");

  private static List<String> spliced() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < STORY.size(); i++) {
      lines.add(STORY.get(i));
      if (i % 3 == 1) {
        lines.add(CODE.get(i / 3));
      }
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", "\n"})
  void loseTheirCodeAndNothingElse(String between) {
    assertThat(Flat.clean(String.join(between, spliced()))).isEqualTo(String.join("\n", STORY));
  }

  @Test
  void loseTheirCodeWhenAllIsOneLine() {
    assertThat(Flat.clean(String.join(" ", spliced()))).isEqualTo(String.join(" ", STORY));
  }

  static List<String> code() {
    return CODE;
  }

  @ParameterizedTest
  @MethodSource("code")
  void loseCodeGluedOnBothSides(String code) {
    String text =
        STORY.get(0) + "\n\n" + STORY.get(1) + code + STORY.get(2) + "\n\n" + STORY.get(3);
    assertThat(Flat.clean(text))
        .isEqualTo(STORY.get(0) + "\n" + STORY.get(1) + " " + STORY.get(2) + "\n" + STORY.get(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!function(a,b,c){a.q=a.q||[];a.q.push(c)}\n(window,document,'https://cdn.example.net/q.js','77');",
        "} (window, document, 'script', 'saltby', 'https://cdn.example.net/q.js'));",
        "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Dark\tagain\u000b at Saltby\",\n\"description\":\"Line one\nline two \"quoted\" and\u0001 more\",\"author\":\"Kei Tanaka\"}",
        "<span class=\"ad-77\" style=\"visibility:hidden\"></span><script>saltby.load(\"ad-77\",{lazy:1})</script>",
        "&lt;style&gt;.s77 p{margin:0 0 1em;color:#333}&lt;/style&gt;",
      })
  void loseWhatStandsBetweenTwoParagraphs(String code) {
    assertThat(Flat.clean(STORY.get(2) + "\n\n" + code + "\n\n" + STORY.get(3)))
        .isEqualTo(STORY.get(2) + "\n" + STORY.get(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Der Kurs beginnt mit einer Zeile, die jeder kennt: console.log(\"Hallo\"); und endet mit einer, die keiner versteht.\nDazwischen lernen die zwölf Rentner, was eine Variable ist (ein Eimer), was eine Schleife ist (ein Spaziergang) und warum man Klammern zumacht: } gehört zu {.",
        "The bug was one character long. Where the engineers had meant if (tide == 0) they had written if (tide = 0), and the gates stayed open all night.\n“A compiler would have warned us,” said Kei Tanaka. “A compiler did warn us.”",
        "Use the <b> tag sparingly, the style guide says, and never the <blink> tag; a <div> is not a paragraph.\nThe editor, who wrote the guide in 1998, stands by it. “&nbsp; is not a punctuation mark,” she adds.",
        "El faro de Saltby lleva apagado desde el domingo; «la bombilla no tiene la culpa», dice la farera.\n¿Y entonces? —Nadie lo sabe —responde—. La función de las ocho (la última) se canceló; el documento, la ventana y la variable, también.\nEl ayuntamiento ofrece 1.500 € a quien lo explique (antes del 3/11, a las 20:30).",
        "Le phare de Saltby est éteint depuis dimanche : « L’ampoule n’y est pour rien », assure la gardienne ; « ni moi ».\nLa fonction de gardien (38 h 30 / semaine, 1 850 € net) sera-t-elle supprimée ? Réponse mardi, à 18 h 30 ; la fenêtre, elle, reste ouverte.",
        "Маяк в Солтби не горит с воскресенья; «лампа ни при чём», — говорит смотрительница.\n— И что же теперь? — Ничего (пока). Функция смотрителя, документ и окно остаются; совет соберётся 3/11 в 20:30.",
        "ソルトビーの灯台は日曜日から消えたままだ。「電球のせいではない」（灯台守）。\n町議会は７対２（棄権１）で委員会の設置を決めた；報告は１１月３日、午後８時半。",
      })
  void areLeftAloneWhereTheyOnlySpeakOfCode(String text) {
    assertThat(Flat.clean(text)).isEqualTo(text);
  }
}
