package org.pressmark.residue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pressmark.article.Candidate;
import org.pressmark.article.Field;
import org.pressmark.article.PageKind;

/// What schema.org data say of an article, be they whole or torn.
///
/// Every object is looked at, however deep: an article is one whose type says so, or, where the
/// type was torn off, one that has members only articles have.
public final class JsonLd {
  /// Postings of their own, with dates and authors of their own, that hang on an article.
  private static final Set<String> OTHERS = Set.of("liveblogupdate", "comment");

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Node> byId = new HashMap<>();
  private final Candidate.Source source;
  private final String place;
  private final int end;
  private final List<Candidate> candidates = new ArrayList<>();

  /// An object, the type it says it has, and its members under schema.org's names in lower case.
  /// Most objects are asked for their type alone.
  private static final class Node {
    final Json.Obj json;
    final String type;
    private @Nullable Map<String, Json> members;

    Node(Json.Obj json, String type) {
      this.json = json;
      this.type = type;
    }

    Optional<Json> get(String name) {
      return Optional.ofNullable(members().get(name));
    }

    private Map<String, Json> members() {
      Map<String, Json> sorted = members;
      if (sorted == null) {
        sorted = new HashMap<>();
        for (Json.Member member : json.members()) {
          sorted.merge(SchemaWords.of(member.key()), member.value(), JsonLd::telling);
        }
        members = sorted;
      }
      return sorted;
    }

    private boolean has(Predicate<String> names, int atLeast) {
      int count = 0;
      for (String name : members().keySet()) {
        count += names.test(name) ? 1 : 0;
      }
      return count >= atLeast;
    }

    boolean isArticle() {
      return SchemaWords.isArticle(type);
    }

    /// Members of an article, but no type; a type of something else rules it out.
    boolean isTornArticle() {
      return type.isEmpty() && has(SchemaWords::isOfArticle, 2);
    }

    /// What is left of an article's members when most were torn off.
    boolean isRemnant() {
      return type.isEmpty()
          && has(SchemaWords::isOfArticle, 1)
          && (has(SchemaWords::isTelling, 1) || has(SchemaWords::isKnown, 2));
    }

    boolean isPerson() {
      return SchemaWords.isPerson(type);
    }

    boolean isOrganization() {
      return type.contains("organi") || type.contains("организация");
    }

    boolean isPage() {
      return type.endsWith("page");
    }

    /// What magazines print beside articles, with an author and a day of its own.
    boolean isGuide() {
      return type.equals("recipe") || type.equals("howto");
    }
  }

  private JsonLd(List<Json> roots, Candidate.Source source, String place, int end) {
    this.source = source;
    this.place = place;
    this.end = end;
    gather(roots);
  }

  /// What a page's own JSON-LD says.
  ///
  /// @param content of the script element
  /// @param place of the element, such as `script[2]`; candidates have it before theirs:
  ///     `script[2]/author`
  public static List<Candidate> read(String content, String place) {
    return new JsonLd(
            JsonReader.readAll(content, 0, content.length()),
            Candidate.Source.JSON_LD,
            place,
            Integer.MAX_VALUE)
        .candidates();
  }

  /// What JSON-LD that was left in a text still says; places are offsets in that text.
  public static List<Candidate> salvage(String text, int start, int end) {
    return salvage(Data.read(text, start, end), end);
  }

  /// The same of data that were read already, from a text that ends at `end`.
  static List<Candidate> salvage(List<Json> roots, int end) {
    return roots.isEmpty()
        ? List.of()
        : new JsonLd(roots, Candidate.Source.RESIDUE, "", end).candidates();
  }

  private void gather(List<Json> roots) {
    Deque<Json> todo = new ArrayDeque<>(roots);
    while (!todo.isEmpty()) {
      switch (todo.poll()) {
        case Json.Obj object -> {
          Node node = node(object);
          nodes.add(node);
          if (object.members().size() > 1) {
            id(object).ifPresent(id -> byId.putIfAbsent(id, node));
          }
          for (Json.Member member : object.members()) {
            boolean isBox =
                member.value() instanceof Json.Obj || member.value() instanceof Json.Arr;
            if (isBox && !OTHERS.contains(SchemaWords.of(member.key()))) {
              todo.add(member.value());
            }
          }
        }
        case Json.Arr list -> todo.addAll(list.items());
        case Json.Text text -> {}
        case Json.Num number -> {}
        case Json.Bool yesOrNo -> {}
        case Json.Null nothing -> {}
      }
    }
  }

