/// Articles and their original bytes on disk, in WARC files: written once, never changed.
///
/// ## What is promised after which return
///
/// | when this has returned | then, even if the power goes in the next moment |
/// |---|---|
/// | [ArchiveWriter#open] | all up to the last commit is there; an unfinished end is in `torn/` |
/// | [ArchiveWriter#append], [ArchiveWriter#again], [ArchiveWriter#revise] | nothing yet |
/// | [ArchiveWriter#commit] | all that was appended is there for good, and in the manifest |
/// | [ArchiveWriter#leaveSummary] | the summary is there; until then, the one before is, whole |
/// | [ArchiveWriter#close] | as after a commit, unless a write has failed; others may write |
/// | `Ingest.run` | all that its tally counts is in the archive and in the index |
/// | [Repair#of] | what was damaged lies in `damaged/`, byte for byte, and the rest is whole |
///
/// A write that fails throws, at the latest at the next commit; nothing is appended after that, and
/// all that was committed before is untouched.
///
/// ## In which order
///
/// A batch is committed in this order, and each step has returned from the disk before the next
/// begins: the records are appended and the WARC file is forced (`fsync`); its name still leads to
/// it; the manifest is written beside the old one, forced, put in its place by renaming, and the
/// folder is forced; then the index is committed, with the place up to which it is complete. A new
/// WARC file has its first record and the folder `warc/` forced before the manifest names it. So a
/// crash may leave
///
/// - a WARC file longer than the manifest knows: whole entries behind that place count, and an
///   unfinished one is moved to `torn/`;
/// - an index that is behind the archive: the next command adds what is missing;
/// - a draft, `*.new`: the next writer removes it.
///
/// `pressmark.json`, `last-ingest.json` and `damaged/list.txt` are replaced whole, between two
/// versions of the manifest: the first knows the old digest and the coming one, the second the new
/// one alone.
///
/// ## Entries
///
/// An entry is one document and what became of it, in up to three records, one behind the other:
///
/// | | records |
/// |---|---|
/// | a document from a file | `resource`, `conversion` |
/// | one that went over the wire | `response`, `request` where it is known, `conversion` |
/// | the same document from another file | `revisit`, without a block |
/// | the same document over the wire | `revisit` with the header of the response, `request` |
/// | the same, packed or cut otherwise | `response` with a `WARC-Pressmark-First`, `request` |
/// | a later version of an article | `conversion` |
///
/// The block of a `response` is what came, byte for byte, and of a `request` what was sent. The
/// header of the first names the second (`WARC-Concurrent-To`), so an entry that a crash cut
/// between two records is not taken for whole. `WARC-Date` is the time of the retrieval there, and
/// `WARC-Pressmark-Archived` that of archiving. The pressmark is always that of the unpacked
/// document; [Document] gets it from the response again.
///
/// ## Copies of what is gone
///
/// A `revisit` may refer to a place where a repair's filler stands now. It stays as it was written:
/// its address, its times and its header are evidence of a capture, and WARC lets it refer to a
/// record that is elsewhere (1.1, 5.7). [Verify] counts it apart, the index holds it under its
/// place alone, and [Repair] writes it anew, with its own id and times, once its document is found
/// in another record: for one with the header of a response, only where the very body is.
///
/// ## Formats
///
/// `pressmark.json` says format 1 as long as there are documents from files alone, and 2 from just
/// before the first exchange on: to a program that does not know them, their articles would be
/// damage.
///
/// ## Versions
///
/// A capture is followed by what became of it. Cleaned once more under other rules, the result is
/// a `conversion` record of the same capture at the end of the archive, with two places in its
/// header: of the capture (`WARC-Pressmark-First`) and of the version that it takes the place of
/// (`WARC-Pressmark-Before`). Nothing that is there changes. The last one of a capture is the
/// article; where it is damaged and set aside, the one before counts again.
///
/// Where the capture is damaged and set aside, its later versions stay: the last of them is the
/// article, without a document. [Verify] counts and names it. Once the same document is archived
/// and cleaned again, wherever it came from then, that is the article, and the versions stay
/// beside.
///
/// ## What the manifest is for
///
/// Every record has its own checksum and digest. The manifest adds what they cannot see: bytes of
/// the gzip format that carry no meaning, files that are gone or end too early, and the files that
/// are no WARC. The digest of the file that grows goes on from batch to batch and is never made
/// anew from bytes on the disk without being compared first, so no damage is ever taken for what
/// was written.
@NullMarked
package org.pressmark.archive;

import org.jspecify.annotations.NullMarked;
