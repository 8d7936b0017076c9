#include "commands/issue_result.hpp"

#include <utility>

#include "base/assertion.hpp"

namespace motcua::commands {
namespace {

using ports::SignatureOrder;

template <class T>
using Answer = std::variant<T, Rejection, Failure>;

Rejection no(const RejectionKind& kind, RejectionDetails details = {}) {
  return {&kind, std::move(details)};
}

bool is_sound(const ports::SignatureAccount& account) {
  return account.integrity == ports::Integrity::Intact &&
         account.later_change != ports::LaterChange::Content;
}

// What the answer turned out to be instead of a value.
template <class T>
Outcome refusal_in(Answer<T>& answer) {
  if (auto* rejection = std::get_if<Rejection>(&answer)) return std::move(*rejection);
  return std::get<Failure>(std::move(answer));
}

}  // namespace

Outcome ResultIssuing::issue(IssueOrder order) {
  const Moment now = clock_.now();
  const auto snapshot = cache_.find(order.code);
  if (!snapshot) return snapshot.error();
  const auto& before = **snapshot;
  if (before.version ==
      order.expected_version) {  // an older one: the registrar says so, or repeats
    if (auto allowed = check(order, before, now); !allowed) return allowed.error();
  }
  auto paper = finished(order, before, now);
  if (!std::holds_alternative<std::string>(paper)) return refusal_in(paper);
  const auto& pdf = std::get<std::string>(paper);
  auto signers = signers_of(pdf, now);
  if (!std::holds_alternative<std::vector<std::string>>(signers)) return refusal_in(signers);
  const auto kept = tools_.files.keep_bytes(pdf);
  if (!kept) return kept.error();
  auto& file = order.issue.file;
  file.media_type = "application/pdf";
  file.sha256 = kept->sha256;
  file.size = kept->size;
  file.received_at = now;
  order.issue.signers = std::get<std::vector<std::string>>(std::move(signers));
  Request request;
  request.officer = std::move(order.officer);
  request.command = IssueResult{order.code, std::move(order.issue), order.expected_version};
  request.key = std::move(order.key);
  request.contents_digest = std::move(order.contents_digest);
  return registrar_.perform(std::move(request));
}

const procedure::Version& ResultIssuing::version_of(const dossier::Dossier& dossier) const {
  const auto* version =
      world_.catalogue().find(dossier.intake.procedure, dossier.intake.procedure_version);
  MOTCUA_ASSERT(version != nullptr);
  return *version;
}

OrRejection<Nothing> ResultIssuing::check(const IssueOrder& order, const dossier::Dossier& dossier,
                                          Moment now) const {
  const auto& version = version_of(dossier);
  const auto calendar = world_.calendar();
  const dossier::Facts facts{
      now, *calendar,       version, order.officer, world_.office().division_of(version.procedure),
      {},  world_.powers(), dossier.code};
  return check_issue(dossier, order.issue, facts);
}

Answer<std::string> ResultIssuing::finished(const IssueOrder& order,
                                            const dossier::Dossier& dossier, Moment now) {
  switch (order.issue.origin) {
    case dossier::ResultOrigin::Composed:
      return sign(order, dossier, now);
    case dossier::ResultOrigin::Digitised:
      return sealed(order.pdf, order.seal_place, now, true);
    case dossier::ResultOrigin::Received:
      break;
  }
  return order.pdf;
}

Answer<std::string> ResultIssuing::sign(const IssueOrder& order, const dossier::Dossier& dossier,
                                        Moment now) {
  auto key = tools_.keys.open(order.officer.actor.id, order.passphrase);
  if (!key) {
    return no(key.error().kind == FailureKind::NotFound ? no_signing_key : signing_key_refused);
  }
  const auto* begun =
      dossier.result && dossier.result->signing ? &*dossier.result->signing : nullptr;
  auto paper =
      begun == nullptr ? OrFailure<std::string>(order.pdf) : tools_.files.read(begun->file.sha256);
  if (!paper) return paper.error();
  SignatureOrder signature;
  signature.field =
      "nguoi-ky" + (begun == nullptr ? "" : "-" + std::to_string(begun->by.size() + 1));
  signature.mark = order.mark;
  signature.place = order.place;
  signature.time = now;
  auto done = tools_.signer.sign(*paper, signature, **key);
  if (!done) return done.error();
  if (signers_after_next(dossier, version_of(dossier)) > 0) return std::move(*done);
  return sealed(std::move(*done), order.seal_place, now, false);
}

Answer<std::string> ResultIssuing::sealed(std::string pdf, const ports::Place& place, Moment now,
                                          bool needed) {
  const auto seal = tools_.keys.seal();
  if (!seal && seal.error().kind != FailureKind::NotFound) return seal.error();
  if (!seal) {
    if (needed) return no(no_seal);
    return pdf;
  }
  SignatureOrder signature;
  signature.field = "con-dau";
  signature.mark = ports::SealMark{world_.office().name.vi};
  signature.place = place;
  signature.time = now;
  auto done = tools_.signer.sign(pdf, signature, **seal);
  if (done) return std::move(*done);
  if (done.error().kind == FailureKind::Malformed) return no(paper_not_a_pdf);
  return done.error();
}

Answer<std::vector<std::string>> ResultIssuing::signers_of(std::string_view pdf, Moment now) {
  const auto accounts = tools_.reader.read(pdf, now);
  if (!accounts) {
    if (accounts.error().kind == FailureKind::Malformed) return no(paper_not_a_pdf);
    return accounts.error();
  }
  std::vector<std::string> signers;
  for (const auto& account : *accounts) {
    if (!is_sound(account)) return no(signature_does_not_hold, {{"signer", account.signer}});
    if (!account.is_document_timestamp) signers.push_back(account.signer);
  }
  if (signers.empty()) return no(paper_not_signed);
  return signers;
}

}  // namespace motcua::commands
