#include "calendar/term.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace motcua::calendar {
namespace {

TEST(Term, ReadsEveryUnitInSingularAndPlural) {
  const auto read = [](std::string_view text) { return parse_term(text).value(); };
  EXPECT_EQ(read("6 working-days"), (Term{TermUnit::WorkingDays, 6}));
  EXPECT_EQ(read("1 working-day"), (Term{TermUnit::WorkingDays, 1}));
  EXPECT_EQ(read("1 half-day"), (Term{TermUnit::HalfDays, 1}));
  EXPECT_EQ(read("2 working-hours"), (Term{TermUnit::WorkingHours, 2}));
  EXPECT_EQ(read("  15   calendar-days "), (Term{TermUnit::CalendarDays, 15}));
  EXPECT_EQ(read("1 month"), (Term{TermUnit::Months, 1}));
  EXPECT_EQ(read("none"), std::nullopt);
}

TEST(Term, RefusesWhatIsNoTerm) {
  for (const auto* text :
       {"", "6", "working-days", "0 working-days", "-1 months", "10001 months", "6working-days",
        "6 days", "1.5 working-days", "6 working-days more", "99999999999 months", "None"}) {
    const auto term = parse_term(text);
    ASSERT_FALSE(term.ok()) << text;
    EXPECT_EQ(term.error().code(), "term_unreadable");
  }
}

TEST(Term, DescribesItselfInBothLanguages) {
  EXPECT_EQ(describe_term(Term{TermUnit::WorkingDays, 6}),
            (Text{"6 ngày làm việc", "6 working days"}));
  EXPECT_EQ(describe_term(Term{TermUnit::WorkingHours, 1}),
            (Text{"1 giờ làm việc", "1 working hour"}));
  EXPECT_EQ(describe_term(std::nullopt).vi, "Không quy định thời hạn");
}

RC_GTEST_PROP(Term, ReadsWhatItWrites, ()) {
  const auto unit =
      *rc::gen::element(TermUnit::WorkingDays, TermUnit::HalfDays, TermUnit::WorkingHours,
                        TermUnit::CalendarDays, TermUnit::Months);
  const Term term{unit, *rc::gen::inRange(1, 10001)};
  RC_ASSERT(parse_term(write_term(term)).value() == std::optional<Term>(term));
}

}  // namespace
}  // namespace motcua::calendar
