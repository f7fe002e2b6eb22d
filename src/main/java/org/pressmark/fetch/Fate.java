package org.pressmark.fetch;

import java.time.Duration;
import java.time.Instant;
import org.pressmark.article.Capture;

/// What became of one address.
public sealed interface Fate {
  /// It came.
  record Came(Address address, Capture capture) implements Fate {}

  /// It is as it was when the archive's last capture of it was made, says the server.
  record Unchanged(Address address) implements Fate {}

  /// It was not asked for, because the archive has a capture of it that is young enough.
  record PassedOver(Address address, Instant captured) implements Fate {}

  /// It leads to a page that came, or will come, by another address.
  record Twice(Address address) implements Fate {}

  /// It is a list of other addresses.
  record Opened(Address address, Listing listing) implements Fate {}

  /// It was not had.
  record Missed(Address address, Miss miss) implements Fate {}

  /// It would be asked for now, if this were no rehearsal.
  ///
  /// @param delay that its host asks for
  record Due(Address address, Duration delay) implements Fate {}

  /// As it was asked for.
  Address address();
}
