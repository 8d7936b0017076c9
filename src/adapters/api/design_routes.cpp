// The designers' desk: drafts of procedures and authority matrices, and their publication.

#include "api/design_answers.hpp"
#include "commands/design_check.hpp"
#include "http/response_head.hpp"
#include "procedure/version_file.hpp"

namespace motcua::api {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t most_bytes_sent = 9'000'000;  // of one request: some files of a draft

class DesignRoutes {
 public:
  explicit DesignRoutes(Desk& desk) : parts_(desk.parts), desk_(*desk.parts.designs) {}

  Response page(const Request&, const SignedIn& who) const {
    const auto officer = who.officer();
    return answer(queries::design_page(design_scene(parts_, officer)));
  }

  Response begin(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    commands::BeginDraft wanted;
    const auto kind = design::parse_kind(input.choice("kind", {"procedure", "matrix"}));
    if (!kind) input.need("kind");
    wanted.subject = {kind.value_or(design::Kind::Procedure), input.needed_text("subject", 60)};
    if (!wanted.subject.id.empty() && !design::is_subject_id(wanted.subject.id)) {
      input.wrong("subject", "pattern",
                  {"Chỉ dùng chữ thường không dấu, số và gạch nối",
                   "Small letters, digits and hyphens only"});
    }
    wanted.base = static_cast<int>(input.integer("base", 1, 9999).value_or(0));
    wanted.title = input.needed_text("title", 200);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    return perform(request, who, std::move(wanted), 201);
  }

  Response import(const Request& request, const SignedIn& who) const {
    Response refused;
    if (!read_body(request, refused)) return refused;
    auto read = design::read_subject(request.body);
    if (!read) return problem_of(read.error(), language_of(&request));
    return perform(request, who, commands::ImportDraft{std::move(*read)}, 201);
  }

  Response get(const Request& request, const SignedIn& who) const {
    return with_draft(request, [&](const commands::DraftSnapshot& draft) {
      const auto officer = who.officer();
      return tell_design(parts_, draft, {officer, language_of(&request)});
    });
  }

