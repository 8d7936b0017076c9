// The store of papers of whoever applies: what he gave before and what this office issued to him,
// taken into an application instead of being asked for again.
//
// Nothing is kept for it: it is read from his dossiers and drafts. A paper is his party's, and only
// while a mandate for the procedure it was given under is in force.

#include <algorithm>

#include "api/account.hpp"
#include "api/drafts.hpp"
#include "api/input.hpp"
#include "api/paper_files.hpp"
#include "api/scan_marks.hpp"
#include "api/uploads.hpp"
#include "dossier/result.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;
using ports::Draft;

constexpr std::size_t most_sources = 100;  // the latest of his dossiers

struct Stored {
  std::string source;  // code of a dossier, or id of a draft
  std::string kind;    // given, issued or drafted
  const procedure::Version* version = nullptr;
  dossier::PaperFile file;
  Text name;           // of the paper
  std::string number;  // of a result
  std::string id() const { return file.id.empty() ? file.sha256 : file.id; }
};

Text paper_name(const procedure::Version& version, const std::string& paper) {
  const auto* known = version.find_paper(paper);
  return known == nullptr ? Text{paper, paper} : known->name;
}

class PaperStore {
 public:
  PaperStore(Desk& desk, const Draft& draft) : desk_(desk), parts_(desk.parts), draft_(draft) {}

  OrFailure<std::vector<Stored>> papers() {
    const auto codes = parts_.lists.held_by(draft_.party);
    if (!codes) return Unexpected{codes.error()};
    for (const auto& code : *codes) {
      if (&code - codes->data() >= std::ptrdiff_t(most_sources)) break;
      if (auto added = add_dossier(code); !added) return Unexpected{added.error()};
    }
    const auto drafts = parts_.desk.drafts_of(draft_.citizen);
    if (!drafts) return Unexpected{drafts.error()};
    for (const auto& other : *drafts) {
      if (other.party == draft_.party && other.id != draft_.id) add_draft(other);
    }
    return std::move(found_);
  }

 private:
  OrFailure<Nothing> add_dossier(const std::string& code) {
    const auto seen = see(parts_, code);
    if (!seen) return Unexpected{seen.error()};
    const auto& dossier = *seen->dossier;
    const auto mandate = mandate_for(desk_, draft_.citizen, draft_.party, dossier.intake.procedure);
    if (!mandate) return Unexpected{mandate.error()};
    if (!*mandate) return Nothing{};
    add_result(dossier, *seen->version);
    for (const auto& paper : dossier.papers) {
      for (const auto& file : paper.files) {
        add({code, "given", seen->version, file, paper_name(*seen->version, paper.paper), {}});
      }
    }
    return Nothing{};
  }

  void add_result(const dossier::Dossier& dossier, const procedure::Version& version) {
    if (!dossier.result || dossier.result->issued.empty()) return;
    if (dossier.result_awaits_payment()) return;
    const auto& result = *dossier.result;
    const auto& paper = result.issued.back();
    const auto today = date_of(parts_.clock.now());
    if (result.outcome != "granted" ||
        standing_of(result, paper, today) != dossier::Standing::Valid) {
      return;
    }
    add({dossier.code, "issued", &version, paper.file, version.result, result.document});
  }

  void add_draft(const Draft& other) {
    const auto* version = parts_.world.catalogue().find(other.procedure, other.procedure_version);
    if (version == nullptr) return;
    for (const auto& file : other.files) {
      add({other.id, "drafted", version, file, paper_name(*version, file.paper), {}});
    }
  }

  // The same content is offered once, as its newest source has it.
  void add(Stored stored) {
    const bool known = std::ranges::any_of(
        found_, [&](const Stored& f) { return f.file.sha256 == stored.file.sha256; });
    if (!known && !is_infected(parts_, stored.file)) found_.push_back(std::move(stored));
  }

  Desk& desk_;
  Parts& parts_;
  const Draft& draft_;
  std::vector<Stored> found_;
};

// Papers of this procedure that are the same paper, by id or by name.
json::array fits(const Stored& stored, const procedure::Version& version) {
  json::array list;
  if (stored.kind == "issued") return list;
  for (const auto& paper : version.papers) {
    const bool same_name = fold(paper.name.vi) == fold(stored.name.vi);
    if (paper.id == stored.file.paper || same_name) list.push_back(json::value(paper.id));
  }
  return list;
}

