#include "document/slip.hpp"

#include <gtest/gtest.h>

namespace motcua::document {
namespace {

template <class Paper>
Slip slip_of(Date date) {
  Paper paper;
  paper.letterhead.date = date;
  paper.code = "000.00.01.H26-170412-0001";
  return paper;
}

TEST(slip, its_form_follows_its_own_kind_and_date) {
  EXPECT_EQ(form_of(slip_of<Receipt>(make_date(2017, 4, 12))).number, 1);
  EXPECT_EQ(form_of(slip_of<ControlSlip>(make_date(2017, 4, 12))).number, 5);
  EXPECT_EQ(form_of(slip_of<ControlSlip>(make_date(2026, 4, 12))).number, 6);
  EXPECT_EQ(form_of(slip_of<StopNotice>(make_date(2026, 4, 12))).number, 5);
  EXPECT_EQ(form_of(slip_of<Apology>(make_date(2026, 4, 12))).title,
            "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết");
}

TEST(slip, its_code_and_letterhead_are_found_whatever_the_kind) {
  const Slip refusal = slip_of<Refusal>(make_date(2017, 4, 12));
  EXPECT_EQ(code_of(refusal), "000.00.01.H26-170412-0001");
  EXPECT_EQ(letterhead_of(refusal).date, make_date(2017, 4, 12));
  EXPECT_EQ(kind_of(refusal), FormKind::Refusal);
  EXPECT_EQ(kind_of(slip_of<SupplementRequest>({})), FormKind::SupplementRequest);
}

TEST(slip, words_of_timeliness_and_identity) {
  EXPECT_EQ(name_of(Timeliness::Early), "Trước hạn");
  EXPECT_EQ(name_of(Timeliness::OnTime), "Đúng hạn");
  EXPECT_EQ(name_of(Timeliness::Late), "Quá hạn");
  EXPECT_EQ(label_of(IdentityKind::TaxNumber), "Mã số thuế");
  EXPECT_EQ(label_of(IdentityKind::CitizenCard), "Số CCCD");
  EXPECT_EQ(label_of(IdentityKind::OtherPaper), "Số giấy tờ");
}

}  // namespace
}  // namespace motcua::document
