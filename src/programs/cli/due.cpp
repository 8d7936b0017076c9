#include "cli/due.hpp"

#include <algorithm>
#include <istream>
#include <optional>
#include <ostream>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "cli/complaint.hpp"

namespace motcua::cli {
namespace {

using calendar::CountedDay;
using calendar::Reckoned;
using calendar::Reckoning;
using calendar::Term;
using calendar::WorkingCalendar;

constexpr RejectionKind received_unreadable{
    "received_unreadable", "Không đọc được thời điểm nhận “{received}”. Ví dụ: 2017-04-12T09:10.",
    "Cannot read the moment of receipt “{received}”. Example: 2017-04-12T09:10."};
constexpr RejectionKind line_malformed{
    "line_malformed", "Mỗi dòng có dạng: thời điểm nhận;thời hạn.", "A line reads: received;term."};

constexpr std::size_t longest_line = 200;
constexpr std::size_t answers_at_once = 64 * 1024;  // bytes gathered before they are written
constexpr std::size_t width_of_weekday = 9;         // "Wednesday"

struct Question {
  Moment received;
  std::optional<Term> term;
};

OrRejection<Question> read_question(std::string_view received, std::string_view term) {
  const auto moment = parse_moment(received);
  if (!moment) return reject(received_unreadable, {{"received", std::string(received)}});
  const auto length = calendar::parse_term(term);
  if (!length) return Unexpected{length.error()};
  return Question{*moment, *length};
}

Reckoning reckoning_of(const DueRequest& request, const Question& question) {
  return {*question.term, question.received, request.rules, {}};
}

json::object json_of(const Text& text) { return {{"vi", text.vi}, {"en", text.en}}; }

// --- one answer ----------------------------------------------------------------------------------

json::array json_of(const std::vector<CountedDay>& days) {
  json::array list;
  for (const auto& day : days) {
    list.push_back(json::object{{"date", write_date(day.date)},
                                {"counted", day.counted},
                                {"reason", json::string(write_day_reason(day.reason))},
                                {"ordinal", day.ordinal},
                                {"text", json_of(day.text)}});
  }
  return list;
}

json::value json_moment(const std::optional<Moment>& moment) {
  if (!moment) return nullptr;
  return json::string(write_moment(*moment));
}

void answer_in_json(const DueRequest& request, const Question& question, const Reckoned& reckoned,
                    std::ostream& out) {
  json::object answer;
  answer["promise"] = json_moment(reckoned.due);
  answer["received"] = write_moment(question.received);
  answer["received_as"] = write_moment(reckoned.received_as);
  answer["term"] = calendar::write_term(question.term);
  answer["term_text"] = json_of(calendar::describe_term(question.term));
  if (!request.subject.vi.empty()) answer["subject"] = json_of(request.subject);
  if (!request.channel.empty()) answer["channel"] = request.channel;
  answer["days"] = json_of(reckoned.days);
  out << write_json(answer) << "\n";
}

std::string date_in(Language language, Date date) {
  return language == Language::English ? write_date(date) : write_vietnamese(date);
}

std::string moment_in(Language language, Moment moment) {
  return write_time(time_of(moment)) + " " + date_in(language, date_of(moment));
}

// Padded by characters, not by bytes.
std::string padded_weekday(Language language, Date date) {
  std::string name = calendar::name_of_weekday(date).in(language);
  const auto characters =
      std::count_if(name.begin(), name.end(), [](char c) { return (c & '\xC0') != '\x80'; });
  name.append(width_of_weekday - std::min(width_of_weekday, std::size_t(characters)), ' ');
  return name;
}

void answer_in_words(const DueRequest& request, const Question& question, const Reckoned& reckoned,
                     std::ostream& out) {
  const auto language = request.language;
  const auto say = [&](const Text& label, const std::string& what) {
    out << label.in(language) << what << "\n";
  };
  if (!request.subject.vi.empty()) out << request.subject.in(language) << "\n";
  say({"Thời hạn:  ", "Term:      "}, calendar::describe_term(question.term).in(language));
  say({"Nhận lúc:  ", "Received:  "}, moment_in(language, question.received));
  if (reckoned.received_as != question.received) {
    say({"Tính từ:   ", "Counts as: "}, moment_in(language, reckoned.received_as));
  }
  if (!reckoned.due) return say({"Không hẹn ngày trả.", "No date is promised."}, "");
  say({"Hẹn trả:   ", "Promise:   "},
      moment_in(language, *reckoned.due) + ", " +
          calendar::name_of_weekday(date_of(*reckoned.due)).in(language));
  out << "\n";
  for (const auto& day : reckoned.days) {
    out << "  " << (day.counted ? "+" : "-") << "  " << date_in(language, day.date) << "  "
        << padded_weekday(language, day.date) << "  " << day.text.in(language) << "\n";
  }
}

int answer_one(const DueRequest& request, const WorkingCalendar& calendar, std::ostream& out,
               std::ostream& err) {
  const Complaint complaint{request.json, request.language};
  const auto question = read_question(request.received, request.term);
  if (!question) return complaint.refuse(question.error(), err);
  Reckoned reckoned;
  reckoned.received_as = question->received;
  if (question->term) {
    auto answer = calendar::reckon(calendar, reckoning_of(request, *question));
    if (!answer) return complaint.refuse(answer.error(), err);
    reckoned = std::move(*answer);
  }
  if (request.json) {
    answer_in_json(request, *question, reckoned, out);
  } else {
    answer_in_words(request, *question, reckoned, out);
  }
  return 0;
}

// --- many answers --------------------------------------------------------------------------------

// Nothing where there is no term.
OrRejection<std::optional<Moment>> promise_of_line(const DueRequest& request,
                                                   const WorkingCalendar& calendar,
                                                   std::string_view line) {
  const auto semicolon = line.find(';');
  if (semicolon == std::string_view::npos || line.size() > longest_line || !is_valid_utf8(line)) {
    return reject(line_malformed);
  }
  const auto question = read_question(line.substr(0, semicolon), line.substr(semicolon + 1));
  if (!question) return Unexpected{question.error()};
  if (!question->term) return std::optional<Moment>{};
  const auto reckoned = calendar::reckon_due(calendar, reckoning_of(request, *question));
  if (!reckoned) return Unexpected{reckoned.error()};
  return reckoned->due;
}

using Answer = OrRejection<std::optional<Moment>>;

std::string line_in_words(const Answer& answer, std::size_t line, Language language) {
  if (answer) return *answer ? write_moment(**answer) : std::string("none");
  const Text where{"Dòng " + std::to_string(line) + ": ", "Line " + std::to_string(line) + ": "};
  return "error;" + with_hyphens(answer.error().code()) + ";" + where.in(language) +
         answer.error().message(language);
}

std::string line_in_json(const Answer& answer, std::size_t line) {
  json::object object{{"line", line}};
  if (answer) {
    object["promise"] = json_moment(*answer);
  } else {
    object["code"] = with_hyphens(answer.error().code());
    object["message"] = json_of(
        {answer.error().message(Language::Vietnamese), answer.error().message(Language::English)});
  }
  return write_json(object);
}

int answer_batch(const DueRequest& request, const WorkingCalendar& calendar, std::istream& in,
                 std::ostream& out) {
  std::string line;
  std::string answers;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const auto answer = promise_of_line(request, calendar, line);
    answers += request.json ? line_in_json(answer, number)
                            : line_in_words(answer, number, request.language);
    answers += '\n';
    if (answers.size() < answers_at_once) continue;
    out << answers;
    answers.clear();
  }
  out << answers;
  return 0;
}

}  // namespace

calendar::ReceiptRules default_receipt_rules() {
  return {minutes{15 * 60}, calendar::MonthEnd::Refuse};  // [ND61-18]
}

int run_due(const DueRequest& request, const WorkingCalendar& calendar, std::istream& in,
            std::ostream& out, std::ostream& err) {
  if (request.batch) return answer_batch(request, calendar, in, out);
  return answer_one(request, calendar, out, err);
}

}  // namespace motcua::cli
