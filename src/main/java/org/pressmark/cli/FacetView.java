package org.pressmark.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.study.Facets;
import tools.jackson.core.JsonGenerator;

/// What all articles that match are like, for people, for programs and for spreadsheets.
///
/// @param limit how many values of each
record FacetView(Facets facets, int limit) {
  private static Figures figures(String head) {
    return new Figures(
        new Figures.Column("value", head, Figures.Kind.TEXT),
        new Figures.Column("articles", "articles", Figures.Kind.COUNT),
        new Figures.Column("share", "share", Figures.Kind.SHARE));
  }

  private Optional<Double> share(long articles) {
    return facets.articles() == 0
        ? Optional.empty()
        : Optional.of((double) articles / facets.articles());
  }

  private List<Facets.Value> shown(Facets.Facet facet) {
    return facet.values().stream().limit(limit).toList();
  }

  String table() {
    StringBuilder text = new StringBuilder();
    for (Facets.Facet facet : facets.facets()) {
      Figures figures = figures(facet.by().toString());
      for (Facets.Value value : shown(facet)) {
        figures.row(value.label(), value.articles(), share(value.articles()));
      }
      if (facet.unknown() > 0) {
        figures.row("(not known)", facet.unknown(), share(facet.unknown()));
      }
      if (facet.coarse() > 0) {
        figures.row("(no exact " + facet.by() + ")", facet.coarse(), share(facet.coarse()));
      }
      text.append("\n").append(figures.table());
      int more = facet.values().size() - shown(facet).size();
      if (more > 0) {
        text.append(
            String.format(Locale.ROOT, "and %,d more; see them with --facet-limit all\n", more));
      }
    }
    return text.toString();
  }

  String csv() {
    Figures figures = new Figures(
        new Figures.Column("facet", "facet", Figures.Kind.TEXT),
        new Figures.Column("value", "value", Figures.Kind.TEXT),
        new Figures.Column("articles", "articles", Figures.Kind.COUNT),
        new Figures.Column("share", "share", Figures.Kind.SHARE));
    for (Facets.Facet facet : facets.facets()) {
      String name = facet.by().toString();
      for (Facets.Value value : shown(facet)) {
        figures.row(name, value.label(), value.articles(), share(value.articles()));
      }
      figures.row(name, "(not known)", facet.unknown(), share(facet.unknown()));
      if (facet.by().isTime()) {
        figures.row(name, "(no exact " + name + ")", facet.coarse(), share(facet.coarse()));
      }
    }
    return figures.csv();
  }

  void write(JsonGenerator json) {
    json.writeObjectPropertyStart("facets");
    for (Facets.Facet facet : facets.facets()) {
      json.writeObjectPropertyStart(facet.by().toString());
      json.writeNumberProperty("distinct", facet.values().size());
      json.writeNumberProperty("unknown", facet.unknown());
      json.writeNumberProperty("coarse", facet.coarse());
      Figures figures = figures("");
      shown(facet)
          .forEach(value -> figures.row(value.label(), value.articles(), share(value.articles())));
      figures.write(json, "values");
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