  Response save(const Request& request, const SignedIn& who) const {
    const Language language = language_of(&request);
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    design::FilesSaved saved;
    const auto* files = input.object("files");
    if (files == nullptr) input.need("files");
    if (files != nullptr) read_files(input, files->get_object(), saved.files);
    if (const auto errors = input.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto seen = version_in(request.header("if-match"));
    if (!seen) return problem(header_missing, language, {{"header", "If-Match"}});
    const std::string code(request.param("draft"));
    const auto outcome = desk_.perform(
        {who.officer(), language, commands::ActOnDraft{code, seen, std::move(saved)}});
    const auto* draft = std::get_if<commands::DraftSnapshot>(&outcome);
    const auto officer = who.officer();
    if (draft == nullptr) return tell_design(parts_, outcome, {officer, language});
    const auto records = desk_.book().design_records(code);
    if (!records) return problem_of(records.error(), language);
    return answer(queries::revisions_view(*records).back());
  }

  Response revisions(const Request& request, const SignedIn&) const {
    return with_draft(request, [&](const commands::DraftSnapshot& draft) {
      const auto records = desk_.book().design_records(draft->code);
      if (!records) return problem_of(records.error(), language_of(&request));
      return answer(json::object{{"items", queries::revisions_view(*records)}});
    });
  }

  Response check(const Request& request, const SignedIn&) const {
    return with_draft(request, [&](const commands::DraftSnapshot& draft) {
      return answer(queries::problems_view(desk_.check(draft->subject, draft->files)));
    });
  }

  Response submit(const Request& request, const SignedIn& who) const {
    return act(request, who, [](Input& input) -> commands::DraftAct {
      design::Submitted asked;
      const auto day = input.date("in_force_from");
      if (!day) input.need("in_force_from");
      asked.in_force_from = day.value_or(Date{});
      asked.decision = read_decision(input, true);
      asked.note = input.text("note", 2000);
      return asked;
    });
  }

  Response give_back(const Request& request, const SignedIn& who) const {
    return act(request, who, [](Input& input) -> commands::DraftAct {
      return design::Returned{input.needed_text("reason", 2000)};
    });
  }

  Response discard(const Request& request, const SignedIn& who) const {
    return act(request, who, [](Input& input) -> commands::DraftAct {
      return design::Discarded{input.text("reason", 2000)};
    });
  }

  Response publish(const Request& request, const SignedIn& who) const {
    const auto told =
        act(request, who, [](Input&) -> commands::DraftAct { return design::Published{}; });
    if (told.status != 200) return told;
    const auto draft = desk_.find_draft(request.param("draft"));
    return answer(
        json::object{{"number", draft->published.number}, {"digest", draft->published.digest}});
  }

  Response export_draft(const Request& request, const SignedIn&) const {
    return with_draft(request, [&](const commands::DraftSnapshot& draft) {
      return file(design::write_subject({draft->subject, draft->files}),
                  draft->subject.id + "-" + draft->code);
    });
  }

  Response version(const Request& request, const SignedIn&) const {
    return with_version(request, [&](const auto& subject, int number, const auto& files) {
      const auto* known = subject.kind == design::Kind::Procedure
                              ? parts_.world.catalogue().find(subject.id, number)
                              : nullptr;
      const auto designed = design::designed_files(subject.kind, files);
      const auto said = design::declared(subject.kind, designed);
      json::object texts;
      for (const auto& [name, text] : designed) texts[name] = text;
      const bool ended = known != nullptr && known->abolished_on;
      const bool amended = known != nullptr && known->lifecycle == procedure::Lifecycle::Amended;
      return answer(
          json::object{{"kind", design::write_kind(subject.kind)},
                       {"subject", subject.id},
                       {"number", number},
                       {"lifecycle", ended     ? "abolished"
                                     : amended ? "amended"
                                               : "published"},
                       {"in_force_from", said.in_force_from ? write_date(*said.in_force_from) : ""},
                       {"digest", procedure::digest_of(designed)},
                       {"files", std::move(texts)}});
    });
  }

  Response export_version(const Request& request, const SignedIn&) const {
    return with_version(request, [&](const auto& subject, int number, const auto& files) {
      return file(design::write_subject({subject, files}),
                  subject.id + "-v" + std::to_string(number));
    });
  }

  Response compare(const Request& request, const SignedIn&) const {
    const Language language = language_of(&request);
    Query asked(request);
    const auto kind = design::parse_kind(asked.choice("kind", {"procedure", "matrix"}));
    const design::Subject subject{*kind, asked.text("subject", 60)};
    const auto old_side = asked.text("old", 60);
    const auto new_side = asked.text("new", 60);
    if (const auto errors = asked.finish(); !errors.empty()) return invalid_input(errors, language);
    const auto old = side_of(parts_, subject, old_side);
    const auto now = side_of(parts_, subject, new_side);
    if (!old || !now) return problem(not_found, language);
    return answer(queries::comparison_view(*desk_.library(), *kind, *old, *now));
  }

 private:
  using ReadAct = commands::DraftAct (*)(Input&);

  Response perform(const Request& request, const SignedIn& who,
                   decltype(commands::DesignRequest::command) command, int status = 200) const {
    const auto officer = who.officer();
    const Language language = language_of(&request);
    const auto outcome = desk_.perform({officer, language, std::move(command)});
    return tell_design(parts_, outcome, {officer, language, status});
  }

  // If-Match is welcome but not asked for: the state of a draft keeps what was submitted as it is.
  Response act(const Request& request, const SignedIn& who, ReadAct read) const {
    Response refused;
    const auto body = read_body(request, refused);
    if (!body) return refused;
    Input input(*body);
    auto wanted = read(input);
    if (const auto errors = input.finish(); !errors.empty()) {
      return invalid_input(errors, language_of(&request));
    }
    return perform(request, who,
                   commands::ActOnDraft{std::string(request.param("draft")),
                                        version_in(request.header("if-match")), std::move(wanted)});
  }

  static void read_files(Input& input, const json::object& files, design::FileChanges& into) {
    if (files.empty() || files.size() > design::most_files) {
      return input.wrong("files", "maxProperties", {"Từ 1 đến 40 tệp", "1 to 40 files"});
    }
    for (const auto& [name, text] : files) {
      if (!text.is_string() && !text.is_null()) {
        return input.wrong("files", "type", {"Mỗi tệp là chữ hoặc null", "A file is text or null"});
      }
      auto& change = into[std::string(name)];
      if (text.is_string()) change = std::string(text.get_string());
    }
  }

  template <class Use>
  Response with_draft(const Request& request, Use use) const {
    const auto draft = desk_.find_draft(request.param("draft"));
    return draft ? use(draft) : problem(not_found, language_of(&request));
  }

  template <class Use>
  Response with_version(const Request& request, Use use) const {
    const auto kind = design::parse_kind(request.param("kind"));
    const std::string number(request.param("number"));
    const auto library = desk_.library();
    const design::Subject subject{kind.value_or(design::Kind::Procedure),
                                  std::string(request.param("subject"))};
    const bool whole = !number.empty() && number.size() <= 4 &&
                       number.find_first_not_of("0123456789") == std::string::npos;
    const auto* files = kind && whole ? library->find(subject, std::stoi(number)) : nullptr;
    if (files == nullptr) return problem(not_found, language_of(&request));
    return use(subject, std::stoi(number), *files);
  }

  static Response file(std::string text, const std::string& name) {
    auto response = answer_text(std::move(text));
    response.headers.emplace_back(
        "Content-Disposition",
        http::content_disposition(http::Disposition::Attachment, name + ".json"));
    return response;
  }

  const Parts& parts_;
  commands::DesignDesk& desk_;
};

}  // namespace

void add_design_routes(http::Router& router, Desk& desk) {
  if (desk.parts.designs == nullptr) return;
  const auto routes = std::make_shared<const DesignRoutes>(desk);  // shared by its endpoints
  using Act = Response (DesignRoutes::*)(const Request&, const SignedIn&) const;
  const auto to = [&](Act act) {
    return for_officers(desk, for_designers([routes, act](Request& request, const SignedIn& who) {
                          return ((*routes).*act)(request, who);
                        }));
  };
  const http::RouteLimits large{most_bytes_sent, {"application/json"}};
  const http::RouteLimits body{64 * 1024, {"application/json"}};
  const auto get = [&](const std::string& path, Act act) {
    router.add("GET", "/api/design" + path, http::Run::Pool, to(act));
  };
  get("", &DesignRoutes::page);
  get("/drafts/{draft}", &DesignRoutes::get);
  get("/drafts/{draft}/revisions", &DesignRoutes::revisions);
  get("/drafts/{draft}/check", &DesignRoutes::check);
  get("/drafts/{draft}/export", &DesignRoutes::export_draft);
  get("/versions/{kind}/{subject}/{number}", &DesignRoutes::version);
  get("/versions/{kind}/{subject}/{number}/export", &DesignRoutes::export_version);
  get("/compare", &DesignRoutes::compare);
  const auto post = [&](const std::string& path, Act act) {
    router.add("POST", "/api/design" + path, http::Run::Pool, to(act), body);
  };
  post("/drafts", &DesignRoutes::begin);
  post("/drafts/{draft}/submit", &DesignRoutes::submit);
  post("/drafts/{draft}/return", &DesignRoutes::give_back);
  post("/drafts/{draft}/publish", &DesignRoutes::publish);
  post("/drafts/{draft}/discard", &DesignRoutes::discard);
  router.add("POST", "/api/design/import", http::Run::Pool, to(&DesignRoutes::import), large);
  router.add("PUT", "/api/design/drafts/{draft}/files", http::Run::Pool, to(&DesignRoutes::save),
             large);
}

}  // namespace motcua::api
