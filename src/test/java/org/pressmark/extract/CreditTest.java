package org.pressmark.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The harbour of Tarn after the storm. Photo: Ada Thorne",
        "The harbour of Tarn after the storm (Photo: @adathorne / Postbox)",
        "Divers at the wreck off Tarn on Sunday, May 12. (AP Photo/Ada Thorne, File)",
        "Odile Banks, left, opens the bridge. (Ada Thorne/Tarn Gazette via AP, File)",
        "Lorries wait at the gate in Tarn, Westmark, May 3, 2024. REUTERS/Ada Thorne/File Photo For sale",
        "The ferry on her last night.Ada Thorne/Getty",
        "Odile Banks ist Ingenieurin. © AFP / ADA THORNE",
        "Die alte Brücke vor dem Abriss Foto: Ada Thorne/imago",
        "Le pont de Tarn. Crédit photo : A. T. / Tarn Matin",
        "The new bridge | Photo by Ada Thorne",
        "3/28 photos © Shutterstock",
        "Getty Images / 35",
        "Traffic on the quay. Photograph by Dr. Ada Thorne.",
        "タルン港の新しい橋 写真：タルン新聞",
        "Новый мост в Тарне. Фото: Ада Торн",
      })
  void tellsWhoTookThePicture(String line) {
    assertThat(Credit.endsAt(line, 0, line.length())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Das sagte der Bürgermeister am Abend. (dpa/AFP)",
        "(Quelle: APA/sda/dpa)",
        "Trust in the council fell by nine points, according to a Reuters/Tarn poll.",
        "She drew the following image: a red circle.",
        "The archive was bought by Getty Images.",
        "The wallet held credit/debit cards, cash and a ticket.",
        "Everybody in Tarn has seen the photo.",
        "\"What a night! Photos by @adathorne,\" Banks wrote below it.",
        "He kept two photos: Ada at the gate. Nobody knew why he did.",
        "The reader is asked a question (throw in some images and see).",
        "Tekst gaat verder onder de foto.)",
        "",
        ".",
      })
  void isNotMisledByPicturesInAStory(String line) {
    assertThat(Credit.endsAt(line, 0, line.length())).isFalse();
  }
}
