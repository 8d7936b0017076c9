#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "design/act.hpp"
#include "design/blank.hpp"
#include "design/event_json.hpp"
#include "design/subject_file.hpp"

namespace motcua::design {
namespace {

TEST(WithKey, ChangesOneLineOfTheTopAndNothingElse) {
  EXPECT_EQ(with_key("a = 1\nversion = 1 # x\n[t]\nversion = 3\n", "version", "2"),
            "a = 1\nversion = 2\n[t]\nversion = 3\n");
  EXPECT_EQ(with_key("a = 1\n[t]\nversion = 3\n", "version", "2"),
            "a = 1\nversion = 2\n[t]\nversion = 3\n");
  EXPECT_EQ(with_key("versions = 1", "version", "2"), "versions = 1\nversion = 2\n");
  EXPECT_EQ(with_key("", "version", "2"), "version = 2\n");
}

TEST(FileNames, AreOfAClosedListAndNeverPaths) {
  for (const std::string_view name : {"procedure.toml", "list.ranks.toml", "decisions.dmn"}) {
    EXPECT_TRUE(is_file_name(Kind::Procedure, name)) << name;
  }
  for (const std::string_view name :
       {"published.digest", "abolished.toml", "../office.toml", "list.../x.toml", "list..toml",
        "list.toml", ".lists/x.toml", "a/procedure.toml", "", "matrix.dmn"}) {
    EXPECT_FALSE(is_file_name(Kind::Procedure, name)) << name;
  }
}

TEST(SubjectFile, IsReadAsItWasWritten) {
  for (const auto kind : {Kind::Procedure, Kind::Matrix}) {
    const Subject subject{kind, "thu-tuc"};
    const auto files = blank_files(subject, "Thủ tục \"mới\"", Date{});
    const auto written = write_subject({subject, files});
    const auto read = read_subject(written);
    ASSERT_TRUE(read.ok()) << read.error().code();
    EXPECT_EQ(read->files, files);
    EXPECT_EQ(write_subject(*read), written);
  }
}

TEST(SubjectFile, ThatIsHostileIsRefused) {
  const Subject subject{Kind::Matrix, "m"};
  const auto good = write_subject({subject, blank_files(subject, "M", Date{})});
  const auto code_of = [&](const std::string& from, const std::string& to) {
    auto text = good;
    text.replace(text.find(from), from.size(), to);
    const auto read = read_subject(text);
    return read ? std::string("taken") : std::string(read.error().code());
  };
  EXPECT_EQ(code_of("motcua-subject/1", "motcua-subject/2"), "export_unreadable");
  EXPECT_EQ(code_of("\"subject\":\"m\"", "\"subject\":\"../m\""), "export_unreadable");
  EXPECT_EQ(code_of("\"subject\"", "\"kind\":\"matrix\",\"subject\""), "export_unreadable");
  EXPECT_EQ(code_of("\"matrix.toml\"", "\"/etc/passwd\""), "file_name_unknown");
  EXPECT_EQ(code_of("version = 1", "version = 2"), "export_digest_differs");
  EXPECT_EQ(code_of("version = 1", "version\\t= 1"), "export_text_unclean");
  EXPECT_EQ(read_subject(std::string(most_bytes_of_a_subject + 1, ' ')).error().code(),
            "export_unreadable");
}

TEST(Events, AreReadAsTheyWereWritten) {
  const std::vector<Event> events{
      DraftBegun{{Kind::Matrix, "m"}, 2, "T", {{"matrix.toml", "x"}}},
      FilesSaved{{{"a", "b"}, {"c", std::nullopt}}},
      Submitted{Date{}, {"1", Date{}, "by"}, "n", {{"a", "b"}}},
      Published{{Kind::Procedure, "p"}, 3, "d", Date{}, {"1", Date{}, "by"}},
      Proposed{ProposalKind::Merge, {"a", "b"}, "c", "w", Date{}, "[]"},
      CarriedOut{"r", {{"a", 1, Date{}, "d"}}}};
  for (const auto& event : events) {
    const auto body = event_body(event);
    const auto read = read_event(event_name(event), body);
    ASSERT_TRUE(read.ok()) << event_name(event);
    EXPECT_EQ(event_body(*read), body) << event_name(event);
    EXPECT_FALSE(read_event(event_name(event), json::object{}).ok());
  }
}

}  // namespace
}  // namespace motcua::design
