package org.pressmark.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.export.Exports;

/// All forms that `export` knows.
public final class Forms {
  public static final List<Form> ALL = all();

  private Forms() {}

  private static List<Form> all() {
    List<Form> all = new ArrayList<>();
    Exports.ALL.forEach(export -> all.add(new Form.Prose(export)));
    Exports.TABLES.forEach(table -> all.add(new Form.Binary(table)));
    Exports.FOLDERS.forEach(folder -> all.add(new Form.Files(folder)));
    Packs.ALL.forEach(pack -> all.add(new Form.Records(pack)));
    return List.copyOf(all);
  }

  public static Optional<Form> named(String name) {
    return ALL.stream().filter(form -> form.name().equals(name)).findFirst();
  }
}
