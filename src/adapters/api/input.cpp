#include "api/input.hpp"

#include <algorithm>
#include <charconv>

#include "document/wording.hpp"
#include "schema/format.hpp"

namespace motcua::api {
namespace {

constexpr std::size_t most_errors = 100;  // nobody reads more

const Text wrong_type{"Kiểu dữ liệu không đúng", "Wrong type"};
const Text no_date{"Ngày này không có", "There is no such date"};
const Text no_moment{"Thời điểm này không có", "There is no such moment"};
const Text no_choice{"Không có lựa chọn này", "There is no such choice"};

Text too_long(std::size_t most) {
  return {"Dài quá " + std::to_string(most) + " ký tự",
          "Longer than " + std::to_string(most) + " letters"};
}

Text out_of_range(std::int64_t least, std::int64_t most) {
  return {"Phải là số từ " + std::to_string(least) + " đến " + std::to_string(most),
          "Must be a number from " + std::to_string(least) + " to " + std::to_string(most)};
}

// Code points of valid UTF-8, as JSON Schema counts them.
std::size_t letters(std::string_view text) {
  return std::size_t(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// Every text in it as Input::text() gives it; members keep their names.
void clean(json::value& value) {
  if (auto* text = value.if_string()) {
    *text = document::printable(*text);
  } else if (auto* list = value.if_array()) {
    for (auto& element : *list) clean(element);
  } else if (auto* object = value.if_object()) {
    for (auto& entry : *object) clean(entry.value());
  }
}

bool is_one_of(std::string_view value, Choices choices) {
  return std::find(choices.begin(), choices.end(), value) != choices.end();
}

}  // namespace

Input::Input(const json::value& value, std::string path)
    : object_(value.if_object()), path_(std::move(path)) {
  if (object_ == nullptr) errors_.push_back({path_, "type", wrong_type});
}

const json::value* Input::any(std::string_view name) {
  known_.emplace_back(name);
  return object_ == nullptr ? nullptr : object_->if_contains(name);
}

void Input::wrong(std::string_view name, std::string_view code, Text message) {
  errors_.push_back({path_ + "/" + std::string(name), std::string(code), std::move(message)});
}

std::string Input::text(std::string_view name, std::size_t most) {
  return document::printable(secret(name, most));
}

std::string Input::secret(std::string_view name, std::size_t most) {
  const auto* found = any(name);
  if (found == nullptr) return {};
  const auto* string = found->if_string();
  if (string == nullptr) {
    wrong(name, "type", wrong_type);
    return {};
  }
  if (letters({string->data(), string->size()}) > most) {
    wrong(name, "too-long", too_long(most));
    return {};
  }
  return std::string(*string);
}

std::string Input::needed_text(std::string_view name, std::size_t most) {
  std::string found = text(name, most);
  if (found.empty()) need(name);
  return found;
}

std::string Input::needed_secret(std::string_view name, std::size_t most) {
  std::string found = secret(name, most);
  if (found.empty()) need(name);
  return found;
}

void Input::need(std::string_view name) {
  const std::string path = path_ + "/" + std::string(name);
  const bool told = std::any_of(errors_.begin(), errors_.end(),
                                [&](const PathError& error) { return error.path == path; });
  if (!told) wrong(name, "required", {"Cần điền", "Needed"});
}

std::string Input::choice(std::string_view name, Choices choices) {
  const auto* found = any(name);
  if (found == nullptr) return {};
  const auto* string = found->if_string();
  if (string != nullptr && is_one_of({string->data(), string->size()}, choices)) {
    return std::string(*string);
  }
  wrong(name, string == nullptr ? "type" : "choose", string == nullptr ? wrong_type : no_choice);
  return {};
}

std::optional<std::int64_t> Input::integer(std::string_view name, std::int64_t least,
                                           std::int64_t most) {
  const auto* found = any(name);
  if (found == nullptr) return std::nullopt;
  const auto* number = found->if_int64();
  if (number == nullptr || *number < least || *number > most) {
    wrong(name, "range", out_of_range(least, most));
    return std::nullopt;
  }
  return *number;
}

bool Input::flag(std::string_view name) {
  const auto* found = any(name);
  if (found == nullptr) return false;
  if (found->is_bool()) return found->get_bool();
  wrong(name, "type", {"Phải là đúng hoặc sai", "Must be true or false"});
  return false;
}

std::optional<Date> Input::date(std::string_view name) {
  const auto* found = any(name);
  if (found == nullptr) return std::nullopt;
  const auto* written = found->if_string();
  const auto parsed = written == nullptr ? std::nullopt : parse_date(*written);
  if (!parsed) wrong(name, "format", no_date);
  return parsed;
}

std::optional<Moment> Input::moment(std::string_view name) {
  const auto* found = any(name);
  if (found == nullptr) return std::nullopt;
  const auto* written = found->if_string();
  const auto parsed = written == nullptr ? std::nullopt : parse_moment(*written);
  if (!parsed) wrong(name, "format", no_moment);
  return parsed;
}

const json::value* Input::object(std::string_view name) {
  const auto* found = any(name);
  if (found == nullptr || found->is_object()) return found;
  wrong(name, "type", wrong_type);
  return nullptr;
}

std::optional<json::value> Input::answers(std::string_view name) {
  const auto* found = object(name);
  if (found == nullptr) return std::nullopt;
  json::value cleaned = *found;
  clean(cleaned);
  return cleaned;
}

const json::array* Input::array(std::string_view name, std::size_t most) {
  const auto* found = any(name);
  if (found == nullptr) return nullptr;
  const auto* list = found->if_array();
  if (list == nullptr || list->size() > most) {
    wrong(name, list == nullptr ? "type" : "too-many", wrong_type);
    return nullptr;
  }
  return list;
}

void Input::take_errors(Input& inner) {
  for (auto& error : inner.finish()) errors_.push_back(std::move(error));
}

std::vector<PathError> Input::finish() {
  if (object_ != nullptr) {
    for (const auto& [name, value] : *object_) {
      if (errors_.size() >= most_errors) break;
      if (std::find(known_.begin(), known_.end(), std::string_view(name)) == known_.end()) {
        wrong(name, "unknown-member", {"Trường này không có", "There is no such member"});
      }
    }
  }
  return std::move(errors_);
}

std::string Query::text(std::string_view name, std::size_t most) {
  auto found = request_.query_value(name).value_or("");
  if (letters(found) > most) wrong(name, "too-long", too_long(most));
  return found;
}

std::string Query::choice(std::string_view name, Choices choices) {
  auto found = request_.query_value(name);
  if (!found) return std::string(*choices.begin());
  if (!is_one_of(*found, choices)) wrong(name, "choose", no_choice);
  return std::move(*found);
}

std::optional<int> Query::integer(std::string_view name, int least, int most) {
  const auto found = request_.query_value(name);
  if (!found) return std::nullopt;
  int value = 0;
  const char* end = found->data() + found->size();
  const auto read = std::from_chars(found->data(), end, value);
  if (read.ec == std::errc{} && read.ptr == end && value >= least && value <= most) return value;
  wrong(name, "range", out_of_range(least, most));
  return std::nullopt;
}

std::optional<Date> Query::needed_date(std::string_view name) {
  const auto parsed = parse_date(request_.query_value(name).value_or(""));
  if (!parsed) wrong(name, "format", no_date);
  return parsed;
}

std::optional<Moment> Query::moment(std::string_view name) {
  const auto found = request_.query_value(name);
  const auto parsed = found ? parse_moment(*found) : std::nullopt;
  if (found && !parsed) wrong(name, "format", no_moment);
  return parsed;
}

void Query::wrong(std::string_view name, std::string_view code, Text message) {
  errors_.push_back({"/" + std::string(name), std::string(code), std::move(message)});
}

// One that has a domain with a dot.
void check_email(Input& input, std::string_view name, std::string_view email) {
  const auto at = email.rfind('@');
  const bool fits = schema::find_format("idn-email")->fits(email) && at != std::string_view::npos &&
                    email.find('.', at) != std::string_view::npos;
  if (email.empty() || fits) return;
  input.wrong(name, "email", {"Địa chỉ thư điện tử chưa đúng", "Not an e-mail address"});
}

dossier::Applicant read_applicant(Input& input) {
  dossier::Applicant applicant;
  applicant.kind = input.choice("kind", {"person", "organisation"});
  if (applicant.kind.empty()) applicant.kind = "person";
  applicant.name = input.needed_text("name", 200);
  applicant.identity = input.text("identity", 40);
  applicant.address = input.text("address", 400);
  applicant.phone = input.text("phone", 40);
  applicant.email = input.text("email", 200);
  return applicant;
}

namespace {

void read_items(Input& input, std::vector<dossier::AskedItem>& items) {
  const auto* list = input.array("items", 50);
  if (list == nullptr) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    Input item((*list)[i], "/items/" + std::to_string(i));
    auto paper = item.text("paper", 100);
    auto field = item.text("field", 400);
    if (paper.empty() && field.empty()) item.need("paper");
    items.push_back({std::move(paper), item.text("what", 1000), std::move(field)});
    input.take_errors(item);
  }
}

void read_stop_reason(Input& input, dossier::ActInput& act) {
  using procedure::StopReason;
  const std::string written =
      input.choice("stop_reason", {"supplement", "payment", "opinion", "outside-verification"});
  for (const auto why : {StopReason::Supplement, StopReason::Payment, StopReason::Opinion,
                         StopReason::OutsideVerification}) {
    if (procedure::write_stop_reason(why) == written) act.stop_reason = why;
  }
}

}  // namespace

std::vector<dossier::Mark> read_marks(Input& input) {
  std::vector<dossier::Mark> marks;
  const auto* list = input.array("marks", dossier::indicators);
  if (list == nullptr) return marks;
  for (std::size_t i = 0; i < list->size(); ++i) {
    Input mark((*list)[i], "/marks/" + std::to_string(i));
    const auto indicator = mark.integer("indicator", 1, dossier::indicators);
    const auto points = mark.integer("points", 0, dossier::most_points);
    if (!indicator) mark.need("indicator");
    if (!points) mark.need("points");
    input.take_errors(mark);
    marks.push_back({int(indicator.value_or(0)), int(points.value_or(0))});
  }
  return marks;
}

dossier::ActInput read_act_input(const json::value& body, std::vector<PathError>& errors) {
  Input input(body);
  dossier::ActInput act;
  act.task = input.text("task", 100);
  act.reason = input.text("reason", 4000);
  act.note = input.text("note", 4000);
  act.document = input.text("document", 200);
  act.document_date = input.date("document_date");
  act.approved_by = input.text("approved_by", 200);
  read_items(input, act.items);
  act.to = input.text("to", 100);
  act.new_due = input.date("new_due");
  act.responsible_unit = input.text("responsible_unit", 100);
  act.outcome = input.choice("outcome", {"granted", "refused"});
  read_stop_reason(input, act);
  act.paper = input.text("paper", 100);
  act.check = input.choice("check", {"sound", "lacking"});
  act.actual_at = input.moment("actual_at");
  act.returned_to = input.text("returned_to", 200);
  act.shown = input.text("shown", 200);
  act.carrier = input.text("carrier", 200);
  if (const auto* corrections = input.object("corrections")) {
    Input inner(*corrections, "/corrections");
    act.corrections = read_applicant(inner);
    input.take_errors(inner);
  }
  act.case_id = input.text("case", 100);
  act.summary = input.text("summary", 1000);
  if (const auto answers = input.answers("answers")) act.answers = write_json(*answers);
  if (const auto amount = input.integer("amount", 1, largest_amount.amount)) {
    act.amount = Dong{*amount};
  }
  act.payment = input.text("payment", 100);
  act.marks = read_marks(input);
  errors = input.finish();
  return act;
}

namespace {

void read_papers(Input& input, dossier::Registration& registration) {
  const auto* papers = input.array("papers", 100);
  if (papers == nullptr) return input.need("papers");
  for (std::size_t i = 0; i < papers->size(); ++i) {
    Input paper((*papers)[i], "/papers/" + std::to_string(i));
    const std::string id = paper.needed_text("paper", 100);
    const auto originals = paper.integer("originals", 0, 99).value_or(0);
    const auto copies = paper.integer("copies", 0, 99).value_or(0);
    const std::string lacking = paper.text("lacking", 1000);
    input.take_errors(paper);
    if (originals + copies > 0) {
      registration.intake.papers.push_back({id, int(originals), int(copies)});
    }
    if (!lacking.empty()) registration.lacking.push_back({id, lacking});
  }
}

}  // namespace

dossier::Registration read_registration(const json::value& body, std::vector<PathError>& errors) {
  Input input(body);
  dossier::Registration registration;
  auto& intake = registration.intake;
  intake.procedure = input.needed_text("procedure", 100);
  intake.case_id = input.text("case", 100);
  const std::string outcome = input.choice("outcome", {"received", "guided", "refused"});
  if (outcome.empty()) input.need("outcome");
  using dossier::CounterOutcome;
  registration.outcome = outcome == "guided"    ? CounterOutcome::Guided
                         : outcome == "refused" ? CounterOutcome::Refused
                                                : CounterOutcome::Received;
  const std::string channel = input.choice("channel", {"counter", "post"});
  intake.channel = channel == "post" ? procedure::Channel::Post : procedure::Channel::Counter;
  if (const auto* applicant = input.object("applicant")) {
    Input inner(*applicant, "/applicant");
    intake.applicant = read_applicant(inner);
    input.take_errors(inner);
  } else {
    input.need("applicant");
  }
  intake.summary = input.text("summary", 1000);
  if (const auto answers = input.answers("answers")) intake.answers = write_json(*answers);
  intake.collect_at = input.choice("collect_at", {"counter", "post", "online"});
  intake.notify_by = input.choice("notify_by", {"email", "sms", "zalo", "none"});
  intake.language = input.choice("language", {"vi", "en"});
  registration.reason = input.text("reason", 4000);
  registration.actual_at = input.moment("actual_at");
  registration.actual_reason = input.text("actual_reason", 1000);
  read_papers(input, registration);
  errors = input.finish();
  return registration;
}

}  // namespace motcua::api
