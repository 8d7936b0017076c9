#include "document/form.hpp"

#include <gtest/gtest.h>

namespace motcua::document {
namespace {

const Date last_day_of_old_forms = make_date(2025, 9, 14);
const Date first_day_of_new_forms = make_date(2025, 9, 15);

TEST(form, the_set_changes_on_15_september_2025) {
  EXPECT_EQ(form_set(make_date(2017, 4, 12)), FormSet::Circular2018);
  EXPECT_EQ(form_set(last_day_of_old_forms), FormSet::Circular2018);
  EXPECT_EQ(form_set(first_day_of_new_forms), FormSet::Circular2025);
}

TEST(form, numbers_of_the_six_old_forms) {
  const auto number = [](FormKind kind) { return form_of(kind, last_day_of_old_forms).number; };
  EXPECT_EQ(number(FormKind::Receipt), 1);
  EXPECT_EQ(number(FormKind::SupplementRequest), 2);
  EXPECT_EQ(number(FormKind::Refusal), 3);
  EXPECT_EQ(number(FormKind::Apology), 4);
  EXPECT_EQ(number(FormKind::StopNotice), std::nullopt);
  EXPECT_EQ(number(FormKind::ControlSlip), 5);
  EXPECT_EQ(number(FormKind::Register), 6);
}

TEST(form, numbers_of_the_seven_new_forms) {
  const auto number = [](FormKind kind) { return form_of(kind, first_day_of_new_forms).number; };
  EXPECT_EQ(number(FormKind::Apology), 4);
  EXPECT_EQ(number(FormKind::StopNotice), 5);
  EXPECT_EQ(number(FormKind::ControlSlip), 6);
  EXPECT_EQ(number(FormKind::Register), 7);
}

TEST(form, the_apology_changes_its_title) {
  EXPECT_EQ(form_of(FormKind::Apology, last_day_of_old_forms).title,
            "Phiếu xin lỗi và hẹn lại ngày trả kết quả");
  EXPECT_EQ(form_of(FormKind::Apology, first_day_of_new_forms).title,
            "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết");
}

TEST(form, a_paper_cites_only_a_circular_in_force_at_its_date) {
  EXPECT_EQ(form_of(FormKind::Receipt, make_date(2019, 1, 5)).reference, "");
  EXPECT_EQ(form_of(FormKind::Receipt, make_date(2019, 1, 6)).reference,
            "Mẫu số 01 - TT 01/2018/TT-VPCP");
  EXPECT_EQ(form_of(FormKind::ControlSlip, first_day_of_new_forms).reference,
            "Mẫu số 06 - TT 03/2025/TT-VPCP");
  EXPECT_EQ(form_of(FormKind::StopNotice, last_day_of_old_forms).reference, "");
}

}  // namespace
}  // namespace motcua::document
