#include "queries/dossier_pages.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "calendar/calendar_test.hpp"
#include "dossier/event_json.hpp"
#include "dossier/intake_rules.hpp"
#include "procedure/shipped_procedures_test.hpp"
#include "procedure/version_file.hpp"
#include "queries/dossier_view.hpp"

namespace motcua::queries {
namespace {

using namespace std::chrono_literals;

const std::string source = MOTCUA_SOURCE_DIR;

authority::Office shipped_office() {
  std::ifstream in(source + "/offices/so-ngoai-vu-ha-noi/office.toml", std::ios::binary);
  return authority::read_office(std::string(std::istreambuf_iterator<char>(in), {})).value();
}

// One dossier of official travel, received at the counter on Wednesday 12/04/2017 at 9:10.
class DossierPagesTest : public testing::Test {
 protected:
  void SetUp() override {
    dossier::Registration registration;
    registration.intake.procedure = version.procedure;
    registration.intake.case_id = "standard";
    registration.intake.applicant = {"organisation", "Sở Du lịch", "", "", "", ""};
    registration.intake.papers = {{"sending-letter", 1, 0}, {"invitation", 0, 1}};
    const auto event = dossier::decide_registration(registration, facts("lan"));
    ASSERT_TRUE(event.ok()) << event.error().code();
    record(*event, "lan");
  }

  dossier::Officer officer(std::string_view username) const {
    const auto* person = office.find_person(username);
    return {{person->username, person->name, person->unit}, person->roles};
  }
  dossier::Facts facts(std::string_view username) const {
    return {now, *calendar, version, officer(username), office.division_of(version.procedure)};
  }
  Scene scene() const { return {now, office, *calendar, version}; }
  DossierPages::Reader reader(std::string_view username) const {
    return {officer(username), calendar};
  }

  void record(const dossier::Event& event, std::string_view username) {
    ports::StoredRecord stored;
    stored.sequence = records.size() + 1;
    stored.record = {"000.00.00.H26-170412-0001", dossier.version + 1, now, {},
                     officer(username).actor,     event};
    stored.type = dossier::event_name(event);
    dossier::apply(dossier, stored.record);
    records.push_back(std::move(stored));
  }

  json::value view(std::string_view username) const {
    return dossier_view(records, dossier, scene(), officer(username));
  }
  std::string make(std::string_view username) {
    return pages.make(records, dossier, scene(), reader(username));
  }
  std::optional<std::string> recall(std::string_view username) const {
    return pages.recall(dossier, scene(), reader(username));
  }

  authority::Office office = shipped_office();
  procedure::Version version =
      procedure::read_version(procedure::files_of(source + "/procedures/official-travel/v1"))
          .value();
  commands::CalendarSnapshot calendar = std::make_shared<const calendar::WorkingCalendar>(
      calendar::calendar_for_tests(source));
  Moment now = at(make_date(2017, 4, 12), 9h + 10min);
  dossier::Dossier dossier;
  std::vector<ports::StoredRecord> records;
  DossierPages pages;
};

// The same members with the same values; their order is free.
void expect_same(const std::string& page, const json::value& view) {
  const auto read = read_json(page);
  ASSERT_TRUE(read.ok()) << page;
  EXPECT_EQ(*read, read_json(write_json(view)).value());
}

TEST_F(DossierPagesTest, a_page_says_what_the_view_says) {
  EXPECT_EQ(recall("lan"), std::nullopt);
  expect_same(make("lan"), view("lan"));
  expect_same(recall("lan").value(), view("lan"));
}

TEST_F(DossierPagesTest, a_page_kept_tells_the_time_of_its_reader) {
  const std::string early = make("lan");
  for (const auto later : {now + 26h, now + 24h * 5 + 1min, now + 24h * 9}) {
    now = later;
    EXPECT_EQ(recall("lan"), std::nullopt);  // posts and substitutions are of a day
    const std::string morning = make("lan");
    now += 90min;
    expect_same(recall("lan").value(), view("lan"));
    EXPECT_NE(recall("lan").value(), early);
    EXPECT_NE(recall("lan").value(), morning);
  }
}

TEST_F(DossierPagesTest, each_officer_is_offered_his_own_acts) {
  make("lan");
  EXPECT_EQ(recall("giamdoc"), std::nullopt);
  expect_same(make("giamdoc"), view("giamdoc"));
  expect_same(recall("giamdoc").value(), view("giamdoc"));
  expect_same(recall("lan").value(), view("lan"));
  EXPECT_NE(recall("giamdoc"), recall("lan"));
}

TEST_F(DossierPagesTest, the_timeline_names_whom_a_task_was_given_to) {
  record(dossier::Assigned{dossier.tasks.front().task, "hoa", "Gấp"}, "lan");
  const auto page = view("lan").as_object();
  const auto& given = page.at("timeline").as_array().at(1).as_object();
  EXPECT_EQ(given.at("note").at("vi"), "Phạm Thu Hoa. Gấp");
}

TEST_F(DossierPagesTest, an_act_makes_the_page_anew) {
  make("lan");
  const auto event = dossier::decide(dossier, "hand-over", {}, facts("lan"));
  ASSERT_TRUE(event.ok());
  record(*event, "lan");
  EXPECT_EQ(recall("lan"), std::nullopt);
  expect_same(make("lan"), view("lan"));
  expect_same(recall("lan").value(), view("lan"));
}

TEST_F(DossierPagesTest, another_calendar_makes_the_page_anew) {
  make("lan");
  calendar::DayEntry holiday;
  holiday.date = make_date(2017, 4, 14);
  holiday.day.kind = calendar::DayKind::Holiday;
  calendar =
      std::make_shared<const calendar::WorkingCalendar>(calendar->with({std::move(holiday)}));
  EXPECT_EQ(recall("lan"), std::nullopt);
  expect_same(make("lan"), view("lan"));
}

TEST_F(DossierPagesTest, a_page_of_an_earlier_version_does_not_replace_a_later_one) {
  const auto before = dossier;
  const auto records_before = records;
  record(dossier::decide(dossier, "hand-over", {}, facts("lan")).value(), "lan");
  make("lan");
  pages.make(records_before, before, scene(), reader("lan"));
  expect_same(recall("lan").value(), view("lan"));
}

}  // namespace
}  // namespace motcua::queries
