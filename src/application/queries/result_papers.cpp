#include "queries/result_papers.hpp"

#include <algorithm>

#include "procedure/form.hpp"
#include "queries/json_parts.hpp"
#include "queries/slips.hpp"

namespace motcua::queries {
namespace {

using dossier::Dossier;

std::string named_result(const Dossier& dossier) { return "result|" + dossier.code; }

// A template's words with the dossier's in place of its {fields}; an unknown one stays to be seen.
class Filler {
 public:
  Filler(const Dossier& dossier, const procedure::Version& version) : d_(dossier) {
    const auto answers = read_json(dossier.intake.answers);
    if (answers) answers_ = procedure::answer_rows(version, *answers);
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
    if (field.starts_with(answer)) return given(field.substr(answer.size()));
    if (field == "applicant") return d_.intake.applicant.name;
    if (field == "address") return d_.intake.applicant.address;
    if (field == "summary") return d_.result->summary;
    if (field == "code") return d_.code;
    if (field == "received") return "ngày " + write_vietnamese(date_of(d_.intake.received_at));
    return "{" + std::string(field) + "}";
  }

  // "extension.wanted_until", as a person reads it in Vietnamese: the name of a choice, a date.
  std::string given(std::string_view question) const {
    std::string path = "/" + std::string(question);
    std::ranges::replace(path, '.', '/');
    const auto row = std::ranges::find(answers_, path, &procedure::AnswerRow::path);
    return row == answers_.end() ? "" : row->value.vi;
  }

  const Dossier& d_;
  std::vector<procedure::AnswerRow> answers_;
};

std::vector<const authority::Person*> who_may_sign(const procedure::Signer& signer,
                                                   const Scene& scene) {
  const auto division = scene.office.division_of(scene.version.procedure);
  return scene.office.people_with(signer.role, signer.unit == "division" ? division : signer.unit);
}

// As whom the paper names him before he signs: the first of those who may.
std::string post_of(const procedure::Signer& signer, const Scene& scene) {
  const auto people = who_may_sign(signer, scene);
  return people.empty() ? signer.role : people.front()->post.vi;
}

dossier::Actor last_signer(const Scene& scene, const dossier::Actor& otherwise) {
  if (scene.version.signers.empty()) return otherwise;
  const auto people = who_may_sign(scene.version.signers.back(), scene);
  if (people.empty()) return otherwise;
  return {people.front()->username, people.front()->name, people.front()->unit};
}

json::object signing_step(const Dossier& dossier, std::size_t index, const Scene& scene) {
  const auto& signer = scene.version.signers[index];
  const auto* begun = dossier.result->signing ? &*dossier.result->signing : nullptr;
  const auto so_far = begun == nullptr ? 0 : begun->by.size();
  json::object step{{"state", index < so_far ? "signed" : index == so_far ? "next" : "later"}};
  json::array who;
  if (index < so_far) {
    const auto* person = scene.office.find_person(begun->by[index]);
    who.push_back(json::value(person == nullptr ? begun->by[index] : person->name));
    step["post"] = write(person == nullptr ? Text{signer.role, signer.role} : person->post);
  } else {
    const auto people = who_may_sign(signer, scene);
    step["post"] = write(people.empty() ? Text{signer.role, signer.role} : people.front()->post);
    for (const auto* person : people) who.push_back(json::value(person->name));
  }
  step["who"] = std::move(who);
  return step;
}

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
  const Filler filler(dossier, scene.version);
  document::Decision made;
  made.letterhead =
      letterhead(scene.office, result.document_date.value_or(date_of(result.recorded_at)),
                 result.document, request.demonstration);
  made.kind = words->kind;
  made.subject = filler.fill(words->subject);
  made.addressee = dossier.intake.applicant.name;
  made.bases = filler.fill(words->bases);
  made.paragraphs = filler.fill(result.outcome == "granted" ? words->granted : words->refused);
  const auto& signers = scene.version.signers;
  for (std::size_t i = 0; i + 1 < signers.size(); ++i) {
    made.countersigners.push_back(post_of(signers[i], scene));
  }
  made.signatory = signatory_of(scene.office, last_signer(scene, request.signer));
  made.signatory.by_hand = false;
  made.recipients = words->recipients;
  made.code = dossier.code;
  made.verification_address = request.verification_address;
  made.verification_code = request.verification_code;
  return made;
}

json::value signing_of(const Dossier& dossier, const Scene& scene) {
  const auto& result = *dossier.result;
  const auto& signers = scene.version.signers;
  const bool wanted = result.signing || (result.issued.empty() && !result.revoked);
  if (signers.size() < 2 || !wanted ||
      scene.office.find_result(dossier.intake.procedure) == nullptr) {
    return nullptr;
  }
  json::array steps;
  for (std::size_t i = 0; i < signers.size(); ++i) {
    steps.push_back(signing_step(dossier, i, scene));
  }
  json::object out{{"steps", std::move(steps)}};
  if (result.signing) out["file"] = write(result.signing->file);
  if (result.sent_back) {
    out["sent_back"] = json::object{{"at", write_moment(result.sent_back->at)},
                                    {"by", result.sent_back->by},
                                    {"reason", result.sent_back->reason}};
  }
  return out;
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
