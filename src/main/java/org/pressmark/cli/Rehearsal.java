package org.pressmark.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pressmark.export.Screen;
import org.pressmark.fetch.Fate;
import org.pressmark.fetch.Haul;

/// What a fetch would do, told before it does it.
final class Rehearsal {
  /// What would be asked of one host.
  private static final class Host {
    long due;
    long passedOver;
    long missed;
    Duration delay = Duration.ZERO;
  }

  private final Map<String, Host> hosts = new TreeMap<>();
  private final List<String> due = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  void see(Fate fate) {
    Host host = hosts.computeIfAbsent(fate.address().host(), name -> new Host());
    switch (fate) {
      case Fate.Due page -> {
        host.due++;
        host.delay = page.delay();
        due.add(page.address().toString());
      }
      case Fate.PassedOver fresh -> host.passedOver++;
      case Fate.Missed missed -> {
        host.missed++;
        told.add(missed.miss().address());
      }
      case Fate.Came came -> {}
      case Fate.Unchanged same -> {}
      case Fate.Twice twice -> {}
      case Fate.Opened opened -> {}
    }
  }

  /// `fetch       https://varn-echo.example/storm`
  static String line(Fate fate) {
    String address = Screen.line(fate.address().toString());
    return switch (fate) {
      case Fate.Due page -> "fetch       " + address + "\n";
      case Fate.PassedOver fresh ->
        "pass over   " + address + "  captured at " + fresh.captured() + "\n";
      case Fate.Missed missed ->
        "not fetch   " + address + "  " + Screen.line(missed.miss().message()) + "\n";
      case Fate.Twice twice -> "pass over   " + address + "  leads to a page that is named too\n";
      case Fate.Opened opened ->
        "list        " + address + "  "
            + Summary.count(opened.listing().items().size(), "address", "addresses") + "\n";
      case Fate.Came came -> "";
      case Fate.Unchanged same -> "";
    };
  }

  String text(Haul haul) {
    StringBuilder text = new StringBuilder();
    hosts.forEach((name, host) -> text.append(Screen.line(name))
        .append(": ")
        .append(Summary.count(host.due, "page"))
        .append(" to fetch, ")
        .append(host.passedOver)
        .append(" passed over, ")
        .append(host.missed)
        .append(" not to be had; ")
        .append(time(host))
        .append("\n"));
    haul.misses().stream()
        .filter(miss -> !told.contains(miss.address()))
        .forEach(miss -> text.append(Screen.line(miss.toString())).append("\n"));
    if (haul.notChosen() + haul.old() + haul.beyondLimit() > 0) {
      text.append("left out: ")
          .append(haul.notChosen())
          .append(" by patterns, ")
          .append(haul.old())
          .append(" by --since, ")
          .append(haul.beyondLimit())
          .append(" by --limit\n");
    }
    return text.toString();
  }

  /// `1 s between requests, some 0:07 in all`
  private static String time(Host host) {
    return seconds(host.delay) + " between requests, some "
        + Progress.clock(host.delay.multipliedBy(host.due)) + " in all";
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  String json(Haul haul) {
    return JsonText.object(json -> {
      json.writeArrayPropertyStart("rehearsal");
      hosts.forEach((name, host) -> {
        json.writeStartObject();
        json.writeStringProperty("host", name);
        json.writeNumberProperty("toFetch", host.due);
        json.writeNumberProperty("passedOver", host.passedOver);
        json.writeNumberProperty("notToBeHad", host.missed);
        json.writeNumberProperty("delaySeconds", host.delay.toMillis() / 1e3);
        json.writeEndObject();
      });
      json.writeEndArray();
      JsonText.write(json, "toFetch", due.stream().sorted().toList());
      FetchSummary.write(json, haul);
    });
  }
}
