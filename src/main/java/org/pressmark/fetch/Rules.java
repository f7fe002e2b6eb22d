package org.pressmark.fetch;

import crawlercommons.robots.BaseRobotRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a site asks of robots, as far as it could be read.
///
/// @param refusal why nothing at all of the site is fetched
/// @param delay between two requests
/// @param sitemaps that the site names there
/// @param readAt when, by a clock that nobody sets
record Rules(
    Optional<Trouble> refusal,
    Optional<BaseRobotRules> rules,
    Optional<Duration> delay,
    List<String> sitemaps,
    long readAt) {
  static Rules none(long readAt) {
    return new Rules(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), readAt);
  }

  static Rules closed(Trouble why, long readAt) {
    return new Rules(Optional.of(why), Optional.empty(), Optional.empty(), List.of(), readAt);
  }

  void require(Address address) throws Trouble {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    if (rules.isPresent() && !rules.get().isAllowed(address.toString())) {
      throw Trouble.lasting(
          Miss.Kind.ROBOTS, "robots.txt of " + address.site() + " asks robots not to fetch this");
    }
  }
}
