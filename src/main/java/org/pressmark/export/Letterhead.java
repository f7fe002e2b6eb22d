package org.pressmark.export;

import java.util.Optional;

/// What a result says of where it comes from. The same archive and question give the same: no
/// clock, no path.
///
/// @param program that makes it, such as `pressmark 0.1.0`
/// @param query that chose the articles; absent where all were wanted
public record Letterhead(String program, Optional<String> query) {}
