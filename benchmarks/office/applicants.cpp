#include "office/applicants.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>

#include "base/json.hpp"

namespace motcua::bench {
namespace {

constexpr std::size_t most_accounts = 14;
constexpr std::size_t piece_bytes = 1 << 20;
constexpr std::string_view pdf_kind = "Content-Type: application/pdf\r\n";
constexpr std::string_view tus = "Tus-Resumable: 1.0.0\r\n";
constexpr std::string_view large_paper_name =  // paper sending-letter, filename cong-van.pdf
    "Upload-Metadata: paper c2VuZGluZy1sZXR0ZXI=,filename Y29uZy12YW4ucGRm\r\n";

constexpr std::string_view draft_body = R"({"procedure":"official-travel"})";
constexpr std::string_view answers_body =
    R"({"step":4,"answers":{"unit":{"name":"Sở Du lịch Hà Nội",)"
    R"("address":"3B Lê Thái Tổ, Hoàn Kiếm","letter_number":"125/SDL-VP",)"
    R"("letter_date":"2017-04-10"},"contact":{"name":"Trần Thị Mai","phone":"0912345678",)"
    R"("email":"mai@dulich.vn"},"trip":{"purpose":"Dự hội chợ du lịch",)"
    R"("countries":[{"name":"JP"}],"days":6,"inviting_body":"JATA","from":"2017-05-10",)"
    R"("to":"2017-05-15","funding":"inviting-body"},"leader":{"name":"Nguyễn Văn An",)"
    R"("post":"Phó Giám đốc","rank_group":"department-deputy","party_managed":false},)"
    R"("members":[],"key_leaders":0,"confirmed":true}})";

std::string text_of(const load::Answer& answer, std::string_view member) {
  const auto value = read_json(answer.body);
  return value ? std::string(string_member(*value, member)) : std::string();
}

// The first lines of a paper, always as long: no two papers are the same.
std::string beginning_of(const std::string& whose) {
  std::string line = "%PDF-1.7\n% " + whose;
  line.resize(80, ' ');
  return line + "\n";
}

// One page and what weighs: a stream of bytes that no packing makes smaller.
std::string paper_of(std::size_t size) {
  constexpr std::size_t around = 700;  // everything but the stream, about
  std::string pdf = beginning_of("");
  std::string table = "xref\n0 5\n0000000000 65535 f \n";
  const auto add = [&](const std::string& object) {
    const auto at = std::to_string(pdf.size());
    table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
    pdf += object + "\nendobj\n";
  };
  add("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>");
  add("2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>");
  add("3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Weight 4 0 R>>");
  std::string weight(size - around, '\0');
  std::minstd_rand chance(7);
  std::generate(weight.begin(), weight.end(), [&] { return char(chance() >> 8); });
  add("4 0 obj\n<</Length " + std::to_string(weight.size()) + ">>\nstream\n" + weight +
      "\nendstream");
  const auto table_at = std::to_string(pdf.size());
  pdf += table + "trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n" + table_at + "\n%%EOF\n";
  pdf.resize(size, '\n');
  return pdf;
}

}  // namespace

Applicants::Applicants(const ServedOffice& office, const Order& order)
    : order_(order), applicants_(order.count) {
  std::vector<Session> accounts;
  for (std::size_t i = 0; i < std::min(order.count, most_accounts); ++i) {
    accounts.push_back(open_account(office, "nguoi-nop-" + std::to_string(i) + "@" + order.domain));
  }
  bytes_ = paper_of(order.paper_bytes);
  for (std::size_t i = 0; i < order.count; ++i) {
    applicants_[i].session = accounts[i % accounts.size()];
    idle_.push_back(&applicants_[i]);
  }
}

std::string Applicants::request(std::uint64_t number) {
  if (idle_.empty()) throw std::runtime_error("more clients than applicants");
  Applicant& applicant = *idle_.front();
  idle_.pop_front();
  under_way_[number] = &applicant;
  return request_of(applicant);
}

void Applicants::answered(std::uint64_t number, const load::Answer& answer) {
  const auto found = under_way_.find(number);
  Applicant& applicant = *found->second;
  under_way_.erase(found);
  if (answer.status < 200 || answer.status > 299) {
    if (trouble_.empty()) trouble_ = std::to_string(answer.status) + " " + answer.body;
    return;
  }
  go_on(applicant, answer);
  idle_.push_back(&applicant);
}

std::string Applicants::request_of(Applicant& applicant) {
  const std::string draft = "/api/drafts/" + applicant.draft;
  const std::string& who = applicant.session.cookie;
  switch (applicant.step) {
    case Step::Begin:
      return with_body("POST /api/drafts", who + std::string(json_kind), draft_body);
    case Step::Fill:
      return with_body("PUT " + draft, who + std::string(json_kind), answers_body);
    case Step::SmallPaper:
      return with_body("POST " + draft + "/files?paper=invitation&name=giay-moi.pdf",
                       who + std::string(pdf_kind), paper_of(1000));
    case Step::LargePaper:
      return with_bytes(applicant,
                        "POST " + draft + "/files?paper=sending-letter&name=cong-van.pdf",
                        who + std::string(pdf_kind), bytes_.size());
    case Step::BeginPieces:
      return with_body("POST " + draft + "/uploads",
                       who + std::string(tus) + std::string(large_paper_name) +
                           "Upload-Length: " + std::to_string(bytes_.size()) + "\r\n",
                       "");
    case Step::Piece:
      return piece_of(applicant);
    case Step::Submit:
      break;
  }
  return with_body(
      "POST " + draft + "/submission",
      who + "Idempotency-Key: " + std::to_string(100'000'000 + keys_++) + "-applicants\r\n", "");
}

std::string Applicants::piece_of(const Applicant& applicant) const {
  return with_bytes(applicant, "PATCH " + applicant.upload,
                    applicant.session.cookie + std::string(tus) +
                        "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " +
                        std::to_string(applicant.sent) + "\r\n",
                    piece_bytes);
}

// A request whose body are the next bytes of the paper. They are copied once: they cost the
// driver's time, and that is time the server beside it has not.
std::string Applicants::with_bytes(const Applicant& applicant, std::string_view where,
                                   std::string_view headers, std::size_t count) const {
  const auto bytes = std::string_view(bytes_).substr(applicant.sent, count);
  std::string request = with_body(where, headers, bytes);
  const auto& beginning = applicant.beginning;
  if (applicant.sent == 0) {
    request.replace(request.size() - bytes.size(), beginning.size(), beginning);
  }
  return request;
}

void Applicants::go_on(Applicant& applicant, const load::Answer& answer) {
  switch (applicant.step) {
    case Step::Begin:
      applicant.draft = text_of(answer, "id");
      applicant.beginning = beginning_of(order_.domain + " " + std::to_string(papers_++));
      applicant.sent = 0;
      applicant.step = Step::Fill;
      break;
    case Step::Fill:
      applicant.step = Step::SmallPaper;
      break;
    case Step::SmallPaper:
      applicant.step = order_.sending == Sending::Whole ? Step::LargePaper : Step::BeginPieces;
      break;
    case Step::LargePaper:
      applicant.step = Step::Submit;
      break;
    case Step::BeginPieces:
      applicant.upload = header_of(answer, "Location");
      applicant.step = Step::Piece;
      break;
    case Step::Piece:
      applicant.sent = std::min(applicant.sent + piece_bytes, bytes_.size());
      if (applicant.sent == bytes_.size()) applicant.step = Step::Submit;
      break;
    case Step::Submit:
      ++submitted_;
      applicant.step = Step::Begin;
      break;
  }
}

}  // namespace motcua::bench
