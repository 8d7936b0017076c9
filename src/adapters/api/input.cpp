#include "api/input.hpp"

#include <algorithm>

namespace motcua::api {
namespace {

const Text wrong_type{"Kiểu dữ liệu không đúng", "Wrong type"};

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
  const auto* found = any(name);
  if (found == nullptr || found->is_null()) return {};
  const auto* string = found->if_string();
  if (string == nullptr) {
    wrong(name, "type", wrong_type);
    return {};
  }
  if (string->size() > most * 4) {  // letters of up to four bytes
    wrong(name, "too-long",
          {"Dài quá " + std::to_string(most) + " ký tự", "Longer than " + std::to_string(most)});
    return {};
  }
  return std::string(*string);
}

std::string Input::needed_text(std::string_view name, std::size_t most) {
  std::string found = text(name, most);
  if (found.empty()) wrong(name, "required", {"Cần điền", "Needed"});
  return found;
}

std::optional<std::int64_t> Input::integer(std::string_view name, std::int64_t least,
                                           std::int64_t most) {
  const auto* found = any(name);
  if (found == nullptr || found->is_null()) return std::nullopt;
  const auto* number = found->if_int64();
  if (number == nullptr || *number < least || *number > most) {
    wrong(name, "range",
          {"Phải là số từ " + std::to_string(least) + " đến " + std::to_string(most),
           "Must be a number from " + std::to_string(least) + " to " + std::to_string(most)});
    return std::nullopt;
  }
  return *number;
}

std::optional<Date> Input::date(std::string_view name) {
  const std::string written = text(name, 30);
  if (written.empty()) return std::nullopt;
  const auto parsed = parse_date(written);
  if (!parsed) wrong(name, "format", {"Ngày này không có", "There is no such date"});
  return parsed;
}

std::optional<Moment> Input::moment(std::string_view name) {
  const std::string written = text(name, 40);
  if (written.empty()) return std::nullopt;
  const auto parsed = parse_moment(written);
  if (!parsed) wrong(name, "format", {"Thời điểm này không có", "There is no such moment"});
  return parsed;
}

const json::value* Input::object(std::string_view name) {
  const auto* found = any(name);
  if (found == nullptr || found->is_null()) return nullptr;
  if (found->is_object()) return found;
  wrong(name, "type", wrong_type);
  return nullptr;
}

const json::array* Input::array(std::string_view name, std::size_t most) {
  const auto* found = any(name);
  if (found == nullptr || found->is_null()) return nullptr;
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
      if (std::find(known_.begin(), known_.end(), std::string_view(name)) == known_.end()) {
        wrong(name, "unknown-member", {"Trường này không có", "There is no such member"});
      }
    }
  }
  return std::move(errors_);
}

dossier::Applicant read_applicant(Input& input) {
  dossier::Applicant applicant;
  applicant.kind = input.text("kind", 20);
  if (applicant.kind.empty()) applicant.kind = "person";
  if (applicant.kind != "person" && applicant.kind != "organisation") {
    input.wrong("kind", "choose", {"Chọn cá nhân hoặc tổ chức", "Choose person or organisation"});
  }
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
    items.push_back({item.needed_text("paper", 100), item.needed_text("what", 1000)});
    input.take_errors(item);
  }
}

void read_stop_reason(Input& input, dossier::ActInput& act) {
  using procedure::StopReason;
  const std::string written = input.text("stop_reason", 40);
  for (const auto why : {StopReason::Supplement, StopReason::Payment, StopReason::Opinion,
                         StopReason::OutsideVerification}) {
    if (procedure::write_stop_reason(why) == written) act.stop_reason = why;
  }
  if (!written.empty() && !act.stop_reason) {
    input.wrong("stop_reason", "choose", {"Lý do không có", "There is no such reason"});
  }
}

}  // namespace

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
  act.outcome = input.text("outcome", 20);
  read_stop_reason(input, act);
  act.paper = input.text("paper", 100);
  act.check = input.text("check", 20);
  act.actual_at = input.moment("actual_at");
  act.returned_to = input.text("returned_to", 200);
  if (const auto* corrections = input.object("corrections")) {
    Input inner(*corrections, "/corrections");
    act.corrections = read_applicant(inner);
    input.take_errors(inner);
  }
  act.case_id = input.text("case", 100);
  act.summary = input.text("summary", 1000);
  if (const auto* answers = input.object("answers")) act.answers = write_json(*answers);
  input.any("files");  // read by the applicant's route, which knows the uploads
  errors = input.finish();
  return act;
}

dossier::Registration read_registration(const json::value& body, std::vector<PathError>& errors) {
  Input input(body);
  dossier::Registration registration;
  auto& intake = registration.intake;
  intake.procedure = input.needed_text("procedure", 100);
  intake.case_id = input.text("case", 100);
  const std::string outcome = input.needed_text("outcome", 20);
  using dossier::CounterOutcome;
  registration.outcome = outcome == "guided"    ? CounterOutcome::Guided
                         : outcome == "refused" ? CounterOutcome::Refused
                                                : CounterOutcome::Received;
  if (outcome != "received" && outcome != "guided" && outcome != "refused") {
    input.wrong("outcome", "choose", {"Chọn kết quả tiếp nhận", "Choose an outcome"});
  }
  const std::string channel = input.text("channel", 20);
  intake.channel = channel == "post" ? procedure::Channel::Post : procedure::Channel::Counter;
  if (const auto* applicant = input.object("applicant")) {
    Input inner(*applicant, "/applicant");
    intake.applicant = read_applicant(inner);
    input.take_errors(inner);
  }
  intake.summary = input.text("summary", 1000);
  if (const auto* answers = input.object("answers")) intake.answers = write_json(*answers);
  intake.collect_at = input.text("collect_at", 20);
  registration.reason = input.text("reason", 4000);
  registration.actual_at = input.moment("actual_at");
  registration.actual_reason = input.text("actual_reason", 1000);
  if (const auto* papers = input.array("papers", 100)) {
    for (std::size_t i = 0; i < papers->size(); ++i) {
      Input paper((*papers)[i], "/papers/" + std::to_string(i));
      const std::string id = paper.needed_text("paper", 100);
      const auto originals = paper.integer("originals", 0, 99).value_or(0);
      const auto copies = paper.integer("copies", 0, 99).value_or(0);
      const std::string lacking = paper.text("lacking", 1000);
      input.take_errors(paper);
      if (originals + copies > 0) intake.papers.push_back({id, int(originals), int(copies)});
      if (!lacking.empty()) registration.lacking.push_back({id, lacking});
    }
  }
  errors = input.finish();
  return registration;
}

}  // namespace motcua::api
