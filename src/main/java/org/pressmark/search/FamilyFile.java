package org.pressmark.search;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.pressmark.article.Mark;
import org.pressmark.dedup.Likeness;

/// The families as they were found last, beside the index that they were found in.
///
/// They hold for one state of the index, which a key tells. Of another state, or where the file is
/// missing or damaged, they are found anew: the file only saves the time.
///
/// ```
/// families 1 3f0c77… 0.4
/// not compared 3 0
/// pm-mfrg… pm-nbsw…:188:201:240 pm-onxw…:130:154:201
/// sum 1f2e3d4c
/// ```
final class FamilyFile {
  private static final String NAME = "families.txt";

  /// Raised whenever the same texts would make other families than before.
  private static final int RULES = 2;

  private final Path file;
  private final String key;

  /// @param key of the state of the index, without a line break
  FamilyFile(Path indexFolder, String key) {
    this.file = indexFolder.resolve(NAME);
    this.key = key;
  }

  Optional<Families> read() throws IOException {
    try {
      String text = Files.readString(file);
      int sum = text.lastIndexOf("sum ");
      return sum >= 0 && text.startsWith(head()) && text.substring(sum).equals(sum(text, sum))
          ? Optional.of(families(text.substring(head().length(), sum).lines().toList()))
          : Optional.empty();
    } catch (NoSuchFileException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// The file is whole or not there, whenever this is interrupted.
  void write(Families families) throws IOException {
    StringBuilder text = new StringBuilder(head());
    text.append("not compared ").append(families.tooShort());
    text.append(' ').append(families.tooLong()).append('\n');
    for (Family family : families.all()) {
      text.append(family.representative());
      for (Family.Member member : family.others()) {
        Likeness likeness = member.likeness();
        text.append(' ').append(member.mark());
        text.append(':').append(likeness.common());
        text.append(':').append(likeness.shorter());
        text.append(':').append(likeness.longer());
      }
      text.append('\n');
    }
    text.append(sum(text, text.length()));
    Path part = Files.writeString(file.resolveSibling(NAME + ".part"), text);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private String head() {
    return "families " + RULES + " " + key + "\n";
  }

  private static String sum(CharSequence text, int end) {
    CRC32 sum = new CRC32();
    sum.update(text.subSequence(0, end).toString().getBytes(StandardCharsets.UTF_8));
    return "sum " + Long.toHexString(sum.getValue()) + "\n";
  }

  private static Families families(List<String> lines) {
    String[] notCompared = lines.getFirst().split(" ", -1);
    List<Family> families = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      families.add(family(line.split(" ", -1)));
    }
    return new Families(families, Long.parseLong(notCompared[2]), Long.parseLong(notCompared[3]));
  }

  private static Family family(String[] words) {
    List<Family.Member> members = new ArrayList<>();
    for (int at = 1; at < words.length; at++) {
      String[] parts = words[at].split(":", -1);
      Likeness likeness = new Likeness(
          Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
      members.add(new Family.Member(new Mark(parts[0]), likeness));
    }
    return new Family(new Mark(words[0]), members);
  }
}
