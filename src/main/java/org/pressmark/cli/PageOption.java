package org.pressmark.cli;

import picocli.CommandLine.Option;

/// How much of a list is printed, in which form, and from where on.
final class PageOption {
  /// What one table or file may hold; more come by the page.
  private static final int MAX_LIMIT = 100_000;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      converter = LimitConverter.class,
      description = "How many to print, or `all` (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = {"-p", "--page"},
      paramLabel = "N",
      description = "Which page of so many (default: ${DEFAULT-VALUE}).")
  private int page = 1;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "The form of the output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private TableFormat format = TableFormat.TABLE;

  PageOption(int limit) {
    this.limit = limit;
  }

  /// To be asked before anything else: what makes no sense is said before work begins.
  void check() {
    Misuse.require(
        isAll() || limit >= 1 && limit <= MAX_LIMIT,
        "--limit: " + limit + " is not from 1 to " + MAX_LIMIT);
    Misuse.require(page == 1 || !isAll(), "--page: there is one page only with --limit all");
    Misuse.require(
        page >= 1 && (long) page * limit <= Integer.MAX_VALUE,
        "--page: " + page + " is out of reach");
  }

  int limit() {
    return limit;
  }

  /// Whether there is no limit.
  boolean isAll() {
    return limit == LimitConverter.ALL;
  }

  int page() {
    return page;
  }

  /// How many come before this page.
  int before() {
    return (page - 1) * limit;
  }

  TableFormat format() {
    return format;
  }
}
