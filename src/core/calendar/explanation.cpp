#include "calendar/explanation.hpp"

#include "base/assertion.hpp"

namespace motcua::calendar {
namespace {

Text operator+(Text left, const Text& right) {
  left.vi += right.vi;
  left.en += right.en;
  return left;
}

// "Giỗ Tổ Hùng Vương [facts-9.2]"; the weekday where the day has no name.
Text name_of_day(const WorkingCalendar& calendar, Date date) {
  const Day day = calendar.describe(date);
  if (day.name.vi.empty()) return name_of_weekday(date);
  Text name{day.name.vi, day.name.in(Language::English)};
  if (!day.verified) name = name + Text{" (chưa kiểm chứng)", " (not verified)"};
  if (!day.decree.empty()) {
    const std::string decree = " [" + day.decree + "]";
    name = name + Text{decree, decree};
  }
  return name;
}

// " (Làm bù cho ngày …)" behind a count on a day that is not ordinary.
Text remark_on_day(const WorkingCalendar& calendar, Date date) {
  if (calendar.describe(date).name.vi.empty()) return {};
  return Text{" (", " ("} + name_of_day(calendar, date) + Text{")", ")"};
}

Text at_time(Moment moment) {
  const auto time = write_time(time_of(moment));
  return {time, time};
}

Text on_time_and_date(Moment moment) {
  return at_time(moment) +
         Text{" ngày " + write_vietnamese(date_of(moment)), " on " + write_date(date_of(moment))};
}

Text in_hours_and_minutes(seconds time) {
  const auto whole = std::chrono::floor<minutes>(time).count();
  const auto h = std::to_string(whole / 60);
  const auto m = std::to_string(whole % 60);
  return {h + " giờ " + m + " phút", h + " h " + m + " min"};
}

std::string ordinal_of(const Step& step) { return std::to_string(step.ordinal); }
std::string total_of(const Step& step) { return std::to_string(step.of); }

Text first_day(const Step& step) {
  Text text =
      step.reason == DayReason::DayOfResume
          ? Text{"Ngày tính tiếp thời hạn, không tính", "Day the clock resumes, not counted"}
          : Text{"Ngày tiếp nhận, không tính", "Day of receipt, not counted"};
  if (step.received == step.received_as) return text;
  return text + Text{" (tính từ ", " (counts from "} + on_time_and_date(step.received_as) +
         Text{")", ")"};
}

Text moved_receipt(const WorkingCalendar& calendar, const Step& step, const ReceiptRules& rules) {
  Text why{", ngoài giờ làm việc", ", out of hours"};
  if (step.reason == DayReason::AfterCutoff) {
    MOTCUA_ASSERT(rules.cutoff.has_value());
    const auto cutoff = write_time(*rules.cutoff);
    why = {", sau " + cutoff, ", after " + cutoff};
  } else if (!calendar.is_working_day(step.date)) {
    why = why + Text{" (", " ("} + name_of_day(calendar, step.date) + Text{")", ")"};
  }
  const Text received =
      step.resumed ? Text{"Tính tiếp từ ", "Resumed at "} : Text{"Nhận lúc ", "Received at "};
  return received + at_time(step.received) + why +
         Text{"; tính là nhận lúc ", "; counts as received at "} +
         on_time_and_date(step.received_as);
}

Text counted_days(const Step& step, TermUnit unit) {
  const bool working = unit == TermUnit::WorkingDays;
  return {
      (working ? "Ngày làm việc thứ " : "Ngày thứ ") + ordinal_of(step) + " trên " + total_of(step),
      (working ? "Working day " : "Day ") + ordinal_of(step) + " of " + total_of(step)};
}

Text counted_halves(const Step& step) {
  const Text of{" trên " + total_of(step), " of " + total_of(step)};
  if (step.morning && step.afternoon) {
    const auto from = std::to_string(step.ordinal - 1);
    return Text{"Buổi thứ " + from + " và " + ordinal_of(step),
                "Half-days " + from + " and " + ordinal_of(step)} +
           of;
  }
  return Text{"Buổi thứ " + ordinal_of(step), "Half-day " + ordinal_of(step)} + of +
         (step.morning ? Text{" (sáng)", " (morning)"} : Text{" (chiều)", " (afternoon)"});
}

Text counted_hours(const Step& step) {
  return Text{"Tính ", "Counted "} + in_hours_and_minutes(step.worked) +
         Text{"; cộng dồn ", "; in all "} + in_hours_and_minutes(step.worked_in_all) +
         Text{" trên " + total_of(step) + " giờ làm việc",
              " of " + total_of(step) + " working hours"};
}

Text counted_time(const Step& step, TermUnit unit) {
  switch (unit) {
    case TermUnit::WorkingDays:
    case TermUnit::CalendarDays:
    case TermUnit::Months:
      return counted_days(step, unit);
    case TermUnit::HalfDays:
      return counted_halves(step);
    case TermUnit::WorkingHours:
      return counted_hours(step);
  }
  report_bug("a term has a known unit", __FILE__, __LINE__);
}

Text stopped(const Step& step) {
  Text text = step.reason == DayReason::DayOfResume
                  ? Text{"Ngày hết dừng, không tính", "Day the stop ends, not counted"}
                  : Text{"Dừng tính thời hạn", "The clock is stopped"};
  const auto& stop = *step.stop;
  if (!stop.reason.vi.empty()) {
    text = text + Text{": " + stop.reason.vi, ": " + stop.reason.in(Language::English)};
  }
  if (stop.document.empty()) return text;
  return text + Text{" (văn bản số " + stop.document + ")", " (document " + stop.document + ")"};
}

Text words_for(const WorkingCalendar& calendar, const Reckoning& reckoning, const Step& step) {
  switch (step.reason) {
    case DayReason::AfterCutoff:
    case DayReason::ReceivedOutOfHours:
      return moved_receipt(calendar, step, reckoning.rules);
    case DayReason::DayOfReceipt:
      return first_day(step);
    case DayReason::DayOfResume:
      return step.stop != nullptr ? stopped(step) : first_day(step);
    case DayReason::Stopped:
      return stopped(step);
    case DayReason::Counted:
    case DayReason::CountedInPart:
      return counted_time(step, reckoning.term.unit) + remark_on_day(calendar, step.date);
    case DayReason::Weekend:
    case DayReason::Holiday:
    case DayReason::CompensatoryDayOff:
    case DayReason::SwappedDayOff:
      return name_of_day(calendar, step.date);
    case DayReason::MovedFromDayOff:
      return {
          "Ngày cuối của thời hạn là ngày nghỉ: thời hạn kết thúc vào ngày làm việc tiếp theo này",
          "The last day of the term is a day off: it ends on this next working day"};
    case DayReason::CountedBeforeRestart:
      return {"Đã tính trước khi dừng; thời hạn được tính lại từ đầu",
              "Counted before the stop; the term was started again"};
  }
  report_bug("a step has a known reason", __FILE__, __LINE__);
}

}  // namespace

std::string_view write_day_reason(DayReason reason) {
  switch (reason) {
    case DayReason::DayOfReceipt:
      return "day-of-receipt";
    case DayReason::AfterCutoff:
      return "after-cutoff";
    case DayReason::ReceivedOutOfHours:
      return "received-out-of-hours";
    case DayReason::Counted:
      return "counted";
    case DayReason::CountedInPart:
      return "counted-in-part";
    case DayReason::Weekend:
      return "weekend";
    case DayReason::Holiday:
      return "holiday";
    case DayReason::CompensatoryDayOff:
      return "compensatory-day-off";
    case DayReason::SwappedDayOff:
      return "swapped-day-off";
    case DayReason::Stopped:
      return "stopped";
    case DayReason::DayOfResume:
      return "day-of-resume";
    case DayReason::MovedFromDayOff:
      return "moved-from-day-off";
    case DayReason::CountedBeforeRestart:
      return "counted-before-restart";
  }
  report_bug("a step has a known reason", __FILE__, __LINE__);
}

std::vector<CountedDay> explain(const WorkingCalendar& calendar, const Reckoning& reckoning,
                                const std::vector<Step>& steps) {
  std::vector<CountedDay> days;
  days.reserve(steps.size());
  for (const auto& step : steps) {
    days.push_back(
        {step.date, step.counted, step.ordinal, step.reason, words_for(calendar, reckoning, step)});
  }
  return days;
}

}  // namespace motcua::calendar
