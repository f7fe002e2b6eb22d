package org.pressmark.source;

/// TODO
final class Zip {
  private Zip() {}

  static Format format(byte[] bytes) {
    return new Format.Foreign("a zip archive; unpack it first");
  }
}
