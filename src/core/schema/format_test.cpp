#include "schema/format.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "schema/uri.hpp"

namespace motcua::schema {
namespace {

struct Examples {
  std::string_view format;
  std::vector<std::string> good;
  std::vector<std::string> bad;
};

const std::vector<Examples> all_examples{
    {"date",
     {"2017-04-20", "2016-02-29", "0400-02-29"},
     {"2017-02-29", "2017-4-20", "20170420", ""}},
    {"time",
     {"08:30:00+07:00", "23:59:60Z", "06:59:60.5+07:00"},
     {"08:30", "24:00:00Z", "22:59:60Z"}},
    {"date-time",
     {"2017-04-20T08:30:00+07:00", "2017-04-20t08:30:00.25z"},
     {"2017-04-20 08:30:00Z", "2017-04-20T08:30:00", "2017-04-20"}},
    {"duration",
     {"P3D", "PT2H", "P1Y2M3DT4H5M6S", "P2W"},
     {"P", "PT", "P1Y2D", "P1W2D", "3D", "PT1.5H"}},
    {"email",
     {"lan@example.vn", "\"a@ b\"@example.vn", "a@[192.0.2.1]", "a@[IPv6:2001:db8::1]"},
     {"lan", "@example.vn", "lan@", "a..b@example.vn", "a b@example.vn", "a@-x.vn", "\"a\"b@x.vn",
      "lan@ví-dụ.vn"}},
    {"idn-email", {"đức@ví-dụ.vn", "lan@example.vn"}, {"đức", "a b@ví-dụ.vn"}},
    {"hostname",
     {"example.vn", "a-b.c1", "xn--v-d-rma6749a.vn"},
     {"", "-a.vn", "a-.vn", "a..vn", "a_b.vn", ".vn", "vn.", "ab--cd.vn", "xn--X.vn",
      std::string(64, 'a') + ".vn"}},
    {"idn-hostname",
     {"ví-dụ.vn", "例え。jp", "example.vn"},
     {"ví dụ.vn", "a_b.vn", "-ví.vn", "〮한국"}},
    {"ipv4",
     {"192.0.2.1", "0.0.0.0"},
     {"192.0.2", "256.0.0.1", "01.2.3.4", "1.2.3.4.5", "1.2.3.4 "}},
    {"ipv6",
     {"::", "::1", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1"},
     {"1:2:3", "1::2::3", "12345::", ":1", "1:2:3:4:5:6:7:8:9", "::1%eth0", "1:2:3:4:5:6:7::8:9"}},
    {"uri",
     {"https://example.vn/a?b=c#d", "urn:isbn:12", "mailto:a@b.vn", "http://[::1]:80/"},
     {"/a", "a b:c", "http://exa mple.vn", "http://a/%zz", "http://[::1", "http://a:b/"}},
    {"uri-reference", {"", "/a", "a/b?c", "#d", "//host/x"}, {"a b", "\\\\a", "1:2", "#a#b"}},
    {"iri", {"https://ví-dụ.vn/đường?x=ờ"}, {"đường", "https://ví dụ.vn"}},
    {"iri-reference", {"đường#ờ", ""}, {"a|b"}},
    {"uri-template", {"", "/a/{b}", "{+x,y*}{?q:3}"}, {"{", "}", "{}", "{a b}", "{x:0}", "a b"}},
    {"uuid",
     {"2eb8aa08-aa98-11ea-b4aa-73b441d16380"},
     {"2eb8aa08aa9811eab4aa73b441d16380", "2eb8aa08-aa98-11ea-b4aa-73b441d1638g"}},
    {"json-pointer", {"", "/", "/a~1b/0"}, {"a", "/~", "/~2", "#/a"}},
    {"relative-json-pointer",
     {"0", "1/a", "2#", "0-1#", "0+1/b"},
     {"", "/a", "01", "-1", "0##", "1a"}},
    {"regex", {"^[a-z]+$", "(?<=x)y"}, {"(", "\\Z"}},
    {"vn-cccd",
     {"001085012345"},
     {"00108501234", "0010850123456", "00108501234a", "001 085 012 345"}},
    {"vn-tax-code",
     {"0100109106", "0101248141", "0100109106-003"},
     {"0100109107", "010010910", "0100109106003", "0100109106-03", "0100109106-00a"}},
    {"vn-phone",
     {"02439999999", "024 3999 9999", "+84 24.3999.9999", "0912345678", "01612345678"},
     {"24399999999", "0012345678", "02439", "024--3999", "+8402439999999", "024 3999 9999 ",
      "024  39999999"}},
    {"passport-number",
     {"B1234567", "C12345678", "X1234"},
     {"b1234567", "B123", "B123456789", "B 12345"}},
};

TEST(Formats, HoldForWhatIsWellFormedAndNothingElse) {
  for (const auto& examples : all_examples) {
    const Format* format = find_format(examples.format);
    ASSERT_NE(format, nullptr) << examples.format;
    for (const auto& text : examples.good)
      EXPECT_TRUE(format->fits(text)) << examples.format << ": " << text;
    for (const auto& text : examples.bad)
      EXPECT_FALSE(format->fits(text)) << examples.format << ": " << text;
  }
}

TEST(Formats, KeepTheWholeTextInView) {
  for (const auto& examples : all_examples) {
    if (examples.format == "regex") continue;  // a pattern may hold anything
    const Format* format = find_format(examples.format);
    for (const auto& good : examples.good) {
      EXPECT_FALSE(format->fits(good + "\n") && !examples.format.ends_with("json-pointer")) << good;
      EXPECT_FALSE(format->fits(good + std::string("\0<", 2)) &&
                   !examples.format.ends_with("pointer"))
          << examples.format << ": " << good;
    }
  }
}

TEST(Formats, OfMoneyAreOfNumbers) {
  const Format* money = find_format("money-vnd");
  ASSERT_NE(money, nullptr);
  EXPECT_EQ(money->fits, nullptr);
  EXPECT_TRUE(money->fits_number(json::value(30'000)));
  EXPECT_TRUE(money->fits_number(json::value(30'000.0)));
  EXPECT_FALSE(money->fits_number(json::value(-1)));
  EXPECT_FALSE(money->fits_number(json::value(0.5)));
  EXPECT_FALSE(money->fits_number(json::value(1e16)));
}

TEST(Formats, HaveWordsInBothLanguages) {
  EXPECT_EQ(find_format("dates"), nullptr);
  for (const auto& examples : all_examples) {
    const RejectionKind& broken = find_format(examples.format)->broken;
    EXPECT_FALSE(broken.vi.empty());
    EXPECT_NE(broken.vi, broken.en);
  }
}

// RFC 3986, 5.4
TEST(Uri, ResolvesReferences) {
  const Uri base = Uri::split("http://a/b/c/d;p?q");
  const std::vector<std::pair<std::string, std::string>> examples{{"g:h", "g:h"},
                                                                  {"g", "http://a/b/c/g"},
                                                                  {"./g", "http://a/b/c/g"},
                                                                  {"g/", "http://a/b/c/g/"},
                                                                  {"/g", "http://a/g"},
                                                                  {"//g", "http://g"},
                                                                  {"?y", "http://a/b/c/d;p?y"},
                                                                  {"#s", "http://a/b/c/d;p?q#s"},
                                                                  {"", "http://a/b/c/d;p?q"},
                                                                  {".", "http://a/b/c/"},
                                                                  {"..", "http://a/b/"},
                                                                  {"../g", "http://a/b/g"},
                                                                  {"../..", "http://a/"},
                                                                  {"../../../g", "http://a/g"},
                                                                  {"/./g", "http://a/g"},
                                                                  {"g.", "http://a/b/c/g."},
                                                                  {"./g/.", "http://a/b/c/g/"},
                                                                  {"g;x=1/../y", "http://a/b/c/y"}};
  for (const auto& [reference, expected] : examples) {
    EXPECT_EQ(resolve(base, Uri::split(reference)).write(), expected) << reference;
  }
  EXPECT_EQ(resolve(Uri::split("http://host"), Uri::split("a")).write(), "http://host/a");
}

}  // namespace
}  // namespace motcua::schema
