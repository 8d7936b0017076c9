#include "dossier/known_answers.hpp"

#include <gtest/gtest.h>

#include "procedure/form.hpp"

namespace motcua::dossier {
namespace {

procedure::Version asking(std::string_view kind) {
  procedure::Version version;
  version.form_hints = *read_json(R"({"applicant":{"kind":")" + std::string(kind) +
                                  R"(","name":"/unit/name","address":"/unit/address",
      "phone":"/contact/phone","email":"/contact/email"}})");
  return version;
}

const Applicant company{"organisation", "Công ty Sông Hồng", "0100000003",
                        "12 phố Huế",   "024 3 000 000",     "hanh-chinh@songhong.example"};

TEST(KnownAnswers, OfAnOrganisationFillItsForm) {
  json::value answers(json::object{});
  write_applicant(asking("organisation"), answers, company);
  EXPECT_EQ(write_json(answers),
            R"({"contact":{"phone":"024 3 000 000","email":"hanh-chinh@songhong.example"},)"
            R"("unit":{"name":"Công ty Sông Hồng","address":"12 phố Huế"}})");
}

TEST(KnownAnswers, OfAPersonDoNotNameAnOrganisation) {
  json::value answers(json::object{});
  Applicant lan{"person", "Lê Thị Lan", "", "", "0912345678", ""};
  write_applicant(asking("organisation"), answers, lan);
  EXPECT_EQ(write_json(answers), R"({"contact":{"phone":"0912345678"}})");
}

TEST(KnownAnswers, TakeTheContactOfTheLastApplication) {
  json::value answers(json::object{});
  write_applicant(asking("organisation"), answers, company);
  write_contact(asking("organisation"), answers,
                R"({"contact":{"name":"Đỗ Mai","phone":"0900000000"},"unit":{"letter":"8"}})");
  EXPECT_EQ(procedure::answer_at(answers, "/contact/name")->get_string(), "Đỗ Mai");
  EXPECT_EQ(procedure::answer_at(answers, "/contact/phone")->get_string(), "024 3 000 000");
  EXPECT_EQ(procedure::answer_at(answers, "/unit/letter"), nullptr);
}

TEST(KnownAnswers, GiveAnAddressInPartsToTheFormThatAsksForThem) {
  auto version = asking("organisation");
  version.form_schema = *read_json(R"({"properties":{"unit":{"properties":{"address":
      {"type":"object","address":"province-district-commune"}}}}})");
  const procedure::Address address{"12 phố Huế", "", "Quận Hai Bà Trưng", "Thành phố Hà Nội"};
  json::value answers(json::object{});
  write_applicant(version, answers, company);
  EXPECT_EQ(procedure::answer_at(answers, "/unit/address"), nullptr) << "a line has no parts";
  write_applicant(version, answers, company, address);
  EXPECT_EQ(procedure::read_parts(*procedure::answer_at(answers, "/unit/address")), address);
  Applicant lan{"person", "Lê Thị Lan", "", "", "", ""};
  json::value others(json::object{});
  write_applicant(version, others, lan, address);
  EXPECT_EQ(write_json(others), "{}") << "an organisation's form, and the person's own address";
}

TEST(KnownAnswers, OfAFormThatAsksForNoneAreNone) {
  json::value answers(json::object{});
  write_applicant({}, answers, company);
  write_contact({}, answers, R"({"contact":{"name":"Đỗ Mai"}})");
  EXPECT_EQ(write_json(answers), "{}");
}

}  // namespace
}  // namespace motcua::dossier