  private Node node(Json.Obj object) {
    @Nullable Json type = null;
    for (Json.Member member : object.members()) {
      // All words for it begin so.
      if (member.key().startsWith("@") && SchemaWords.of(member.key()).equals("@type")) {
        type = type == null ? member.value() : telling(type, member.value());
      }
    }
    return new Node(object, type(type));
  }

  /// Of two values under one name, which only torn data have, the one that says more: an object
  /// says more than a text.
  private static Json telling(Json before, Json value) {
    return says(before) < says(value) ? value : before;
  }

  private static int says(Json value) {
    return switch (value) {
      case Json.Null nothing -> 0;
      case Json.Text text -> 1;
      case Json.Num number -> 1;
      case Json.Bool yesOrNo -> 1;
      case Json.Arr list -> 2;
      case Json.Obj object -> 2;
    };
  }

  /// In lower case; empty where there is none, or where it was torn in its middle.
  private String type(@Nullable Json type) {
    if (type instanceof Json.Arr list && !list.items().isEmpty()) {
      return type(list.items().getFirst());
    }
    return type instanceof Json.Text text && text.end() < end
        ? text.value().toLowerCase(Locale.ROOT).strip()
        : "";
  }

  private static Optional<String> id(Json.Obj object) {
    return object.get("@id").flatMap(JsonLd::line).map(Address::tidy);
  }

  private List<Candidate> candidates() {
    boolean isStory = false;
    for (Node node : nodes) {
      double trust = trust(node);
      if (trust > 0) {
        article(node, trust);
      }
      isStory |= node.isArticle();
    }
    kinds(isStory);
    return List.copyOf(candidates);
  }

  /// What the data say the page is. A story may have a video in it and a list beside it: they say
  /// what the page is only where no story is told of.
  private void kinds(boolean isStory) {
    for (Node node : nodes) {
      Optional<PageKind> kind = node.type.isEmpty() ? Optional.empty() : PageKind.of(node.type);
      if (kind.isPresent() && (node.isArticle() || !isStory)) {
        node.get("@type")
            .ifPresent(type ->
                put(Field.TYPE, List.of(kind.get().toString()), type, source, trust(kind.get())));
      }
    }
  }

  /// Every story calls itself an article, be it whole, a stub or a caption.
  private static double trust(PageKind kind) {
    return switch (kind) {
      case LIVE_BLOG -> 0.9;
      case FULL_ARTICLE -> 0.4;
      case GALLERY, LISTING, VIDEO, STUB, CONSENT_WALL, ERROR -> 0.5;
    };
  }

  private double trust(Node node) {
    boolean residue = source == Candidate.Source.RESIDUE;
    if (node.isArticle()) {
      return residue ? 0.9 : 0.95;
    }
    if (node.isTornArticle()) {
      return residue ? 0.85 : 0.7;
    }
    if (residue && node.isRemnant()) {
      return 0.6;
    }
    return node.isPage() || node.isGuide() ? 0.5 : 0;
  }

  private void article(Node node, double trust) {
    boolean page = node.isPage();
    node.get("headline")
        .or(() -> node.isArticle() || page ? node.get("name") : Optional.empty())
        .ifPresent(title -> add(Field.HEADLINE, title, trust, JsonLd::lines));
    node.get("alternativeheadline")
        .ifPresent(deck -> add(Field.ALTERNATIVE_HEADLINE, deck, trust, JsonLd::lines));
    node.get("datepublished")
        .ifPresent(date -> add(Field.DATE_PUBLISHED, date, trust, JsonLd::dates));
    node.get("datemodified")
        .ifPresent(date -> add(Field.DATE_MODIFIED, date, trust, JsonLd::dates));
    node.get("articlesection")
        .ifPresent(section -> add(Field.ARTICLE_SECTION, section, trust, JsonLd::lines));
    node.get("author").or(() -> node.get("creator")).ifPresent(author -> author(author, trust));
    node.get("publisher")
        .or(() -> node.get("editor").filter(this::isNoPerson))
        .ifPresent(publisher -> add(Field.PUBLISHER, publisher, trust, this::names));
    node.get("sourceorganization")
        .ifPresent(agency -> add(Field.SOURCE_ORGANIZATION, agency, trust, this::names));
    node.get("locationcreated")
        .or(() -> node.get("dateline"))
        .ifPresent(place -> add(Field.LOCATION_CREATED, place, trust, this::places));
    node.get("keywords").ifPresent(words -> add(Field.KEYWORDS, words, trust, JsonLd::keywords));
    node.get("description").ifPresent(text -> add(Field.DESCRIPTION, text, trust, JsonLd::lines));
    node.get("inlanguage")
        .ifPresent(language -> add(Field.IN_LANGUAGE, language, trust, this::names));
    node.get("isaccessibleforfree")
        .ifPresent(free -> add(Field.IS_ACCESSIBLE_FOR_FREE, free, trust, JsonLd::yesOrNo));
    node.get("url")
        .or(() -> node.get("mainentityofpage"))
        .ifPresent(url -> add(Field.URL, url, page ? trust / 2 : trust, this::addresses));
    node.get("image").or(() -> node.get("thumbnailurl")).ifPresent(image -> image(image, trust));
  }

