package org.pressmark.article;

import java.util.ArrayList;
import java.util.List;

/// How the bytes of a capture were turned into text, with the evidence.
///
/// @param mediaType what the bytes are, by their content first and their name second, such as
/// `text/html`
/// @param charset the IANA name used for decoding, such as `windows-1251`; empty where the format
/// has its own
/// @param charsetSource what spoke for that charset: `bom`, `utf-8`, `http`, `meta`, `detected`,
/// `default`
/// @param notes each limit that acted and each repair that was made, a sentence apiece
public record Reading(String mediaType, String charset, String charsetSource, List<String> notes) {
  public Reading {
    notes = List.copyOf(notes);
  }

  /// The same with more notes.
  public Reading with(List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new Reading(mediaType, charset, charsetSource, all);
  }
}
