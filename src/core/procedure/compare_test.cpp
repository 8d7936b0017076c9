#include "procedure/compare.hpp"

#include <gtest/gtest.h>

namespace motcua::procedure {
namespace {

Version a_version() {
  Version version;
  Paper paper;
  paper.id = "letter";
  paper.name = {"Công văn", "Letter"};
  paper.originals = 1;
  version.papers.push_back(paper);
  FeeRule fee;
  fee.id = "stamp";
  fee.name = {"Lệ phí", "Fee"};
  fee.amount = Dong{30'000};
  version.fees.push_back(fee);
  Case one;
  one.id = "standard";
  one.name = {"Thông thường", "Standard"};
  one.terms[Channel::Online] = calendar::Term{calendar::TermUnit::WorkingDays, 6};
  version.cases.push_back(one);
  version.clock[StopReason::Supplement] = {};
  return version;
}

TEST(Compare, WhatStaysIsNotTold) {
  const auto version = a_version();
  EXPECT_TRUE(compare_papers(version, version).empty());
  EXPECT_TRUE(compare_fees(version, version).empty());
  EXPECT_TRUE(compare_terms(version, version).empty());
  EXPECT_TRUE(compare_clock(version, version).empty());
}

TEST(Compare, PapersAndFeesAreToldInBothLanguages) {
  const auto old = a_version();
  auto now = old;
  now.papers.front().originals = 2;
  now.papers.front().required = false;
  now.fees.clear();
  const auto papers = compare_papers(old, now);
  ASSERT_EQ(papers.size(), 1U);
  EXPECT_EQ(papers[0].name, (Text{"Công văn", "Letter"}));
  EXPECT_EQ(papers[0].old, (Text{"1 bản chính, 0 bản sao", "1 original, 0 copies"}));
  EXPECT_EQ(papers[0].now, (Text{"2 bản chính, 0 bản sao, không bắt buộc",
                                 "2 originals, 0 copies, not required"}));
  const auto fees = compare_fees(old, now);
  ASSERT_EQ(fees.size(), 1U);
  EXPECT_EQ(fees[0].old, write_dong(Dong{30'000}));
  EXPECT_FALSE(fees[0].now.has_value());
}

TEST(Compare, ANewNameIsADifference) {
  const auto old = a_version();
  auto now = old;
  now.papers.front().name = {"Tờ trình", "Proposal"};
  const auto papers = compare_papers(old, now);
  ASSERT_EQ(papers.size(), 1U);
  EXPECT_EQ(papers[0].old->en, "Letter: 1 original, 0 copies");
  EXPECT_EQ(papers[0].now->vi, "Tờ trình: 1 bản chính, 0 bản sao");
}

TEST(Compare, TermsAndClocksAreWords) {
  const auto old = a_version();
  auto now = old;
  now.cases.front().terms[Channel::Online] = calendar::Term{calendar::TermUnit::WorkingDays, 4};
  now.clock[StopReason::Supplement].policy = calendar::ClockPolicy::Restart;
  const auto terms = compare_terms(old, now);
  ASSERT_EQ(terms.size(), 1U);
  EXPECT_EQ(terms[0].name, (Text{"Thông thường, trực tuyến", "Standard, online"}));
  EXPECT_EQ(terms[0].now, (Text{"4 ngày làm việc", "4 working days"}));
  const auto clock = compare_clock(old, now);
  ASSERT_EQ(clock.size(), 1U);
  EXPECT_EQ(clock[0].old->en, "the term is paused, once, with a document");
  EXPECT_EQ(clock[0].now->vi, "thời hạn tính lại từ đầu, 1 lần, phải có văn bản");
}

TEST(Compare, WhatAStepShowsIsToldByNames) {
  auto old = a_version();
  old.steps["examine"] = {"Thẩm định", "Examine"};
  old.form_hints = *read_json(
      R"({"fields":{"/purpose":{"label":{"vi":"Mục đích","en":"Purpose"}},
                    "/trip/from":{"label":{"vi":"Từ ngày","en":"From"}},
                    "/days":{"label":{"vi":"Số ngày","en":"Days"}}}})");
  auto now = old;
  now.task_shows["examine"] = {"/purpose", "/days", "/trip"};
  const auto changes = compare_forms(old, now);
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes.front().id, "examine:shows");
  EXPECT_EQ(changes.front().name.en, "Answers shown at the step “Examine”");
  EXPECT_FALSE(changes.front().old);
  EXPECT_EQ(changes.front().now, (Text{"Mục đích; Số ngày; Từ ngày", "Purpose; Days; From"}));
}

TEST(Compare, NamesOfTheDrawingAreToldInBothLanguages) {
  Process old;
  old.nodes["way"].id = "way";
  old.names = {{"way", {"Đủ?", ""}}, {"lane", {"Phòng", "Division"}}};
  Process now = old;
  now.names["way"] = {"Đủ chưa?", "Whole?"};
  now.names["lane"].en = "Unit";
  const auto changes = compare_processes(old, now);
  ASSERT_EQ(changes.changed.size(), 2u);
  EXPECT_EQ(changes.changed[0].id, "lane");
  EXPECT_EQ(changes.changed[0].what[0].en, "English name: “Division” → “Unit”");
  EXPECT_EQ(changes.changed[1].what.size(), 2u);
  EXPECT_EQ(changes.changed[1].what[0].vi, "tên: “Đủ?” → “Đủ chưa?”");
  EXPECT_TRUE(changes.added.empty() && changes.removed.empty());
  EXPECT_TRUE(compare_processes(now, now).changed.empty());
}

TEST(Compare, AnElementThatIsNewIsToldOnce) {
  Process now;
  now.nodes["way"].id = "way";
  now.names = {{"way", {"Đủ?", "Whole?"}}};
  const auto changes = compare_processes({}, now);
  EXPECT_EQ(changes.added, std::vector<std::string>{"way"});
  EXPECT_TRUE(changes.changed.empty());
}

}  // namespace
}  // namespace motcua::procedure
