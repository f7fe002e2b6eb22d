package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps all but one writer out. The operating system lets go of the lock when a process ends,
/// however it ends; the file itself stays, and means nothing by itself.
final class WriterLock implements Closeable {
  // Far behind the words in the file, which others could not read under Windows otherwise.
  private static final long LOCKED_BYTE = 1L << 62;
  private static final Pattern HOLDER = Pattern.compile("process ([0-9]+), since ([0-9TZ:.-]+)\n");

  private final FileChannel channel;

  private WriterLock(FileChannel channel) {
    this.channel = channel;
  }

  static WriterLock take(Folder folder, Instant now) throws IOException {
    if (Files.isSymbolicLink(folder.lock())) { // an archive may come from somebody else
      throw new IOException(folder.lock()
          + ": is a link, and what it leads to would be written over; remove the link");
    }
    FileChannel channel = FileChannel.open(
        folder.lock(),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
    try {
      if (tryLock(channel) == null) {
        throw new ArchiveLockedException(folder.root() + ": another pressmark"
            + holder(folder).map(words -> " (" + words + ")").orElse("")
            + " is writing to this archive; wait until it has finished, or end it");
      }
      String words = "process " + ProcessHandle.current().pid() + ", since " + now + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII)), 0);
      return new WriterLock(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // this very process holds it
    }
  }

  private static Optional<String> holder(Folder folder) throws IOException {
    Matcher words = HOLDER.matcher(Files.readString(folder.lock(), StandardCharsets.ISO_8859_1));
    return words.matches()
        ? Optional.of("process " + words.group(1) + ", since " + words.group(2))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
