package org.pressmark.fetch;

import java.io.IOException;
import java.util.Optional;
import org.pressmark.article.Capture;

/// What an archive has of an address already. Asked by many threads at once.
public interface Memory {
  Memory NONE = address -> Optional.empty();

  /// The newest capture of the article that this address leads to.
  Optional<Capture> last(String address) throws IOException;
}
