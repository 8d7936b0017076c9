// The page of authority: what a succession of units moves, and when.

#include "queries/authority_view.hpp"

#include <gtest/gtest.h>

#include "authority/office.hpp"

namespace motcua::queries {
namespace {

TEST(AuthorityPage, ASuccessionTellsWhatItWillMoveAndWhomItTakes) {
  authority::Office office;
  office.units = {{"hop-tac", {"Phòng Hợp tác", "Cooperation"}},
                  {"lanh-su", {"Lãnh sự", "Consular"}}};
  authority::Person hoa;
  hoa.username = "hoa";
  hoa.name = "Phạm Thu Hoa";
  hoa.post = {"Chuyên viên", "Specialist"};
  hoa.unit = "hop-tac";
  auto minh = hoa;
  minh.name = "Lê Quang Minh";
  minh.unit = "lanh-su";
  office.people = {hoa, minh};
  office.successions = {{"hop-tac", "lanh-su", *parse_date("2017-04-17"), "12/QĐ-UBND"}};
  authority::Powers powers;
  powers.office = &office;
  const WorkOfUnits work{{"hop-tac", {4, 1}}};
  const auto told = [&](std::string_view day) {
    const auto page = authority_page(powers, procedure::Catalogue(), *parse_date(day), work);
    return page.at("successions").at(0).as_object();
  };
  const auto coming = told("2017-04-16");
  EXPECT_EQ(coming.at("state"), "coming");
  EXPECT_EQ(coming.at("to").at("en"), "Consular");
  EXPECT_EQ(coming.at("open").as_int64(), 4);
  EXPECT_EQ(coming.at("assigned").as_int64(), 1);
  EXPECT_EQ(coming.at("people"), (json::array{"Phạm Thu Hoa"}));
  EXPECT_EQ(told("2017-04-17").at("state"), "done");
}

}  // namespace
}  // namespace motcua::queries
