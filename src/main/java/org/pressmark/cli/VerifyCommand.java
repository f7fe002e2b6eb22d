package org.pressmark.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pressmark.Audit;
import org.pressmark.export.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    header = "Checks that the archive is whole.",
    description = {
      "Every file against the manifest, every record against its digest, every reference",
      "from one record to another, every article's cuts against its text, and the index",
      "against the archive, document by document. Nothing is changed; what it finds,",
      "`pressmark repair` sets right.",
    },
    exitCodeList = {
      "0:all is as it was written",
      "2:the words on the command line make no sense",
      "3:something is damaged; what, and where, is listed",
    },
    footer = {
      "  pressmark verify",
      "  pressmark verify --archive press-archive --json",
    })
final class VerifyCommand implements Callable<Integer> {
  private final Desk desk;

  @Mixin
  private final ArchiveOption archive = new ArchiveOption();

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  VerifyCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() throws IOException {
    List<String> damages = new ArrayList<>();
    Audit audit =
        Audit.of(archive.folder(), damage -> damages.add(damage.toString()), Progress.on(desk));
    damages.addAll(audit.faults());
    desk.printFound(json ? json(audit, damages) : text(audit, damages));
    return audit.isWhole() ? Exit.WELL : Exit.FAILED;
  }

  private String text(Audit audit, List<String> damages) {
    List<String> lines = new ArrayList<>();
    lines.add(Screen.line(archive.folder().toString()) + ": "
        + Summary.count(audit.archive().entries(), "document") + ": "
        + Summary.count(audit.archive().kept(), "article")
        + without(audit.archive().orphans().count()) + ", "
        + Summary.count(audit.archive().rejected(), "not cleaned", "not cleaned") + ", "
        + Summary.count(audit.archive().again(), "copy", "copies")
        + without(audit.archive().bare().count())
        + (audit.archive().later() == 0
            ? ""
            : "; " + Summary.count(audit.archive().later(), "later version")));
    damages.forEach(damage -> lines.add("damaged: " + Screen.line(damage)));
    audit.remarks().forEach(remark -> lines.add("remark: " + Screen.line(remark)));
    lines.add(
        audit.isWhole()
            ? "whole: every byte is as it was written"
            : Summary.count(damages.size(), "damaged place"));
    return String.join("\n", lines) + "\n";
  }

  private static String without(long documents) {
    return documents == 0 ? "" : ", " + documents + " of them without the document";
  }

  private String json(Audit audit, List<String> damages) {
    return JsonText.object(json -> {
      json.writeStringProperty("archive", archive.folder().toString());
      json.writeBooleanProperty("whole", audit.isWhole());
      json.writeNumberProperty("documents", audit.archive().entries());
      json.writeNumberProperty("articles", audit.archive().kept());
      json.writeNumberProperty("notCleaned", audit.archive().rejected());
      json.writeNumberProperty("copies", audit.archive().again());
      json.writeNumberProperty("copiesWithoutDocument", audit.archive().bare().count());
      json.writeNumberProperty(
          "articlesWithoutDocument", audit.archive().orphans().count());
      json.writeNumberProperty("laterVersions", audit.archive().later());
      json.writeNumberProperty("bytes", audit.archive().bytes());
      json.writeNumberProperty("unfinishedBytes", audit.archive().unfinishedBytes());
      JsonText.write(json, "damages", damages);
      JsonText.write(json, "remarks", audit.remarks());
    });
  }
}
