package org.pressmark.archive;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.Warcinfo;
import org.pressmark.article.Capture;
import org.pressmark.article.Edition;
import org.pressmark.article.Position;

/// The kinds of WARC record that an archive is made of.
final class Records {
  private static final MessageVersion VERSION = MessageVersion.WARC_1_1;
  private static final MediaType JSON = MediaType.parse("application/json");
  private static final String IP_ADDRESS = "WARC-IP-Address";
  // RFC 6838, 4.2
  private static final Pattern MEDIA_TYPE = Pattern.compile(
      "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}");

  private static final Pattern CHARSET = Pattern.compile("[A-Za-z0-9._+-]{1,40}");

  private Records() {}

  /// The record that opens a file.
  static Warcinfo file(String name, String created, Instant time, ArchiveOptions options) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("software", List.of(Percent.encode(options.program(), Percent.FIELD)));
    fields.put("format", List.of("WARC File Format 1.1"));
    fields.put(
        "conformsTo",
        List.of("http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"));
    fields.put(
        "description",
        List.of("news articles: each capture, followed by the clean article made of it as JSON"));
    if (!options.kept().isEmpty()) {
      fields.put("kept", List.of(options.keptNames()));
    }
    return new Warcinfo.Builder()
        .version(VERSION)
        .recordId(RecordId.file(name, created))
        .date(time)
        .filename(name)
        .fields(fields)
        .build();
  }

  /// A document as it came.
  ///
  /// @param contentType as [#contentType] has it
  static WarcRecord capture(Head head, Capture capture, String contentType) {
    String digest = Digest.text(capture.sha256());
    WarcResource.Builder record = new WarcResource.Builder(URI.create(head.target()));
    return own(head, record)
        .setHeader("WARC-Block-Digest", digest)
        .setHeader("WARC-Payload-Digest", digest)
        .body(null, capture.bytes())
        .setHeader("Content-Type", contentType)
        .build();
  }

  /// A document as it came over the wire: status line, header and body.
  ///
  /// The digest of the payload is that of the body without its transfer coding and with its content
  /// coding, the entity-body of RFC 2616 (WARC 1.1, 6.3.2 and 5.9, as
  /// https://github.com/iipc/warc-specifications/issues/22 makes clear). Programs that take the
  /// body as it came, such as warcio, find another one where it came in chunks.
  static WarcRecord response(Head head, byte[] response, byte[] content) {
    WarcResponse.Builder record = new WarcResponse.Builder(URI.create(head.target()));
    head.first().ifPresent(first -> record.setHeader(Head.FIRST_ID, "<" + first.id() + ">"));
    return own(head, record)
        .setHeader("WARC-Block-Digest", Digest.text(Digest.of(response)))
        .setHeader("WARC-Payload-Digest", Digest.text(Digest.of(content)))
        .body(MediaType.HTTP_RESPONSE, response)
        .build();
  }

  /// What a document was asked for with. It follows the answer, which names it.
  static WarcRecord request(Head head, byte[] request) {
    Head.Wire wire = head.wire().orElseThrow();
    WarcRequest.Builder record = new WarcRequest.Builder(URI.create(head.target()))
        .version(VERSION)
        .recordId(wire.request().orElseThrow())
        .date(head.date())
        .concurrentTo(head.id());
    if (wire.isIp()) {
      record.setHeader(IP_ADDRESS, wire.address().orElseThrow());
    }
    return record
        .setHeader("WARC-Block-Digest", Digest.text(Digest.of(request)))
        .body(MediaType.HTTP_REQUEST, request)
        .build();
  }

  /// What became of a capture, as JSON.
  static WarcRecord story(Head head, byte[] json, Edition edition) {
    byte[] digest = Digest.of(json);
    return new WarcConversion.Builder()
        .version(VERSION)
        .recordId(RecordId.conversion(head.id(), digest))
        .date(head.time())
        .setHeader("WARC-Target-URI", head.target())
        .refersTo(head.id())
        .setHeader("WARC-Block-Digest", Digest.text(digest))
        .setHeader(Head.EDITION, Percent.encode(edition.toString(), Percent.FIELD))
        .body(JSON, json)
        .build();
  }

  /// What became of a capture when it was cleaned once more, as JSON.
  ///
  /// @param before where the version is whose place it takes
  static WarcRecord later(Head head, byte[] json, Edition edition, Position before) {
    return own(head, new WarcConversion.Builder())
        .setHeader("WARC-Target-URI", head.target())
        .refersTo(head.first().orElseThrow().id())
        .setHeader("WARC-Block-Digest", Digest.text(Digest.of(json)))
        .setHeader(Head.EDITION, Percent.encode(edition.toString(), Percent.FIELD))
        .setHeader(Head.BEFORE, before.toString())
        .body(JSON, json)
        .build();
  }

  /// What a copy says of the record that has its payload (WARC 1.1, 5.7, 5.8 and 5.9).
  ///
  /// @param digest of the payload, as that record has it
  record Reference(URI id, String target, Instant date, String digest) {
    /// What the header of a copy's record says, be the other record there or not.
    static Reference in(RecordReader copy) throws DamageException {
      try {
        return new Reference(
            RecordId.read(copy.field("WARC-Refers-To").orElse("")),
            copy.field("WARC-Refers-To-Target-URI").orElse(""),
            Instant.parse(copy.field("WARC-Refers-To-Date").orElse("")),
            copy.field("WARC-Payload-Digest").orElse(""));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new DamageException("a field of the record's header: " + e.getMessage(), e);
      }
    }

    static Reference to(Document first) {
      return to(first.head(), first.digest());
    }

    static Reference to(Head first, String digest) {
      return new Reference(first.id(), first.target(), first.date(), digest);
    }
  }

  /// A document whose bytes the archive has already.
  static WarcRecord revisit(Head head, Reference first) {
    return revisitOf(head, first).body(null, new byte[0]).build();
  }

  /// The same where it came over the wire: with the header it came with (WARC 1.1, 6.7.2).
  static WarcRecord revisit(Head head, Reference first, byte[] header) {
    return revisitOf(head, first)
        .truncated(WarcTruncationReason.LENGTH)
        .setHeader("WARC-Block-Digest", Digest.text(Digest.of(header)))
        .body(MediaType.HTTP_RESPONSE, header)
        .build();
  }

  private static WarcRevisit.Builder revisitOf(Head head, Reference first) {
    WarcRevisit.Builder record =
        new WarcRevisit.Builder(head.target(), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
    return own(head, record)
        .setHeader("WARC-Payload-Digest", first.digest())
        .refersTo(first.id(), first.target(), first.date());
  }

  private static <R extends WarcRecord, B extends WarcRecord.AbstractBuilder<R, B>> B own(
      Head head, B record) {
    record
        .version(VERSION)
        .recordId(head.id())
        .date(head.date())
        .setHeader(Head.MARK, head.mark().value())
        .setHeader(Head.ORIGIN, Head.reference(head.origin()));
    head.mediaType()
        .ifPresent(type -> record.setHeader(Head.MEDIA_TYPE, Percent.encode(type, Percent.FIELD)));
    head.captureTime().ifPresent(time -> record.setHeader(Head.TIME, time.toString()));
    head.urlBesidesTarget()
        .ifPresent(url -> record.setHeader(Head.URL, Percent.encode(url, Percent.FIELD)));
    head.first().ifPresent(first -> record.setHeader(Head.FIRST, first.at().toString()));
    head.wire().ifPresent(wire -> over(head, wire, record));
    return record;
  }

  private static <R extends WarcRecord, B extends WarcRecord.AbstractBuilder<R, B>> void over(
      Head head, Head.Wire wire, B record) {
    record.setHeader(Head.ARCHIVED, head.time().toString());
    wire.request().ifPresent(id -> record.setHeader("WARC-Concurrent-To", "<" + id + ">"));
    wire.address()
        .ifPresent(address -> record.setHeader(
            wire.isIp() ? IP_ADDRESS : Head.ADDRESS,
            wire.isIp() ? address : Percent.encode(address, Percent.PATH)));
  }

  /// For the use of other programs: nothing in it that a header could not hold.
  ///
  /// @param charset by its IANA name, or empty
  static String contentType(String mediaType, String charset) {
    return mediaType(mediaType)
        .map(type -> CHARSET.matcher(charset).matches() ? type + ";charset=" + charset : type)
        .orElse("application/octet-stream");
  }

  /// Without its parameters, if it is one.
  static Optional<String> mediaType(String declared) {
    return Optional.of(declared.split(";", 2)[0].strip())
        .filter(type -> MEDIA_TYPE.matcher(type).matches());
  }
}
