package org.pressmark.source.spare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.pressmark.source.text.Decoding;
import org.pressmark.source.text.TreeWalk;
import tools.jackson.databind.JsonNode;

/// All the stories that a page carries and does not show.
///
/// @param found in the order of the page: markup first, then what scripts hold
/// @param notes a sentence for each limit that acted
public record Spares(List<Spare> found, List<String> notes) {
  /// A shorter text is a notice or a teaser, in UTF-16 units.
  private static final int FEWEST = 600;

  /// A longer script is not looked through, in UTF-16 units.
  private static final int LONGEST_SCRIPT = 8_000_000;

  /// So many values are looked at in all the scripts of a page.
  private static final int MOST_VALUES = 2_000_000;

  public Spares {
    found = List.copyOf(found);
    notes = List.copyOf(notes);
  }

  /// @param shown the page as it is shown
  /// @param whole the page with its code, where it has any
  /// @param words that stand in the story; empty where nobody knows any
  public static Spares in(Document shown, Decoding whole, String words) {
    List<Spare> found = new ArrayList<>(elements(shown, words));
    Scripts scripts = new Scripts(words);
    Script.in(whole.text(), FEWEST).forEach(scripts::hear);
    scripts.hearPushed();
    found.addAll(scripts.found);
    return new Spares(found, scripts.notes);
  }

  /// What browsers show that run no scripts, and what scripts copy.
  private static List<Spare> elements(Document shown, String words) {
    List<Spare> found = new ArrayList<>();
    TreeWalk.over(shown, new TreeWalk.Visitor() {
      @Override
      public boolean open(Element element, int depth) {
        String name = element.normalName();
        boolean isSpare = name.equals("noscript") || name.equals("template");
        if (isSpare && holds(element.wholeText(), words)) {
          found.add(Spare.markup("a " + name + " element", element.html()));
        }
        return !isSpare;
      }
    });
    return found;
  }

  private static boolean holds(String text, String words) {
    return text.length() >= FEWEST && text.contains(words);
  }

  /// Listens to one script after the other.
  private static final class Scripts {
    private final String words;
    private final Allowance left = new Allowance(MOST_VALUES);
    private final List<Spare> found = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<JsonNode> pushed = new ArrayList<>();

    Scripts(String words) {
      this.words = words;
    }

    void hear(Script script) {
      if (script.isLinkedData() || !holds(script.code(), words)) {
        return;
      }
      if (script.code().length() > LONGEST_SCRIPT) {
        notes.add("no story was looked for in a script of " + script.code().length()
            + " characters; the limit is " + LONGEST_SCRIPT);
      } else if (script.isTemplate()) {
        if (!script.code().contains("{{")) {
          found.add(Spare.markup("a script of type " + script.type(), script.code()));
        }
      } else {
        hearData(script);
      }
    }

    private void hearData(Script script) {
      String id = script.attribute("id");
      String place = "the data of a script" + (id.isEmpty() ? "" : " (" + id + ")");
      int before = found.size();
      Values values = Values.in(script);
      values.notes().forEach(this::note);
      for (JsonNode data : values.found()) {
        if (data.isArray() && data.size() == 2 && data.get(0).isNumber()) {
          pushed.add(data);
        } else {
          found.addAll(Search.through(data, place, FEWEST, left));
        }
      }
      if (found.size() == before && pushed.isEmpty()) {
        Literals.in(script.code(), FEWEST)
            .forEach(html -> found.add(new Spare("a text in a script", true, "", html)));
      }
      noteAllowance();
    }

    void hearPushed() {
      Map<String, JsonNode> rows = Flight.rows(pushed);
      if (!rows.isEmpty()) {
        found.addAll(Search.through(rows, "the data of scripts", FEWEST, left));
        noteAllowance();
      }
    }

    private void noteAllowance() {
      if (left.isUsedUp()) {
        note("only the first " + MOST_VALUES
            + " values in the data of its scripts were looked at for a story");
      }
    }

    private void note(String note) {
      if (!notes.contains(note)) {
        notes.add(note);
      }
    }
  }
}
