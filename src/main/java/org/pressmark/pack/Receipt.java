package org.pressmark.pack;

/// What was given out, for the line that ends an export and for the file that stands beside it.
///
/// @param articles how many
/// @param bytes of the file, or of all files of a folder
/// @param sha256 of the file; of a folder, that of its list of files
public record Receipt(long articles, long bytes, String sha256) {}
