#include "queries/result_papers.hpp"

#include "document/wording.hpp"
#include "queries/json_parts.hpp"
#include "queries/slips.hpp"

namespace motcua::queries {
namespace {

using dossier::Dossier;

std::string named_result(const Dossier& dossier) { return "result|" + dossier.code; }

// "extension.wanted_until" of the answers; dates as they are written in Vietnamese.
std::string answer_at(const json::value& answers, std::string_view path) {
  const json::value* at = &answers;
  while (!path.empty()) {
    const auto dot = path.find('.');
    const auto* object = at->if_object();
    at = object == nullptr ? nullptr : object->if_contains(path.substr(0, dot));
    if (at == nullptr) return "";
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }
  const auto* text = at->if_string();
  if (text == nullptr) return "";
  const std::string words(*text);
  const auto date = parse_date(words);
  return date ? write_vietnamese(*date) : words;
}

// A template's words with the dossier's in place of its {fields}; an unknown one stays to be seen.
class Filler {
 public:
  explicit Filler(const Dossier& dossier) : d_(dossier) {
    if (auto answers = read_json(dossier.intake.answers)) answers_ = std::move(*answers);
  }

  std::string fill(std::string_view words) const {
    std::string filled;
    for (;;) {
      const auto open = words.find('{');
      const auto close = words.find('}', open);
      filled += words.substr(0, close == std::string_view::npos ? words.size() : open);
      if (close == std::string_view::npos) return filled;
      filled += value(words.substr(open + 1, close - open - 1));
      words.remove_prefix(close + 1);
    }
  }

  std::vector<std::string> fill(const std::vector<std::string>& paragraphs) const {
    std::vector<std::string> filled;
    for (const auto& paragraph : paragraphs) filled.push_back(fill(paragraph));
    return filled;
  }

 private:
  std::string value(std::string_view field) const {
    constexpr std::string_view answer = "answer.";
    if (field.starts_with(answer)) return answer_at(answers_, field.substr(answer.size()));
    if (field == "applicant") return d_.intake.applicant.name;
    if (field == "address") return d_.intake.applicant.address;
    if (field == "summary") return d_.result->summary;
    if (field == "code") return d_.code;
    if (field == "received") return "ngày " + write_vietnamese(date_of(d_.intake.received_at));
    return "{" + std::string(field) + "}";
  }

  const Dossier& d_;
  json::value answers_;
};

}  // namespace

std::string verification_code(const commands::World& world, const Dossier& dossier) {
  return world.lookup_secret(named_result(dossier));
}

bool is_verification_code(const commands::World& world, const Dossier& dossier,
                          std::string_view code) {
  return world.is_lookup_secret(named_result(dossier), code);
}

std::optional<document::Decision> decision_of(const Dossier& dossier, const Scene& scene,
                                              const DecisionRequest& request) {
  const auto* words = scene.office.find_result(dossier.intake.procedure);
  if (words == nullptr || !dossier.result) return std::nullopt;
  const auto& result = *dossier.result;
  const Filler filler(dossier);
  document::Decision made;
  made.letterhead =
      letterhead(scene.office, result.document_date.value_or(date_of(result.recorded_at)),
                 result.document, request.demonstration);
  made.kind = words->kind;
  made.subject = filler.fill(words->subject);
  made.addressee = dossier.intake.applicant.name;
  made.bases = filler.fill(words->bases);
  made.paragraphs = filler.fill(result.outcome == "granted" ? words->granted : words->refused);
  made.signatory = signatory_of(scene.office, request.signer);
  made.signatory.by_hand = false;
  made.recipients = words->recipients;
  made.code = dossier.code;
  made.verification_address = request.verification_address;
  made.verification_code = request.verification_code;
  return made;
}

json::array issued_papers(const dossier::ResultPaper& result, Date today) {
  json::array papers;
  for (const auto& paper : result.issued) {
    json::array signers;
    for (const auto& signer : paper.signers) signers.push_back(json::value(signer));
    json::object out{{"file", write(paper.file)},
                     {"origin", paper.origin},
                     {"standing", dossier::write_standing(standing_of(result, paper, today))},
                     {"signers", std::move(signers)},
                     {"issued_at", write_moment(paper.at)},
                     {"by", paper.by}};
    if (paper.valid_until) out["valid_until"] = write_date(*paper.valid_until);
    if (!paper.reason.empty()) out["reason"] = paper.reason;
    papers.push_back(std::move(out));
  }
  return papers;
}

json::object write_signature(const ports::SignatureAccount& account) {
  json::object out{{"signer", account.signer},
                   {"organisation", account.organisation},
                   {"issuer", account.issuer},
                   {"intact", account.integrity == ports::Integrity::Intact},
                   {"changed_later", account.later_change == ports::LaterChange::Content},
                   {"whole", account.covers_whole_file},
                   {"trusted", account.trusted},
                   {"holds", ports::holds(account)}};
  if (account.time) {
    out["signed_at"] = write_moment(account.time->moment);
    out["time_is_proven"] = account.time->source == ports::TimeSource::Timestamp;
  }
  return out;
}

json::object verification_of(const Dossier& dossier, const dossier::IssuedPaper& paper,
                             const Scene& scene) {
  const auto& result = *dossier.result;
  json::array signers;
  for (const auto& signer : paper.signers) signers.push_back(json::value(signer));
  json::object out{
      {"checked_at", write_moment(scene.now)},
      {"standing", dossier::write_standing(standing_of(result, paper, date_of(scene.now)))},
      {"number", result.document},
      {"date", write_date(result.document_date.value_or(date_of(result.recorded_at)))},
      {"office", write(scene.office.name)},
      {"procedure", write(scene.version.name)},
      {"outcome", result.outcome},
      {"applicant", masked(dossier.intake.applicant.name)},
      {"origin", paper.origin},
      {"signers", std::move(signers)},
      {"issued_at", write_moment(paper.at)},
      {"sha256", paper.file.sha256},
      {"earlier", &paper - result.issued.data()}};
  if (paper.valid_until) out["valid_until"] = write_date(*paper.valid_until);
  if (result.revoked) {
    out["revoked_at"] = write_moment(result.revoked->at);
    out["revoked_by"] = result.revoked->document;
  }
  if (&paper != &result.issued.back()) {
    out["replaced_at"] = write_moment(result.issued.back().at);
  }
  return out;
}

}  // namespace motcua::queries
