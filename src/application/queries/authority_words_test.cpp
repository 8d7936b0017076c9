#include "queries/authority_words.hpp"

#include <gtest/gtest.h>

#include "procedure/shipped_procedures_test.hpp"

namespace motcua::queries {
namespace {

MatrixWords words_of(const authority::Matrix& matrix) {
  procedure::Version version;
  version.authority = "travel-abroad";
  version.form_hints = *read_json(
      R"({"fields":{"/trip/funding":{"label":{"vi":"Nguồn kinh phí","en":"Source of funding"},)"
      R"("options":{"own":{"vi":"Tự túc","en":"Paid by the traveller"}}}}})");
  return {matrix, procedure::Catalogue({version})};
}

authority::Matrix a_matrix() {
  authority::Matrix matrix;
  matrix.id = "travel-abroad";
  matrix.limits = {{"days", {"Không quá 10 ngày", "At most 10 days"}, 10, "days", ""}};
  return matrix;
}

TEST(AuthorityWords, CellsAreSaidAsTheFormSaysThem) {
  const auto matrix = a_matrix();
  const auto words = words_of(matrix);
  EXPECT_EQ(words.cell("-"), (Text{}));
  EXPECT_EQ(words.cell("\"own\", \"gift\""),
            (Text{"Tự túc hoặc gift", "Paid by the traveller or gift"}));
  EXPECT_EQ(words.cell("<= 5"), (Text{"không quá 5", "at most 5"}));
  EXPECT_EQ(words.cell(">= limit.days"), (Text{"từ 10 trở lên", "10 or more"}));
  EXPECT_EQ(words.cell("not(\"own\")"), (Text{"không phải Tự túc", "not Paid by the traveller"}));
  EXPECT_EQ(words.cell("[2..4], false"), (Text{"từ 2 đến 4 hoặc không", "2 to 4 or no"}));
  EXPECT_EQ(words.cell("count(x, y) > 1"), (Text{"count(x, y) > 1", "count(x, y) > 1"}));
}

TEST(AuthorityWords, ColumnsAreCalledWhatTheQuestionIsCalled) {
  const auto matrix = a_matrix();
  const auto words = words_of(matrix);
  const auto column = [&](const char* reads) {
    return words.column({"Cột", feel::Expression::compile(reads).value()});
  };
  EXPECT_EQ(column("trip.funding"), (Text{"Nguồn kinh phí", "Source of funding"}));
  EXPECT_EQ(column("over_limit"), (Text{"Vượt giới hạn", "Beyond a limit"}));
  EXPECT_EQ(column("somebody"), (Text{"Cột", "Cột"}));
}

TEST(AuthorityWords, SourcesAreWordsAndWhatNobodyCheckedIsTold) {
  const auto found = source_in_words("facts-2.2-1");
  EXPECT_EQ(found.words.en, "procedure 1 as published by Hà Nội");
  EXPECT_TRUE(found.checked);
  const auto open = source_in_words("QĐ 5; (facts-7.5, NOT FOUND): chưa kiểm chứng");
  EXPECT_FALSE(open.checked);
  EXPECT_EQ(open.words.vi.find("facts"), std::string::npos);
  EXPECT_EQ(open.words.en.find("NOT FOUND"), std::string::npos);
  EXPECT_NE(open.words.en.find("not verified"), std::string::npos);
  EXPECT_EQ(source_in_words("QD58-2012; ND61-18").words,
            (Text{"Quyết định 58/2012; Nghị định 61, Điều 18",
                  "Decision 58/2012; Decree 61, Article 18"}));
  EXPECT_EQ(source_in_words("QD-x TT12").words.vi, "QD-x TT12") << "no key, as it stands";
  EXPECT_EQ(source_in_words("facts-99.9.").words.en, "file of sources, item 99.9.");
}

}  // namespace
}  // namespace motcua::queries