  private boolean isNoPerson(Json value) {
    return value instanceof Json.Obj object && !node(object).isPerson();
  }

  private void author(Json author, double trust) {
    add(Field.AUTHOR, author, trust, this::names);
    for (Node person : persons(author)) {
      person.get("url").or(() -> person.get("@id")).ifPresent(this::authorPage);
    }
  }

  private void authorPage(Json url) {
    for (String address : addresses(url)) {
      Optional<String> slug = Address.authorSlug(address);
      if (slug.isPresent()) {
        put(Field.AUTHOR, List.of(slug.get()), url, Candidate.Source.AUTHOR_URL, 0.4);
        return;
      }
    }
  }

  private List<Node> persons(Json author) {
    return switch (author) {
      case Json.Obj object -> List.of(resolve(object));
      case Json.Arr list ->
        list.items().stream()
            .filter(Json.Obj.class::isInstance)
            .map(item -> resolve((Json.Obj) item))
            .toList();
      case Json.Text text -> List.of();
      case Json.Num number -> List.of();
      case Json.Bool yesOrNo -> List.of();
      case Json.Null nothing -> List.of();
    };
  }

  /// What `{"@id": …}` points at, where that is in the same data.
  private Node resolve(Json.Obj object) {
    Node here = node(object);
    return here.get("name").isPresent() ? here : id(object).map(byId::get).orElse(here);
  }

  private void image(Json image, double trust) {
    add(Field.IMAGE, image, trust, this::addresses);
    first(image).ifPresent(picture -> {
      picture.get("caption").ifPresent(words -> add(Field.CAPTION, words, trust, JsonLd::lines));
      picture
          .get("credittext")
          .or(() -> picture.get("copyrightholder"))
          .ifPresent(credit -> add(Field.CREDIT_TEXT, credit, trust, this::names));
    });
    for (String url : addresses(image)) {
      Optional<String> day = Address.day(url);
      if (day.isPresent()) {
        put(Field.DATE_PUBLISHED, List.of(day.get()), image, Candidate.Source.IMAGE_PATH, 0.3);
        return;
      }
    }
  }

  /// The first picture, where it is a thing and not an address alone.
  private Optional<Node> first(Json image) {
    Json picture =
        image instanceof Json.Arr list && !list.items().isEmpty() ? list.items().getFirst() : image;
    return picture instanceof Json.Obj object ? Optional.of(picture(object)) : Optional.empty();
  }

  /// As [#resolve], but a picture has an address where a person has a name.
  private Node picture(Json.Obj object) {
    return object.members().size() > 1
        ? node(object)
        : id(object).map(byId::get).orElseGet(() -> node(object));
  }

  private void add(Field field, Json value, double trust, Function<Json, List<String>> reading) {
    List<String> values = new ArrayList<>(reading.apply(value));
    values.removeIf(String::isBlank);
    if (values.size() > 1) {
      values = List.copyOf(new LinkedHashSet<>(values));
    }
    if (!values.isEmpty()) {
      // A value that ends where the residue ends may have been torn in its middle.
      put(field, values, value, source, value.end() >= end ? trust / 2 : trust);
    }
  }

  private void put(
      Field field, List<String> values, Json value, Candidate.Source from, double trust) {
    String where = place.isEmpty() ? "offset " + value.start() : place + "/" + field.schemaName();
    List<String> tidy = source == Candidate.Source.RESIDUE
        ? values.stream().map(Unescape::stripped).toList()
        : values;
    candidates.add(new Candidate(field, tidy, from, where, trust));
  }

