package org.pressmark.archive;

import java.nio.file.Path;

/// One of an archive's files, as a copy of the archive has it.
///
/// @param name from the archive's folder on, such as `warc/pressmark-00001.warc.gz`
/// @param bytes how many of its first bytes belong to the copy; more may be on their way
/// @param sha256 of these bytes, in hexadecimal digits, as the manifest says it
public record Part(String name, Path path, long bytes, String sha256) {}
