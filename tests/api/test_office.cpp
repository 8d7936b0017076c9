#include "test_office.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <future>

#include "signature/plain_paper.hpp"

namespace motcua::api::test {
namespace {

// Passwords are hashed once for all offices of a run: hashing is slow on purpose.
const std::string& demo_hash() {
  static const std::string hash = [] {
    password::Hasher hasher;
    return hasher.hash(demo_password).value();
  }();
  return hash;
}

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    segments.emplace_back(path.substr(0, path.find('/')));
    path.remove_prefix(segments.back().size());
  }
  return segments;
}

http::Response settled(http::Response response) {
  auto* later = std::get_if<http::Later>(&response.body);
  if (later == nullptr) return response;
  std::promise<http::Response> promise;
  auto future = promise.get_future();
  later->start([&](http::Response done) { promise.set_value(std::move(done)); });
  return future.get();
}

}  // namespace

json::value Answer::read() const {
  const auto value = read_json(body);
  return value ? *value : json::value(nullptr);
}

std::string Answer::text(std::string_view name) const {
  return std::string(string_member(read(), name));
}

std::int64_t Answer::number(std::string_view name) const {
  const auto value = read();
  const auto* found = member(value, name);
  return found == nullptr || !found->is_int64() ? -1 : found->as_int64();
}

TestOffice::TestOffice() : assets_(files::Assets::embedded()) {
  auto pattern = (std::filesystem::temp_directory_path() / "motcua-api-XXXXXX").string();
  MOTCUA_ASSERT(::mkdtemp(pattern.data()) != nullptr);
  folder_ = pattern;
  MOTCUA_ASSERT(runtime::create_office(assets_, folder_ / "office", "so-ngoai-vu-ha-noi").ok());
  open();
  for (const auto& person : runtime_->world().office().people) {
    MOTCUA_ASSERT(runtime_->store().put_account({person.username, demo_hash(), {}}).ok());
  }
}

TestOffice::~TestOffice() {
  desk_.reset();
  runtime_.reset();
  std::error_code ignored;  // a folder left behind fails no test
  std::filesystem::remove_all(folder_, ignored);
}

void TestOffice::open() {
  auto opened = runtime::Runtime::open(assets_, {folder_ / "office", true});
  if (!opened) throw Bug(opened.error().what);
  runtime_ = std::move(*opened);
  auto& r = *runtime_;
  notices_.reset(
      new NoticeDesk{r.store(), r.templates(), {}, [] {}, r.notice_settings().digest_at});
  parts_.reset(new Parts{r.world(),
                         r.registrar(),
                         r.cache(),
                         r.store(),
                         r.store(),
                         r.store(),
                         r.store(),
                         r.files(),
                         r.partial_uploads(),
                         r.examiner(),
                         r.clock(),
                         r.chance(),
                         r.hasher(),
                         r.figures(),
                         r.demo_clock(),
                         "http://office.test",
                         [this] { return real_seconds_.load(); },
                         &r.signing().issuing(),
                         &r.signing().reader(),
                         notices_.get()});
  parts_->appointments = &r.store();
  parts_->articles = &r.store();
  parts_->face.appointments.offered = true;
  parts_->petitions = &r.petitions();
  parts_->designs = &r.designs();
  parts_->travel = &r.travel();
  desk_ = std::make_unique<Desk>(*parts_);
  router_ = http::Router();
  add_routes(router_, *desk_);
}

void TestOffice::restart() {
  desk_.reset();
  runtime_.reset();
  open();
}

void TestOffice::send_mail() {
  notices_->channels = {notice::Channel::Email};
  notices_->password_forgotten = [this](std::string name) {
    runtime_->password_resets().ask(std::move(name));
  };
}

std::string TestOffice::newest_mail(const std::string& address) {
  const auto sent = runtime_->password_resets().make_due({runtime_->clock().now(), real_seconds()});
  if (!sent) throw Bug(sent.error().what);
  const auto notices = runtime_->store().newest_notices(100);
  for (const auto& kept : notices.value()) {
    const auto& notice = kept.made.notice;
    if (notice.address == address) {
      return commands::with_tokens(runtime_->world(), notice.subject + "\n" + notice.body);
    }
  }
  return {};
}

int TestOffice::mails_to(const std::string& address) {
  (void)newest_mail(address);
  const auto notices = runtime_->store().newest_notices(1000);
  return static_cast<int>(std::ranges::count_if(
      notices.value(), [&](const auto& kept) { return kept.made.notice.address == address; }));
}

Answer TestOffice::ask(Sent sent) {
  http::Request request;
  request.method = sent.method;
  const auto mark = sent.target.find('?');
  request.path = sent.target.substr(0, mark);
  if (mark != std::string::npos) request.query = sent.target.substr(mark + 1);
  request.body = std::move(sent.body);
  request.body_size = request.body.size();
  request.peer = std::move(sent.peer);
  for (const auto& [name, value] : sent.headers) request.headers.emplace_back(name, value);
  auto match = router_.find(request.method, segments_of(request.path));
  if (match.route == nullptr) throw Bug("no route " + request.method + " " + request.path);
  request.params = std::move(match.params);
  auto response = settled(match.route->endpoint(request));
  Answer answer;
  answer.status = response.status;
  if (const auto* text = std::get_if<std::string>(&response.body)) answer.body = *text;
  for (auto& [name, value] : response.headers) {
    std::string lower = name;
    for (char& letter : lower) letter = static_cast<char>(std::tolower(letter));
    answer.headers[lower] = std::move(value);
  }
  return answer;
}

std::string paper_of(const std::string& words) {
  auto bodies = signature::sample::plain_bodies();
  bodies[3] = signature::sample::stream_of("BT /F 24 Tf 72 700 Td (" + words + ") Tj ET");
  return signature::sample::pdf_of(bodies);
}

std::string cookie_of(const Answer& answer) {
  const auto found = answer.headers.find("set-cookie");
  return found == answer.headers.end() ? "" : found->second.substr(0, found->second.find(';'));
}

Officer::Officer(TestOffice& office, std::string username) : office_(office) {
  const auto answer = office.ask(
      {"POST", "/api/session",
       R"({"username":")" + username + R"(","password":")" + std::string(demo_password) + "\"}"});
  if (answer.status != 200) throw Bug("cannot sign in: " + answer.body);
  cookie_ = cookie_of(answer);
  csrf_ = answer.text("csrf");
}

Answer Officer::ask(Sent sent) {
  sent.headers.emplace("cookie", cookie_);
  sent.headers.emplace("x-csrf-token", csrf_);
  return office_.ask(std::move(sent));
}

Answer Officer::receive(const std::string& key, const std::string& summary) {
  return ask({"POST",
              "/api/counter/dossiers",
              R"({"procedure":"official-travel","case":"standard","outcome":"received",)"
              R"("applicant":{"name":"Sở Du lịch"},"summary":")" +
                  summary +
                  R"(","papers":[{"paper":"sending-letter","originals":1},)"
                  R"({"paper":"invitation","copies":1}]})",
              {{"idempotency-key", key}}});
}

Answer Officer::act(const std::string& code, std::string_view act, int seen,
                    const std::string& key) {
  return ask({"POST",
              "/api/dossiers/" + code + "/acts/" + std::string(act),
              "{}",
              {{"idempotency-key", key}, {"if-match", "\"" + std::to_string(seen) + "\""}}});
}

}  // namespace motcua::api::test