json::object write_stored(const Stored& stored, const procedure::Version& version) {
  json::object out{{"source", stored.source},
                   {"file", stored.id()},
                   {"kind", stored.kind},
                   {"procedure", queries::write(stored.version->name)},
                   {"paper", queries::write(stored.name)},
                   {"name", stored.file.name},
                   {"media_type", stored.file.media_type},
                   {"size", stored.file.size},
                   {"received_at", write_moment(stored.file.received_at)},
                   {"fits", fits(stored, version)}};
  if (!stored.number.empty()) out["number"] = stored.number;
  return out;
}

using UsePapers = std::function<Response(const std::vector<Stored>&)>;

// For the account the draft is of, while it may act for the draft's party.
Response with_papers(Desk& desk, const Request& request, const Draft& draft, const UsePapers& use) {
  const Language language = language_of(&request);
  if (draft.citizen.empty()) return problem(sign_in_needed, language);
  const auto mandate = mandate_for(desk, draft.citizen, draft.party, draft.procedure);
  if (!mandate) return problem_of(mandate.error(), language);
  if (!*mandate) return problem(not_your_party, language);
  const auto papers = PaperStore(desk, draft).papers();
  return papers ? use(*papers) : problem_of(papers.error(), language);
}

Response list(Desk& desk, const Request& request) {
  return with_draft(desk, request, [&](Draft& draft) {
    return with_papers(desk, request, draft, [&](const std::vector<Stored>& papers) {
      json::array items;
      const auto& version = version_of_draft(desk.parts, draft);
      for (const auto& stored : papers) items.push_back(write_stored(stored, version));
      return answer(json::object{{"items", std::move(items)}});
    });
  });
}

// The office's own papers were not looked into as uploads are: how many pages and signatures it
// has.
std::optional<Response> refused_look(Desk& desk, const procedure::Paper& paper,
                                     dossier::PaperFile& file, Language language) {
  const auto path = desk.parts.files.path_of(file.sha256);
  if (!path) return problem_of(path.error(), language);
  const auto found = desk.parts.examiner.examine(ports::SpooledPiece{*path}, paper.most_pages);
  if (!found) return problem_of(found.error(), language);
  if (const auto* fault = std::get_if<ports::PaperFault>(&*found)) {
    return refused_paper(*fault, paper.most_pages, language);
  }
  const auto& account = std::get<ports::PaperAccount>(*found);
  file.pages = account.pages;
  file.signatures = account.signatures;
  return std::nullopt;
}

struct Wanted {
  std::string source;
  std::string file;
  std::string paper;
};

Response take_stored(Desk& desk, Draft& draft, const Stored& stored, const Wanted& wanted,
                     Language language) {
  const auto* paper = version_of_draft(desk.parts, draft).find_paper(wanted.paper);
  if (paper == nullptr) {
    return problem_of(Rejection{&dossier::paper_unknown, {{"paper", wanted.paper}}}, language);
  }
  if (is_too_large(std::uint64_t(stored.file.size), *paper)) return refused_size(*paper, language);
  if (stored.file.pages > paper->most_pages) {
    return refused_paper(ports::PaperFault::TooManyPages, paper->most_pages, language);
  }
  auto file = stored.file;
  file.id = desk.parts.chance.token(12);
  file.paper = paper->id;
  if (stored.kind == "issued") {
    if (auto no = refused_look(desk, *paper, file, language)) return *no;
  }
  if (stored.kind != "drafted") file.origin = stored.source;
  return add_to_draft(desk, draft, file, language);
}

Response take(Desk& desk, const Request& request) {
  return with_open_draft(desk, request, [&](Draft& draft) {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    const Wanted wanted{input.needed_text("source", 60), input.needed_text("file", 64),
                        input.needed_text("paper", 100)};
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    return with_papers(desk, request, draft, [&](const std::vector<Stored>& papers) {
      const auto found = std::ranges::find_if(papers, [&](const Stored& stored) {
        return stored.source == wanted.source && stored.id() == wanted.file;
      });
      return found == papers.end() ? problem(not_found, language)
                                   : take_stored(desk, draft, *found, wanted, language);
    });
  });
}

}  // namespace

void add_paper_store_routes(http::Router& router, Desk& desk) {
  using http::Run;
  const std::string base = "/api/drafts/{draft}/store";
  router.add("GET", base, Run::Pool, [&desk](Request& r) { return list(desk, r); });
  router.add("POST", base, Run::Pool, [&desk](Request& r) { return take(desk, r); },
             {4096, {"application/json"}});
}

}  // namespace motcua::api
