/// A question in, hits with snippets out.
///
/// ```
/// words ─Grammar─▶ Clause ─Plan─▶ Part ─┬─ query() ─▶ documents       Search.ask, places
///                                       └─ spots ─Keys─▶ places ─Offsets─▶ Key   Search.walk
/// ```
///
/// The grammar of the query language:
///
/// ```
/// any    = all { OR all }
/// all    = near { [AND] near }
/// near   = one { apart one } { WITHIN unit }
/// apart  = ( NEAR | W | PRE )/far | NEAR | NOT ( NEAR | W )/n
/// far    = n | s | p                                  words, one sentence, one paragraph
/// unit   = sentence | paragraph
/// one    = { NOT | - | ! | + } plain
/// plain  = ( any ) | field:plain | date:when | [=] said
/// said   = "phrase"[~words] | /regex/ | word[~edits]
/// phrase = { word | wild*card | word~[edits] | * }
/// when   = day | day..day | [day TO day] | >day | >=day | <day | <=day
/// ```
///
/// A word has three forms: by its stem, folded (`exact:word`), and as it is written (`=word`). All
/// stand in one field of the index, at one place (see [org.pressmark.index.Forms]), so that one
/// phrase may mix them. What is said of places is answered by Lucene's intervals, from the shortest
/// stretches that fit; a place is counted once, the first of those that overlap.
@NullMarked
package org.pressmark.search;

import org.jspecify.annotations.NullMarked;
