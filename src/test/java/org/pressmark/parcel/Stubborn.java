package org.pressmark.parcel;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// A [Workbench] whose parser does what its parcel says.
final class Stubborn {
  private Stubborn() {}

  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(System.out);
    out.writeInt(Wire.GREETING);
    out.flush();
    while (true) {
      String order = new String(Wire.readParcel(in).bytes(), StandardCharsets.UTF_8);
      switch (order) {
        case "eat" -> eat();
        case "loop" -> loop();
        case "die" -> Runtime.getRuntime().halt(134);
        case "rave" -> out.write(new byte[] {77, 78, 79});
        default ->
          Wire.write(
              new Contents.Story(
                  page(order), Map.of(), List.of(ProcessHandle.current().pid() + "")),
              out);
      }
      out.flush();
    }
  }

  private static Document page(String html) {
    return Parser.htmlParser().parseInput(html, "");
  }

  private static void eat() {
    List<byte[]> eaten = new ArrayList<>();
    while (true) {
      eaten.add(new byte[1 << 20]);
    }
  }

  @SuppressWarnings("ThreadPriorityCheck")
  private static void loop() {
    while (true) {
      Thread.onSpinWait();
    }
  }
}