  /// The names of people and organizations: a text, an object's `name`, or a list of these.
  private List<String> names(Json value) {
    return names(value, 0);
  }

  private List<String> names(Json value, int depth) {
    return switch (value) {
      case Json.Text text ->
        line(text).filter(name -> !isAddress(name)).map(List::of).orElse(List.of());
      case Json.Arr list ->
        depth > 3
            ? List.of()
            : list.items().stream()
                .flatMap(item -> names(item, depth + 1).stream())
                .toList();
      case Json.Obj object ->
        depth > 3
            ? List.of()
            : resolve(object).get("name").map(name -> names(name, depth + 1)).orElse(List.of());
      case Json.Num number -> List.of();
      case Json.Bool yesOrNo -> List.of();
      case Json.Null nothing -> List.of();
    };
  }

  /// Some write the day alone into their dateline.
  private List<String> places(Json value) {
    return names(value).stream()
        .filter(name -> !Character.isDigit(name.charAt(0)))
        .toList();
  }

  private List<String> addresses(Json value) {
    return switch (value) {
      case Json.Text text ->
        Optional.of(Address.tidy(Unescape.html(text.value())))
            .filter(JsonLd::isAddress)
            .map(List::of)
            .orElse(List.of());
      case Json.Arr list ->
        list.items().stream().limit(50).flatMap(item -> address(item).stream()).toList();
      case Json.Obj object -> address(object).map(List::of).orElse(List.of());
      case Json.Num number -> List.of();
      case Json.Bool yesOrNo -> List.of();
      case Json.Null nothing -> List.of();
    };
  }

  private Optional<String> address(Json value) {
    return switch (value) {
      case Json.Text text -> addresses(text).stream().findFirst();
      case Json.Obj object -> {
        Node node = node(object);
        yield node.get("url")
            .or(() -> node.get("contenturl"))
            .or(() -> node.get("@id"))
            .flatMap(url -> url instanceof Json.Text text ? address(text) : Optional.empty())
            .or(() -> id(object)
                .map(byId::get)
                .filter(there -> there.json != object)
                .flatMap(there -> there.get("url"))
                .flatMap(url -> url instanceof Json.Text text ? address(text) : Optional.empty()));
      }
      case Json.Arr list -> Optional.empty();
      case Json.Num number -> Optional.empty();
      case Json.Bool yesOrNo -> Optional.empty();
      case Json.Null nothing -> Optional.empty();
    };
  }

  private static boolean isAddress(String text) {
    return text.startsWith("http:")
        || text.startsWith("https:")
        || text.startsWith("//")
        || text.startsWith("/");
  }

  private static List<String> lines(Json value) {
    return value instanceof Json.Arr list
        ? list.items().stream().flatMap(item -> line(item).stream()).toList()
        : line(value).map(List::of).orElse(List.of());
  }

  private static Optional<String> line(Json value) {
    return value instanceof Json.Text text
        ? Optional.of(spaced(Unescape.html(text.value()))).filter(line -> !line.isEmpty())
        : Optional.empty();
  }

  /// On one line, with single spaces.
  private static String spaced(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c <= ' ' || c == '\u00a0';
      if (!blank) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString().strip();
  }

  private static List<String> dates(Json value) {
    List<String> dates = lines(value);
    return dates.isEmpty() ? dates : List.of(IsoDate.of(dates.getFirst()).orElse(dates.getFirst()));
  }

  private static List<String> keywords(Json value) {
    return lines(value).stream()
        .flatMap(words -> List.of(words.split("\\s*+[,;]\\s*+", -1)).stream())
        .filter(word -> !word.isBlank())
        .toList();
  }

  private static List<String> yesOrNo(Json value) {
    return switch (value) {
      case Json.Bool answer -> List.of(String.valueOf(answer.value()));
      case Json.Text text -> {
        String word = text.value().strip().toLowerCase(Locale.ROOT);
        word = word.substring(word.lastIndexOf('/') + 1); // https://schema.org/False
        yield word.equals("true") || word.equals("false") ? List.of(word) : List.of();
      }
      case Json.Obj object -> List.of();
      case Json.Arr list -> List.of();
      case Json.Num number -> List.of();
      case Json.Null nothing -> List.of();
    };
  }
}
