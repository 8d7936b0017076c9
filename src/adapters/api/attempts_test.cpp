#include "api/attempts.hpp"

#include <gtest/gtest.h>

namespace motcua::api {
namespace {

constexpr std::int64_t window = 900;

void guess_wrong(Attempts& attempts, Guess guess, int times, std::int64_t now) {
  for (int i = 0; i < times; ++i) attempts.failed(guess, now);
}

TEST(Attempts, TheLastAllowedTryIsTheTwentieth) {
  Attempts attempts({20, 200}, window);
  guess_wrong(attempts, {"10.0.0.1", "code"}, 19, 1000);
  EXPECT_EQ(attempts.seconds_to_wait({"10.0.0.1", "code"}, 1000), 0);
  attempts.failed({"10.0.0.1", "code"}, 1000);
  EXPECT_EQ(attempts.seconds_to_wait({"10.0.0.1", "code"}, 1000), window);
}

TEST(Attempts, WaitingEndsWithTheWindow) {
  Attempts attempts({20, 200}, window);
  guess_wrong(attempts, {"10.0.0.1", "code"}, 20, 1000);
  EXPECT_EQ(attempts.seconds_to_wait({"10.0.0.1", "code"}, 1000 + window - 1), 1);
  EXPECT_EQ(attempts.seconds_to_wait({"10.0.0.1", "code"}, 1000 + window), 0);
  attempts.failed({"10.0.0.1", "code"}, 1000 + window);  // a new window begins at one
  EXPECT_EQ(attempts.seconds_to_wait({"10.0.0.1", "code"}, 1000 + window), 0);
}

TEST(Attempts, LockOutNeitherOtherAddressesNorOtherCodes) {
  Attempts attempts({20, 200}, window);
  guess_wrong(attempts, {"10.0.0.1", "mine"}, 20, 1000);
  EXPECT_EQ(attempts.seconds_to_wait({"10.0.0.2", "mine"}, 1000), 0);
  EXPECT_EQ(attempts.seconds_to_wait({"10.0.0.1", "yours"}, 1000), 0);
}

TEST(Attempts, GuessingAtManyTargetsFromOneNetworkIsStoppedToo) {
  Attempts attempts({20, 200}, window);
  for (int i = 0; i < 200; ++i) attempts.failed({"10.0.0.1", std::to_string(i)}, 1000);
  EXPECT_GT(attempts.seconds_to_wait({"10.0.0.1", "never tried"}, 1000), 0);
  EXPECT_EQ(attempts.seconds_to_wait({"10.0.0.2", "never tried"}, 1000), 0);
}

TEST(Attempts, AnAddressOfTheSameSixtyFourIsTheSameGuesser) {
  Attempts attempts({20, 200}, window);
  guess_wrong(attempts, {"2001:db8:1:2::1", "code"}, 20, 1000);
  EXPECT_GT(attempts.seconds_to_wait({"2001:db8:1:2:ffff::9", "code"}, 1000), 0);
  EXPECT_EQ(attempts.seconds_to_wait({"2001:db8:1:3::1", "code"}, 1000), 0);
}

TEST(Attempts, AddressesWrittenAsIpv6StayApart) {
  EXPECT_NE(network_of("::ffff:10.0.0.1"), network_of("::ffff:10.0.0.2"));
  EXPECT_EQ(network_of("10.0.0.1"), "10.0.0.1");
  EXPECT_EQ(network_of("no address"), "no address");
}

TEST(Attempts, ManyGuessersAreKeptInABoundedTable) {
  Attempts attempts({2, 200}, window);
  for (int i = 0; i < 60000; ++i) attempts.failed({std::to_string(i), "code"}, 1000);
  guess_wrong(attempts, {"the last one", "code"}, 2, 1000);
  EXPECT_GT(attempts.seconds_to_wait({"the last one", "code"}, 1000), 0);
}

}  // namespace
}  // namespace motcua::api
