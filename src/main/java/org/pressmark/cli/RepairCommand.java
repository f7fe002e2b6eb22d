package org.pressmark.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.pressmark.Audit;
import org.pressmark.Restoration;
import org.pressmark.export.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    header = "Puts damage in the archive aside and makes the rest whole.",
    description = {
      "What `verify` finds damaged is moved to the folder damaged/ of the archive, byte for",
      "byte, with a line about it in damaged/list.txt. Every undamaged record stays where it",
      "is. The manifest and the index are made anew where they have to be. Documents that",
      "are lost are named: ingest them again. Copies of a lost document stay, as they tell",
      "when and whence it came; once it is in the archive again, repair joins them to it.",
      "An article that `reclean` made of a lost document stays too, without the original.",
      "Better still, put damaged files back from a backup first, if there is one.",
    },
    exitCodeList = {
      "0:the archive is whole now",
      "2:the words on the command line make no sense",
      "3:something could not be repaired, or a device failed",
    },
    footer = {
      "  pressmark repair",
      "  pressmark repair --archive press-archive --json",
    })
final class RepairCommand implements Callable<Integer> {
  private final Desk desk;

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Option(names = "--json", description = "Print what was done as JSON.")
  private boolean json;

  RepairCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    List<String> done = Restoration.run(archive.folder(), Progress.on(desk), Clock.systemUTC());
    Audit audit = Audit.of(archive.folder(), damage -> {}, Progress.on(desk));
    desk.printFound(json ? json(done, audit) : text(done, audit));
    return audit.isWhole() ? Exit.WELL : Exit.FAILED;
  }

  private String text(List<String> done, Audit audit) {
    StringBuilder text = new StringBuilder();
    done.forEach(what -> text.append("repaired: ").append(Screen.line(what)).append('\n'));
    audit
        .remarks()
        .forEach(what -> text.append("remark: ").append(Screen.line(what)).append('\n'));
    text.append(Screen.line(archive.folder().toString()))
        .append(
            audit.isWhole()
                ? ": is whole" + (done.isEmpty() ? "; there was nothing to repair" : "")
                : ": is not whole yet; see: pressmark verify");
    return text.append('\n').toString();
  }

  private String json(List<String> done, Audit audit) {
    return JsonText.object(json -> {
      json.writeStringProperty("archive", archive.folder().toString());
      json.writeBooleanProperty("whole", audit.isWhole());
      JsonText.write(json, "repairs", done);
      JsonText.write(json, "remarks", audit.remarks());
    });
  }
}
