#include "scenario/api_bodies.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <map>

#include "scenario/rejections.hpp"

namespace motcua::scenario {
namespace {

constexpr int http_precondition_failed = 412;

void put(json::object& body, std::string_view name, std::string_view text) {
  if (!text.empty()) body[name] = text;
}

json::object body_of(const dossier::Applicant& applicant) {
  json::object body{{"kind", applicant.kind}, {"name", applicant.name}};
  put(body, "identity", applicant.identity);
  put(body, "address", applicant.address);
  put(body, "phone", applicant.phone);
  put(body, "email", applicant.email);
  return body;
}

// A paper given and a paper lacking are one line of the counter's list.
json::array papers_of(const dossier::Registration& registration) {
  std::map<std::string, json::object> papers;
  for (const auto& given : registration.intake.papers) {
    papers[given.paper] = {
        {"paper", given.paper}, {"originals", given.originals}, {"copies", given.copies}};
  }
  for (const auto& item : registration.lacking) {
    auto& paper = papers[item.paper];
    paper["paper"] = item.paper;
    paper["lacking"] = item.what;
  }
  json::array list;
  for (auto& [id, paper] : papers) list.push_back(std::move(paper));
  return list;
}

std::string_view outcome_of(dossier::CounterOutcome outcome) {
  if (outcome == dossier::CounterOutcome::Guided) return "guided";
  if (outcome == dossier::CounterOutcome::Refused) return "refused";
  return "received";
}

}  // namespace

json::object body_of(const dossier::ActInput& input) {
  json::object body;
  put(body, "task", input.task);
  put(body, "reason", input.reason);
  put(body, "note", input.note);
  put(body, "document", input.document);
  if (input.document_date) body["document_date"] = write_date(*input.document_date);
  put(body, "approved_by", input.approved_by);
  json::array items;
  for (const auto& item : input.items) {
    json::object asked{{"what", item.what}};
    put(asked, "paper", item.paper);
    put(asked, "field", item.field);
    items.push_back(std::move(asked));
  }
  if (!items.empty()) body["items"] = std::move(items);
  put(body, "to", input.to);
  if (input.new_due) body["new_due"] = write_date(*input.new_due);
  put(body, "responsible_unit", input.responsible_unit);
  put(body, "outcome", input.outcome);
  if (input.stop_reason) body["stop_reason"] = procedure::write_stop_reason(*input.stop_reason);
  put(body, "paper", input.paper);
  put(body, "check", input.check);
  if (input.actual_at) body["actual_at"] = write_moment(*input.actual_at);
  put(body, "returned_to", input.returned_to);
  put(body, "shown", input.shown);
  put(body, "carrier", input.carrier);
  if (input.corrections) body["corrections"] = body_of(*input.corrections);
  put(body, "case", input.case_id);
  put(body, "summary", input.summary);
  if (const auto answers = read_json(input.answers)) body["answers"] = *answers;
  if (input.amount) body["amount"] = input.amount->amount;
  put(body, "payment", input.payment);
  json::array marks;
  for (const auto& mark : input.marks) {
    marks.push_back(json::object{{"indicator", mark.indicator}, {"points", mark.points}});
  }
  if (!marks.empty()) body["marks"] = std::move(marks);
  return body;
}

json::object body_of(const dossier::Registration& registration) {
  const auto& intake = registration.intake;
  const auto answers = read_json(intake.answers);
  json::object body{{"procedure", intake.procedure},
                    {"outcome", outcome_of(registration.outcome)},
                    {"channel", procedure::write_channel(intake.channel)},
                    {"applicant", body_of(intake.applicant)},
                    {"answers", answers ? *answers : json::value(json::object{})},
                    {"papers", papers_of(registration)}};
  put(body, "case", intake.case_id);
  put(body, "reason", registration.reason);
  if (registration.actual_at) body["actual_at"] = write_moment(*registration.actual_at);
  put(body, "actual_reason", registration.actual_reason);
  return body;
}

commands::Outcome read_refusal(const Reply& reply) {
  const auto details = read_json(reply.body);
  std::string code(details ? string_member(*details, "code") : std::string_view{});
  std::replace(code.begin(), code.end(), '-', '_');
  if (code == "input_invalid") code = "field_invalid";  // the wire checks choices before the rules
  if (const auto* kind = find_rejection(code)) return Rejection{kind, {}};
  const auto* version = details ? member(*details, "version") : nullptr;
  if (reply.status == http_precondition_failed && version != nullptr) {
    return commands::Conflict{version->to_number<std::uint64_t>()};
  }
  return Failure{FailureKind::Malformed, "HTTP " + std::to_string(reply.status) + " " + reply.body,
                 false};
}

}  // namespace motcua::scenario
